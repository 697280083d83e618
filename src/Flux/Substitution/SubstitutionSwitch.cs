namespace GitOps;

/// <summary>The mark that takes one object out of substitution.</summary>
internal static class SubstitutionSwitch
{
    /// <summary>A label or an annotation of the built object (kustomize_varsub.go).</summary>
    public const string Key = "kustomize.toolkit.fluxcd.io/substitute";

    /// <summary>Compared exactly: <c>Disabled</c> does nothing.</summary>
    public const string Disabled = "disabled";

    /// <summary>Whether Flux leaves an object with these labels and annotations alone.</summary>
    public static bool IsOff(IReadOnlyDictionary<string, string>? labels, IReadOnlyDictionary<string, string>? annotations) =>
        IsOff(labels) || IsOff(annotations);

    private static bool IsOff(IReadOnlyDictionary<string, string>? map) => map is not null && map.TryGetValue(Key, out var value) && value == Disabled;
}
