namespace GitOps;

/// <summary>Writes a <c>patches</c> list, as a Flux Kustomization and a kustomization.yaml both take it.</summary>
internal static class PatchDocument
{
    public static void Write(DocumentWriter writer, IReadOnlyList<Patch> patches)
    {
        if (patches.Count == 0)
            return;
        writer.Yaml.Key("patches"u8);
        writer.Yaml.StartSequence();
        foreach (var patch in patches)
        {
            writer.Yaml.StartMapping();
            writer.Fields.Field("patch"u8, Lines(patch.Text));
            if (patch.Target is { } target)
            {
                writer.Yaml.Key("target"u8);
                writer.Yaml.StartMapping();
                writer.Fields.Field("annotationSelector"u8, target.AnnotationSelector);
                writer.Fields.Field("group"u8, target.Group);
                writer.Fields.Field("kind"u8, target.Kind);
                writer.Fields.Field("labelSelector"u8, target.LabelSelector);
                writer.Fields.Field("name"u8, target.Name);
                writer.Fields.Field("namespace"u8, target.Namespace);
                writer.Fields.Field("version"u8, target.Version);
                writer.Yaml.EndMapping();
            }

            writer.Yaml.EndMapping();
        }

        writer.Yaml.EndSequence();
    }

    /// <summary>A text with the tree's line ends. Not <c>ReplaceLineEndings</c>, which takes form feeds and Unicode separators inside texts for line ends too.</summary>
    public static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
