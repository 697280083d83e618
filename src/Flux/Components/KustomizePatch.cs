namespace GitOps;

/// <summary>What a kustomize patch says of where it lands.</summary>
internal static class KustomizePatch
{
    /// <summary>A JSON pointer as a field path: <c>/spec/containers/0/image</c> is <c>spec.containers[0].image</c>, and <c>-</c> appends.</summary>
    public static IReadOnlyList<string> Segments(string pointer) =>
        [.. pointer.Split('/').Skip(1).Select(static part => part.Replace("~1", "/").Replace("~0", "~"))
            .Select(static part => part == "-" || (part.Length > 0 && part.All(static c => c is >= '0' and <= '9')) ? $"[{(part == "-" ? "0" : part)}]" : part)];

    /// <summary>The apiVersion that a target names by group and version.</summary>
    public static string ApiVersion(YamlMapping? target)
    {
        var version = target?.Text("version") ?? "";
        return target?.Text("group") is { Length: > 0 } group ? $"{group}/{version}" : version;
    }
}
