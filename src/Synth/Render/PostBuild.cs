namespace GitOps;

/// <summary>What the <c>spec.postBuild</c> of a Flux Kustomization says, wherever it is written: whether Flux substitutes, and from what.</summary>
internal sealed record PostBuild
{
    public static PostBuild None { get; } = new();

    public IReadOnlyList<VariableAssignment> Variables { get; init; } = [];

    public IReadOnlyList<VariableSourceReference> Sources { get; init; } = [];

    /// <summary><c>substituteStrategy: Always</c>: without any variable too.</summary>
    public bool Always { get; init; }

    /// <summary>Whether substitution runs. A source that turns out to be empty does not count for Flux, and cannot be seen here.</summary>
    public bool Runs => Always || Variables.Count > 0 || Sources.Count > 0;

    public int Passes => Runs ? 1 : 0;

    /// <summary>Reads the <c>spec</c> of a Kustomization.</summary>
    public static PostBuild Of(YamlMapping? spec, FindingPlace? place) => spec?["postBuild"] is YamlMapping postBuild ? OfPostBuild(postBuild, place) : None;

    public static PostBuild OfPostBuild(YamlMapping postBuild, FindingPlace? place) => new()
    {
        Variables = postBuild["substitute"] is YamlMapping substitute ? VariablesOf(substitute, place) : [],
        Sources = postBuild["substituteFrom"] is YamlSequence sources ? SourcesOf(sources, place) : [],
        Always = postBuild.Text("substituteStrategy") == "Always",
    };

    public static IReadOnlyList<VariableAssignment> VariablesOf(YamlMapping substitute, FindingPlace? place) =>
        [.. substitute.Entries.Select(entry => new VariableAssignment(entry.Name, (entry.Value as YamlScalar)?.Text is { } text ? LiteralDollars.Write(text, 0) : null, place))];

    public static IReadOnlyList<VariableSourceReference> SourcesOf(YamlSequence sources, FindingPlace? place) =>
        [.. sources.Items.OfType<YamlMapping>().Select(source => SourceOf(source, place))];

    public static VariableSourceReference SourceOf(YamlMapping source, FindingPlace? place) => new(source.Text("kind") ?? "", source.Text("name") ?? "", place)
    {
        IsOptional = (source["optional"] as YamlScalar)?.Yaml11 == YamlValue.True,
    };

    /// <summary>Reads the fields of a <c>spec</c> that an author gave freely.</summary>
    public static PostBuild Of(Values? spec, FindingPlace? place) =>
        spec is null || !spec.Contains("postBuild") ? None : Of(YamlFile.Read(DocumentWriter.TextOf(writer => writer.Fields(spec))).Documents[0].Mapping, place);

    /// <summary>Reads an object that is a Flux Kustomization; <see langword="null"/> for any other.</summary>
    public static PostBuild? Of(KubernetesObject item) =>
        IsKustomization(item.ApiVersion, item.Kind) ? Of(YamlFile.Read(DocumentWriter.TextOf(item.WriteFields)).Documents[0].Mapping?["spec"] as YamlMapping, null) : null;

    /// <summary>Reads a document that is a Flux Kustomization; <see langword="null"/> for any other.</summary>
    public static PostBuild? Of(YamlMapping root) =>
        IsKustomization(root.Text("apiVersion"), root.Text("kind")) ? Of(root["spec"] as YamlMapping, null) : null;

    public static bool IsKustomization(string? apiVersion, string? kind) =>
        kind == "Kustomization" && apiVersion?.StartsWith("kustomize.toolkit.fluxcd.io/", StringComparison.Ordinal) == true;

    /// <summary>
    /// Whether a text of a Kustomization becomes part of the objects that it builds, which it then substitutes once more: its patches and images.
    /// </summary>
    public static bool LandsInObjects(IReadOnlyList<string> segments) =>
        segments is ["spec", "patches", _, "patch"] or ["spec", "images", ..];
}
