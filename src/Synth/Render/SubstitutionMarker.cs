namespace GitOps;

/// <summary>The annotation or label by which Flux leaves an object's text alone (kustomize-controller; the value is compared exactly).</summary>
internal static class SubstitutionMarker
{
    public const string Name = "kustomize.toolkit.fluxcd.io/substitute";
    public const string Disabled = "disabled";

    public static bool IsSetOn(KubernetesObject item) =>
        item.SubstitutionDisabled || IsSetIn(item.Metadata.Annotations) || IsSetIn(item.Metadata.Labels);

    private static bool IsSetIn(Map<string>? entries) => entries is not null && entries.TryGetValue(Name, out var value) && value == Disabled;
}
