namespace GitOps;

/// <summary>Writes a <c>patches</c> list, as a Flux Kustomization and a kustomization.yaml both take it.</summary>
internal static class PatchDocument
{
    /// <param name="text">The text of a patch, its literal dollars written for all substitutions that pass over them.</param>
    public static void Write(DocumentWriter writer, IReadOnlyList<Patch> patches, Func<Patch, string> text)
    {
        if (patches.Count == 0)
            return;
        writer.Yaml.Key("patches"u8);
        writer.Yaml.StartSequence();
        var around = writer.Place;
        foreach (var patch in patches)
        {
            writer.At(patch.Place ?? around);
            writer.Yaml.StartMapping();
            writer.Fields.Field("patch"u8, Lines(text(patch)));
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

        writer.At(around);
        writer.Yaml.EndSequence();
    }

    /// <summary>
    /// The text of a patch in an app's ks.yaml: the outer passes over the Kustomization itself, and those of the app over the objects that it reaches.
    /// </summary>
    public static string TextOf(RenderState state, Patch patch, AppPlan plan, int outerPasses)
    {
        if (!LiteralDollars.In(patch.Text))
            return patch.Text;
        var passes = plan.Substitution is { } folder ? folder.PassesOf(patch) : plan.SubstitutionPasses;
        if (passes is null)
            ReachesBoth(state, plan.Place, plan.What);
        return LiteralDollars.Write(patch.Text, outerPasses + (passes ?? plan.SubstitutionPasses));
    }

    public static void ReachesBoth(RenderState state, FindingPlace? place, string whose) =>
        state.Findings.Add(RuleMessage.Error(LiteralForBothRule.Id, place, LiteralForBothRule.Message, $"a patch of {whose}", "objects that Flux substitutes", "objects with substitution disabled",
            "split the patch by target"));

    /// <summary>A text with the tree's line ends. Not <c>ReplaceLineEndings</c>, which takes form feeds and Unicode separators inside texts for line ends too.</summary>
    public static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
