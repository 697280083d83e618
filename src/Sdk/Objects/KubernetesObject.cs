using System.Runtime.CompilerServices;

namespace GitOps;

/// <summary>One Kubernetes object. Without a name of its own it is called like its app; without a namespace it lives in its app's.</summary>
public abstract class KubernetesObject : ManifestItem
{
    /// <summary>An object made at a place in the author's code.</summary>
    /// <param name="name">Its name; <see langword="null"/>: the name of the app that lists it.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    protected KubernetesObject(string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
        GivenName = name;
        Metadata = new();
    }

    /// <summary>The API group and version, such as <c>helm.toolkit.fluxcd.io/v2</c>.</summary>
    public abstract string ApiVersion { get; }

    /// <summary>The kind, such as <c>HelmRelease</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>Labels, annotations, and a name or namespace that differ from the app's.</summary>
    public ObjectMeta Metadata { get; init => field = (value ?? throw new ArgumentNullException(nameof(value))).Of(this); }

    /// <summary>The name of the file this object is written to; by default the kind in lower case, <c>helmrelease.yaml</c>.</summary>
    public string? FileName { get; init; }

    /// <summary>Comments above the whole object, behind the schema line, without <c>#</c>.</summary>
    public string? HeadComment { get; init; }

    /// <summary>
    /// Keeps Flux from substituting variables in this object, by its annotation <c>kustomize.toolkit.fluxcd.io/substitute: disabled</c>:
    /// for scripts and dashboards full of <c>${…}</c>.
    /// </summary>
    public bool SubstitutionDisabled { get; init; }

    /// <summary>The name given to the constructor.</summary>
    internal string? GivenName { get; }

    /// <summary>Who lists this object; known once the tree is planned.</summary>
    internal ObjectOwner? Owner { get; set; }

    /// <summary>Whether something that its app runs makes it: it is known, and never written.</summary>
    internal bool IsProvided { get; set; }

    /// <summary>The name it is written with.</summary>
    internal string? ResolvedName => GivenName ?? Metadata.GivenName ?? Owner?.DefaultObjectName;

    /// <summary>The same where it is asked for while its app lists its objects, and so before the app has taken it over.</summary>
    internal string? NameHere => ResolvedName ?? Composition.Current?.Listing?.Owner.DefaultObjectName;

    /// <summary>The name of the Secret that this makes, where it says another than its own.</summary>
    internal string? MadeSecret => this switch
    {
        Models.ExternalSecrets.ExternalSecret external => external.Spec?.Target?.Name,
        Models.CertManager.Certificate certificate => certificate.Spec?.SecretName,
        _ => null,
    };

    /// <summary>The namespace it will live in, or <see langword="null"/> while that is not known.</summary>
    internal string? ResolvedNamespace => Owner?.TargetNamespace ?? Metadata.Namespace ?? Owner?.Namespace;

    /// <summary>Writes everything below <c>metadata</c>, in the schema's order.</summary>
    /// <param name="writer">Where to.</param>
    protected internal abstract void WriteFields(ObjectWriter writer);
}
