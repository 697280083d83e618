using GitOps.Models.FluxCD;

namespace GitOps;

/// <summary>
/// An app: one Flux Kustomization and the objects at its path. A class with <see cref="AppAttribute{TNamespace}"/>; what it depends on, includes and consists
/// of is declared by type. Every member but <see cref="Manifests"/> has a default.
/// </summary>
public abstract class FluxApp : FluxKustomization
{
    private AppRegistration? registration;
    private FluxNamespace? home;
    private ManifestList? manifests;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">Asked in a constructor or field initialiser, before the app is part of a tree.</exception>
    public sealed override string Name => Registration.Name;

    /// <summary>The namespace of the Kustomization, and of its objects unless <see cref="TargetNamespace"/> says otherwise.</summary>
    /// <exception cref="InvalidOperationException">Asked in a constructor or field initialiser, before the app is part of a tree.</exception>
    public sealed override string Namespace => Registration.Namespace.Name;

    /// <summary>The cluster whose tree is being made.</summary>
    /// <exception cref="InvalidOperationException">Asked in a constructor or field initialiser, before the app is part of a tree.</exception>
    protected FluxCluster ThisCluster =>
        Composition.Current?.Cluster ?? throw new InvalidOperationException($"{GetType().Name} is not part of a tree that is being made.");

    /// <summary>Whether the app is written. One that is not stays compiled; depending on it is an error. Default: it is.</summary>
    public virtual bool Enabled => true;

    /// <summary>The objects at the Kustomization's path, in the order of its kustomization.yaml.</summary>
    public abstract ManifestList Manifests { get; }

    /// <summary>The kustomize components included (<c>spec.components</c>), in order.</summary>
    public virtual ComponentList Components => [];

    /// <summary>Kustomizations depended on that have no class. Apps, and Kustomizations written in YAML, are named by <see cref="DependsOnAttribute{TApp}"/>.</summary>
    public virtual IReadOnlyList<Dependency> DependsOn => [];

    /// <summary>Variables of this app alone (<c>spec.postBuild.substitute</c>); they win over every source.</summary>
    public virtual Map<string> Substitute => [];

    /// <summary>Objects whose health decides whether the app is ready. Ignored by Flux when <see cref="Wait"/> is true.</summary>
    public virtual IReadOnlyList<HealthCheck> HealthChecks => [];

    /// <summary>How to judge the health of custom resources; used only with <see cref="Wait"/> or <see cref="HealthChecks"/>.</summary>
    public virtual IReadOnlyList<HealthCheckExpr> HealthCheckExprs => [];

    /// <summary>Patches that Flux applies to the built objects (<c>spec.patches</c>).</summary>
    public virtual IReadOnlyList<Patch> Patches => [];

    /// <summary>
    /// Patches of the built objects on one of several clusters. For an app of a layer they stand in the kustomization.yaml of the layer's folder, else among
    /// <c>spec.patches</c>. Default: none.
    /// </summary>
    /// <param name="cluster">The cluster whose tree is made.</param>
    protected internal virtual IReadOnlyList<Patch> PatchesOn(FluxCluster cluster) => [];

    /// <summary>Labels and annotations for every object (<c>spec.commonMetadata</c>); they are not substituted.</summary>
    public virtual CommonMetadata? CommonMetadata => null;

    /// <summary>The namespace that overrides the one of every object. Default: the app's own; <c>""</c> leaves the field out.</summary>
    public virtual string? TargetNamespace => null;

    /// <summary>How closely Flux watches the app, which gives its interval. Default: none.</summary>
    public virtual Tier? Tier => null;

    /// <summary>How often Flux compares cluster and tree. Default: the tier's, or else the cluster's.</summary>
    public virtual Duration? Interval => null;

    /// <summary>How soon a failure is tried again. Default: the cluster's, or else the interval.</summary>
    public virtual Duration? RetryInterval => null;

    /// <summary>How long applying and health checks may take. Default: the cluster's, or else the interval less 30 seconds.</summary>
    public virtual Duration? Timeout => null;

    /// <summary>Whether ready means that every applied object is healthy; <see cref="HealthChecks"/> are then ignored. Default: the cluster's, or else no.</summary>
    public virtual bool? Wait => null;

    /// <summary>Whether objects that vanish from the tree are deleted. Default: the cluster's, or else yes.</summary>
    public virtual bool? Prune => null;

    /// <summary>Whether Flux leaves the app alone. Default: no.</summary>
    public virtual bool? Suspend => null;

    /// <summary>Whether objects with changed immutable fields are deleted and made anew. Default: no.</summary>
    public virtual bool? Force => null;

    /// <summary>What becomes of the objects when the Kustomization itself is deleted. Default: the cluster's, or else MirrorPrune.</summary>
    public virtual DeletionPolicy? DeletionPolicy => null;

    /// <summary>How Flux decrypts SOPS files. Default: the cluster's.</summary>
    public virtual Decryption? Decryption => null;

    /// <summary>Labels of the Kustomization itself, such as a shard's key.</summary>
    public virtual Map<string> Labels => [];

    /// <summary>Annotations of the Kustomization itself.</summary>
    public virtual Map<string> Annotations => [];

    /// <summary>Where Flux gets this app from. Default: the cluster's source.</summary>
    public virtual SourceReference? Source => null;

    /// <summary>
    /// Fields of <c>spec</c> that have no member here, such as <c>serviceAccountName</c>, <c>kubeConfig</c>, <c>namePrefix</c> or <c>images</c>; written behind all
    /// others.
    /// </summary>
    public virtual Values? OtherSpec => null;

    /// <summary>More of the app's kustomization.yaml: images, labels, configurations, patches of kustomize itself.</summary>
    public virtual KustomizeOptions Kustomize => KustomizeOptions.None;

    /// <summary>
    /// Declares an object that something this app runs will make, such as the Secret of an operator or what a ResourceSet unfolds to. It can be referred to, and is
    /// not written: <c>public Secret Login =&gt; field ??= Provided(new Secret("postgres-app"));</c>
    /// </summary>
    /// <param name="item">The object, as far as its kind and name.</param>
    /// <returns>The same object.</returns>
    protected T Provided<T>(T item)
        where T : KubernetesObject
    {
        ArgumentNullException.ThrowIfNull(item);
        item.IsProvided = true;
        item.Owner = Owner;
        return item;
    }

    internal AppRegistration Registration =>
        registration ?? throw new InvalidOperationException(
            $"The names of {GetType().Name} are not known in its constructor and field initialisers; use them in a property such as 'X => field ??= …'.");

    internal bool IsAttached => registration is not null;

    internal FluxNamespace Home => home!;

    /// <summary>The namespace that the objects land in.</summary>
    internal string EffectiveNamespace => TargetNamespace is "" ? Kustomize.Namespace ?? Namespace : TargetNamespace ?? Namespace;

    internal ObjectOwner Owner => field ??= new(Name, Namespace, TargetNamespace is "" ? Kustomize.Namespace : EffectiveNamespace, this, $"app '{Namespace}/{Name}'");

    /// <summary>The manifests, evaluated once: two reads would make two sets of objects.</summary>
    internal ManifestList ManifestsOnce
    {
        get
        {
            if (manifests is not null)
                return manifests;
            IsListing = true;
            var composition = Composition.Current;
            var outer = composition?.Listing;
            if (composition is not null)
                composition.Listing = this;
            try
            {
                return manifests = Manifests;
            }
            finally
            {
                IsListing = false;
                if (composition is not null)
                    composition.Listing = outer;
            }
        }
    }

    /// <summary>Whether the manifests are being made right now: a name that is asked for meanwhile must not make them once more.</summary>
    internal bool IsListing { get; private set; }

    /// <summary>The constructs that were made while the app listed its objects: one that is then not among them was forgotten.</summary>
    internal List<Construct> Made { get; } = [];

    /// <summary>Forgets the manifests once they are written; what others refer to is held by the app's own properties.</summary>
    internal void ForgetManifests() => manifests = null;

    /// <summary>The components, evaluated once.</summary>
    internal ComponentList ComponentsOnce => field ??= Components;

    internal void Attach(AppRegistration found, FluxNamespace inNamespace)
    {
        registration = found;
        home = inNamespace;
    }
}
