namespace GitOps;

/// <summary>A Flux Kustomization as its ks.yaml says it: what Flux will read, whatever the C# looked like.</summary>
public sealed class RenderedKustomization
{
    private readonly YamlMapping? spec;

    internal RenderedKustomization(string @namespace, YamlMapping root)
    {
        Namespace = @namespace;
        Name = (root["metadata"] as YamlMapping)?.Text("name") ?? "";
        spec = root["spec"] as YamlMapping;
    }

    /// <summary>Its namespace, which the kustomization.yaml above it sets.</summary>
    public string Namespace { get; }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary><c>spec.path</c>.</summary>
    public string? Path => Field("path");

    /// <summary><c>spec.dependsOn</c>, as <c>namespace/name</c>.</summary>
    public IReadOnlyList<string> DependsOn =>
        [.. Items("dependsOn").OfType<YamlMapping>().Select(entry => $"{entry.Text("namespace") ?? Namespace}/{entry.Text("name")}")];

    /// <summary><c>spec.components</c>, as written.</summary>
    public IReadOnlyList<string> Components => [.. Items("components").OfType<YamlScalar>().Select(static entry => entry.Text)];

    /// <summary><c>spec.postBuild.substitute</c>.</summary>
    public IReadOnlyDictionary<string, string> Substitute =>
        ((spec?["postBuild"] as YamlMapping)?["substitute"] as YamlMapping)?.Entries.ToDictionary(static entry => entry.Name, static entry => (entry.Value as YamlScalar)?.Text ?? "", StringComparer.Ordinal)
        ?? [];

    /// <summary><c>spec.postBuild.substituteFrom</c>, as <c>kind/name</c>, in order.</summary>
    public IReadOnlyList<string> SubstituteFrom =>
        [.. (((spec?["postBuild"] as YamlMapping)?["substituteFrom"] as YamlSequence)?.Items ?? []).OfType<YamlMapping>().Select(static entry => $"{entry.Text("kind")}/{entry.Text("name")}")];

    /// <summary>A field of <c>spec</c> that is a scalar, such as <c>interval</c> or <c>wait</c>; <see langword="null"/> when it is not written.</summary>
    public string? Field(string name) => (spec?[name] as YamlScalar)?.Text;

    private IReadOnlyList<YamlNode> Items(string field) => (spec?[field] as YamlSequence)?.Items ?? [];
}
