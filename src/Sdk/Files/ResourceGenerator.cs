using System.Runtime.CompilerServices;

namespace GitOps;

/// <summary>
/// A ConfigMap or Secret that kustomize generates from files and literals. Its name gets no hash unless asked for, because Helm values mention it.
/// </summary>
public abstract class ResourceGenerator : ManifestItem
{
    private protected ResourceGenerator(string? name, string file, int line)
        : base(file, line) => Name = name;

    /// <summary>The generated object's name; <see langword="null"/>: the app's.</summary>
    public string? Name { get; }

    /// <summary>Files; each becomes an entry called like the file.</summary>
    public IReadOnlyList<ManifestFile> Files { get; init; } = [];

    /// <summary>Files under a key of their own.</summary>
    public Map<ManifestFile> KeyedFiles { get; init; } = [];

    /// <summary>Entries given here.</summary>
    public Map<string> Literals { get; init; } = [];

    /// <summary>Files of lines <c>NAME=value</c>; each line becomes an entry.</summary>
    public IReadOnlyList<ManifestFile> Envs { get; init; } = [];

    /// <summary>Whether kustomize puts a hash of the content behind the name, so that a change restarts what mounts it. Default: no.</summary>
    public bool NameSuffixHash { get; init; }

    /// <summary>
    /// Whether the content is meant literally: Flux substitutes nothing in it (<c>kustomize.toolkit.fluxcd.io/substitute: disabled</c>). Default: no.
    /// </summary>
    public bool Literal { get; init; }

    /// <summary>Labels of the generated object.</summary>
    public Map<string>? Labels { get; init; }

    /// <summary>Annotations of the generated object.</summary>
    public Map<string>? Annotations { get; init; }
}

/// <summary>A ConfigMap that kustomize generates.</summary>
/// <param name="name">Its name; <see langword="null"/>: the app's.</param>
/// <param name="file">Filled in by the compiler.</param>
/// <param name="line">Filled in by the compiler.</param>
public sealed class ConfigMapGenerator(string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    : ResourceGenerator(name, file, line);

/// <summary>A Secret that kustomize generates; its content lies in the tree in plain text, so it is for what is no secret, or for SOPS files.</summary>
/// <param name="name">Its name; <see langword="null"/>: the app's.</param>
/// <param name="file">Filled in by the compiler.</param>
/// <param name="line">Filled in by the compiler.</param>
public sealed class SecretGenerator(string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    : ResourceGenerator(name, file, line)
{
    /// <summary>The Secret's type; <c>Opaque</c> by default.</summary>
    public string? Type { get; init; }
}
