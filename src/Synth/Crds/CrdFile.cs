namespace GitOps;

/// <summary>One CustomResourceDefinition as it will stand in the project.</summary>
/// <param name="Name">Its name, <c>certificates.cert-manager.io</c>.</param>
/// <param name="Kind">The kind that it defines.</param>
/// <param name="Content">The file, byte for byte.</param>
/// <param name="Node">The same, read.</param>
/// <param name="Place">Where it was found.</param>
internal sealed record CrdFile(string Name, string Kind, string Content, YamlMapping Node, FindingPlace Place)
{
    public string FileName => Name + ".yaml";

    /// <summary>The versions that it defines, in its order.</summary>
    public IReadOnlyList<string> Versions { get; } = VersionsOf(Node);

    /// <summary>The group that it belongs to.</summary>
    public string Group => (Node["spec"] as YamlMapping)?.Text("group") ?? "";

    /// <summary>The versions of a definition.</summary>
    public static IReadOnlyList<string> VersionsOf(YamlMapping crd) =>
        (crd["spec"] as YamlMapping)?["versions"] is YamlSequence versions
            ? [.. versions.Items.OfType<YamlMapping>().Select(static version => version.Text("name")).OfType<string>()]
            : [];
}
