namespace GitOps;

/// <summary>Reads a kustomize Component: its variables, what it emits, and what is wrong with it.</summary>
internal static class ComponentReader
{
    /// <summary>The component in a folder; a folder that is none gives a model with that finding.</summary>
    public static ComponentModel Read(IFileTree tree, string folder, CancellationToken cancellation = default)
    {
        if (KustomizeReader.FileOf(tree, folder) is not { } file)
            return new(folder)
            {
                Findings = [tree.HasFolder(folder)
                    ? RuleMessage.Error(RuleIds.ResourceMissing, new(folder), KustomizeMessages.NoKustomizationFile, folder)
                    : RuleMessage.Error(RuleIds.ComponentMissing, new(folder), KustomizeMessages.ComponentMissing, folder)],
            };
        var findings = new List<Finding>();
        if (KindOf(tree.Read(file)!, cancellation) is { } kind && kind != "Component")
            findings.Add(RuleMessage.Error(RuleIds.NotAComponent, new(file), KustomizeMessages.NotAComponent, folder, kind));
        var reader = new KustomizeReader(tree, cancellation: cancellation);
        reader.ReadFolder(folder, null);
        return new(folder)
        {
            Parameters = ComponentParameters.Of(reader.Occurrences),
            Kustomizations = [.. reader.Kustomizations.Select(emitted => emitted with { Forwards = [.. emitted.Forwards, .. reader.PatchedForwards] })],
            Objects = reader.Objects,
            Findings = [.. findings, .. reader.Findings, .. reader.Texts.Select(SubstitutionSyntaxRule.Check).Where(static finding => finding is not null).Select(static finding => finding!)],
        };
    }

    /// <summary>Whether a kustomization file makes its folder a component, by its text alone.</summary>
    public static bool IsComponent(string kustomization, CancellationToken cancellation = default) => KindOf(kustomization, cancellation) == "Component";

    /// <summary>The kind that a kustomization file says, <c>Kustomization</c> where it says none; <see langword="null"/> for a file without content.</summary>
    public static string? KindOf(string kustomization, CancellationToken cancellation)
    {
        var file = YamlFile.Read(kustomization, cancellation);
        return file.Documents.Select(static document => document.Mapping).FirstOrDefault(static root => root is not null) is { } root ? root.Text("kind") ?? "Kustomization" : null;
    }
}
