using GitOps.Models.FluxCD;

namespace GitOps;

/// <summary>The rest of an app's kustomization.yaml.</summary>
public sealed record KustomizeOptions
{
    internal static KustomizeOptions None { get; } = new();

    /// <summary>The namespace that kustomize sets on every object. Default: left out, for Flux's target namespace does it.</summary>
    public string? Namespace { get; init; }

    /// <summary>Images to rename or to pin.</summary>
    public IReadOnlyList<ImageOverride> Images { get; init; } = [];

    /// <summary>Labels for every object.</summary>
    public IReadOnlyList<KustomizeLabels> Labels { get; init; } = [];

    /// <summary>Annotations for every object.</summary>
    public Map<string> CommonAnnotations { get; init; } = [];

    /// <summary>Files that teach kustomize the references inside custom resources, such as a name reference from Helm values to a generated ConfigMap.</summary>
    public IReadOnlyList<ManifestFile> Configurations { get; init; } = [];

    /// <summary>Patches that kustomize itself applies.</summary>
    public IReadOnlyList<Patch> Patches { get; init; } = [];

    /// <summary>Further fields of kustomization.yaml, such as <c>replacements</c>, <c>crds</c> or <c>namePrefix</c>; written behind all others.</summary>
    public Values? Other { get; init; }
}

/// <summary>Changes the name, tag or digest of a container image wherever it is used.</summary>
/// <param name="Name">The image's name in the objects.</param>
public sealed record ImageOverride(string Name)
{
    /// <summary>The name to use instead.</summary>
    public string? NewName { get; init; }

    /// <summary>The tag to use.</summary>
    public string? NewTag { get; init; }

    /// <summary>The digest to use; it wins over the tag.</summary>
    public string? Digest { get; init; }

    /// <summary>A comment above the entry, without <c>#</c>, such as Renovate's.</summary>
    public string? Comment { get; init; }

    /// <summary>A comment behind the tag, without <c>#</c>.</summary>
    public string? TagComment { get; init; }

    /// <summary>
    /// The image policy that owns whichever of <see cref="NewName"/>, <see cref="NewTag"/> and <see cref="Digest"/> are set: Flux's image automation writes the chosen image into them, and synth
    /// keeps what Flux has written.
    /// </summary>
    public ObjectRef<ImagePolicy>? Policy { get; init; }
}

/// <summary>Labels that kustomize sets on every object.</summary>
public sealed record KustomizeLabels
{
    /// <summary>The labels.</summary>
    public required Map<string> Pairs { get; init; }

    /// <summary>Whether selectors get them too; never change that for an app that runs. Default: no.</summary>
    public bool IncludeSelectors { get; init; }

    /// <summary>Whether Pod templates get them too. Default: no.</summary>
    public bool IncludeTemplates { get; init; }
}
