namespace GitOps;

/// <summary>Whether an object of the author's is taken out of substitution, by itself or by its metadata.</summary>
internal static class SubstitutionMarker
{
    public static bool IsSetOn(KubernetesObject item) =>
        item.SubstitutionDisabled || IsSetIn(item.Metadata.Annotations) || IsSetIn(item.Metadata.Labels);

    public static bool IsSetOn(ResourceGenerator generator) => generator.Literal || IsSetIn(generator.Annotations) || IsSetIn(generator.Labels);

    private static bool IsSetIn(Map<string>? entries) => entries is not null && entries.TryGetValue(SubstitutionSwitch.Key, out var value) && value == SubstitutionSwitch.Disabled;
}
