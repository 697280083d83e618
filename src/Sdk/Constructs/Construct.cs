using System.Runtime.CompilerServices;
using GitOps.Models.FluxCD;

namespace GitOps;

/// <summary>
/// Several objects that belong together, listed among an app's <see cref="FluxApp.Manifests"/> like one: a database, a backup, a login in front of a route. What it needs comes
/// with it: the app depends on whatever the construct refers to by <see cref="Ref{TApp}"/>, on what its class names by <see cref="DependsOnAttribute{TApp}"/> and on what
/// <see cref="DependsOn"/> adds; its health checks are the app's. It is replaceable: <c>[.. Database.Manifests]</c> lists the same objects one by one, and leaves the rest to the app.
/// </summary>
public abstract class Construct : ManifestItem
{
    private readonly List<KubernetesObject> provided = [];
    private readonly Composition? madeIn;
    private readonly FluxApp? madeBy;
    private ManifestList? manifests;
    private ObjectOwner? owner;

    /// <summary>
    /// A construct made at a place in the author's code. A class of the author's hands the two on, or findings stand at the app instead of the line:
    /// <c>class Backup([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : VolSyncBackup(null, file, line)</c>.
    /// </summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    protected Construct([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
        madeIn = Composition.Current;
        madeBy = madeIn?.Listing;
        madeBy?.Made.Add(this);
    }

    /// <summary>The objects that it stands for, made once.</summary>
    public ManifestList Manifests => manifests ??= Compose();

    /// <summary>More that must be ready first, beside what the construct refers to: <c>DependsOn = [Dependency.On&lt;VolSyncOperator&gt;()]</c>.</summary>
    public IReadOnlyList<Dependency> DependsOn { get; init; } = [];

    /// <summary>Makes the objects, once the app that lists them is known. Each takes its place in the code from the construct: <c>new Service(name, File, Line)</c>.</summary>
    protected abstract ManifestList Compose();

    /// <summary>What the kind of construct itself needs first and refers to by text alone.</summary>
    protected internal virtual IReadOnlyList<Dependency> Needs => [];

    /// <summary>What must be healthy for the app to be ready; left out where the app waits for all its objects.</summary>
    protected internal virtual IReadOnlyList<HealthCheck> HealthChecks => [];

    /// <summary>How the health of its custom resources is read; left out where the app looks at no health. What the app says of the same kind wins.</summary>
    protected internal virtual IReadOnlyList<HealthCheckExpr> HealthCheckExprs => [];

    /// <summary>Kustomizations beside the app's own, for what must lie in another namespace.</summary>
    protected internal virtual IReadOnlyList<CompanionKustomization> Companions => [];

    /// <summary>The C# file that made the construct, for the constructors of its objects.</summary>
    protected string File => Place.File;

    /// <summary>The line that made the construct, for the constructors of its objects.</summary>
    protected int Line => Place.Line;

    /// <summary>The app that lists it.</summary>
    /// <exception cref="ReferenceException">Nobody has listed it yet, or a namespace or component lists it.</exception>
    protected FluxApp App => owner is { Of: var of } && of == Composition.Current && owner.App is { } app ? app : madeIn == Composition.Current && madeBy is not null ? madeBy
        : throw new ReferenceException($"this {GetType().Name} takes names from its app, and none lists it: list it in the Manifests of an app, or give it a name of its own", Place);

    internal string AppName => App.Name;

    /// <summary>
    /// Declares an object that what is made here will make itself, such as the Secret of an operator: it can be referred to, and is not written.
    /// </summary>
    /// <param name="item">The object, as far as its kind and name.</param>
    /// <returns>The same object.</returns>
    protected T Provided<T>(T item)
        where T : KubernetesObject
    {
        ArgumentNullException.ThrowIfNull(item);
        item.IsProvided = true;
        item.Owner = owner;
        provided.Add(item);
        return item;
    }

    /// <summary>Who lists it; known once the tree is planned. All objects take it over.</summary>
    internal ObjectOwner? ListedBy
    {
        get => owner;
        set
        {
            owner = value;
            foreach (var item in provided)
                item.Owner = value;
        }
    }

    /// <summary>Whether somebody has asked for its objects: then they are listed one by one.</summary>
    internal bool IsComposed => manifests is not null;

    /// <summary>The Kustomizations beside the app's, once it is listed.</summary>
    internal IReadOnlyList<CompanionApp> CompanionApps { get; set; } = [];

    /// <summary>What it takes that can be had once only in a cluster.</summary>
    internal virtual IReadOnlyList<ExclusiveClaim> Claims => [];

    /// <summary>All that it says it needs.</summary>
    internal IEnumerable<Dependency> AllNeeds =>
        GetType().GetCustomAttributes(typeof(DependsOnAttribute), inherit: true).Cast<DependsOnAttribute>().Select(static needed => Dependency.On(needed.App) with { ReadyExpr = needed.ReadyExpr })
            .Concat(Needs).Concat(DependsOn);
}
