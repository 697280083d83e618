namespace GitOps;

/// <summary>One document of a file.</summary>
/// <param name="Root">Null for a document of comments or of nothing.</param>
/// <param name="Start">Where its content begins, or its <c>---</c> when it has none.</param>
internal sealed record YamlDocument(YamlNode? Root, YamlMark Start)
{
    public YamlMapping? Mapping => Root as YamlMapping;
}
