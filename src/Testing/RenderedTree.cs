using System.Text;

namespace GitOps;

/// <summary>The tree that a cluster makes, as values: its files, and its objects by type and name.</summary>
public sealed class RenderedTree
{
    private readonly Rendering rendering;

    internal RenderedTree(Rendering rendering)
    {
        this.rendering = rendering;
        Files = new SortedDictionary<string, string>(
            rendering.Result.Plan!.Files.ToDictionary(static file => file.Path, static file => Encoding.UTF8.GetString(file.Content.Span)), StringComparer.Ordinal);
    }

    /// <summary>Every file that synth would write, by its path relative to the repository's root.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>What synth would warn about, a line each, with the C# line.</summary>
    public IReadOnlyList<string> Warnings => [.. rendering.Result.Findings.Select(static finding => finding.ToString())];

    /// <summary>The Kustomizations, as <c>namespace/name</c>.</summary>
    public IReadOnlyList<string> Kustomizations => [.. rendering.Result.Plan!.Kustomizations.Select(static item => item.Address)];

    /// <summary>The object of a type, as it was written in C#.</summary>
    /// <typeparam name="T">The model, such as <c>HelmRelease</c>; <see cref="Manifest"/> for untyped objects.</typeparam>
    /// <param name="namespace">The namespace it lands in; <see langword="null"/> for an object of the cluster, or when the name says enough.</param>
    /// <param name="name">Its name.</param>
    /// <exception cref="InvalidOperationException">There is none, or more than one; the message says what there is.</exception>
    public T Get<T>(string? @namespace, string name)
        where T : KubernetesObject
    {
        var found = All<T>().Where(item => item.ResolvedName == name && (@namespace is null || item.ResolvedNamespace == @namespace)).ToArray();
        return found.Length == 1 ? found[0] : throw new InvalidOperationException(
            $"The tree has {(found.Length == 0 ? "no" : found.Length + " of")} {typeof(T).Name} '{@namespace}/{name}'. There are: {string.Join(", ", All<T>().Select(Address))}.");
    }

    /// <summary>All objects of a type, in the order of the tree.</summary>
    public IEnumerable<T> All<T>()
        where T : KubernetesObject => rendering.Objects.OfType<T>();

    /// <summary>The text of the ks.yaml that holds a Kustomization.</summary>
    /// <exception cref="InvalidOperationException">There is no such Kustomization.</exception>
    public string KustomizationFile(string @namespace, string name) =>
        rendering.Result.Plan!.Kustomizations.FirstOrDefault(item => item.Namespace == @namespace && item.Name == name) is { } found
            ? Files[found.File]
            : throw new InvalidOperationException($"The tree has no Kustomization '{@namespace}/{name}'. There are: {string.Join(", ", Kustomizations)}.");

    /// <summary>A Kustomization of an app, as its ks.yaml says it.</summary>
    /// <exception cref="InvalidOperationException">There is no such Kustomization.</exception>
    public RenderedKustomization Kustomization(string @namespace, string name) =>
        YamlFile.Read(KustomizationFile(@namespace, name)).Documents.Where(static document => document.Mapping is not null)
            .Select(document => new RenderedKustomization(@namespace, document.Mapping!)).First(found => found.Name == name);

    /// <summary>All Kustomizations of apps, in the order of the tree.</summary>
    public IEnumerable<RenderedKustomization> AllKustomizations => rendering.Result.Plan!.Kustomizations.Where(item => item.Folders.Count > 0)
        .Select(item => Kustomization(item.Namespace, item.Name));

    private static string Address(KubernetesObject item) => item.ResolvedNamespace is { } inside ? $"{inside}/{item.ResolvedName}" : item.ResolvedName ?? "?";
}
