using System.Text.RegularExpressions;

namespace GitOps;

/// <summary>An object of a folder as patches see it.</summary>
internal sealed record PatchableObject(string ApiVersion, string Kind, string? Namespace, string Name)
{
    public IReadOnlyDictionary<string, string> Labels { get; init; } = Empty;

    public IReadOnlyDictionary<string, string> Annotations { get; init; } = Empty;

    /// <summary>Flux leaves it alone.</summary>
    public bool IsOff { get; init; }

    private static readonly Dictionary<string, string> Empty = [];
}

/// <summary>Which objects a patch changes (kustomize, api/types/selector.go: names are anchored regular expressions), and whether it takes them out of substitution.</summary>
internal sealed class PatchTargets
{
    private readonly PatchTarget? target;
    private readonly IReadOnlyList<(string ApiVersion, string Kind, string? Namespace, string Name)> named;

    private PatchTargets(Patch patch)
    {
        target = patch.Target;
        var roots = YamlFile.Read(patch.Text).Documents.Select(static document => document.Root).ToArray();
        // Without a target the patch names its object itself.
        named = [.. roots.OfType<YamlMapping>().Select(static root => (root.Text("apiVersion") ?? "", root.Text("kind") ?? "",
            (root["metadata"] as YamlMapping)?.Text("namespace"), (root["metadata"] as YamlMapping)?.Text("name") ?? ""))];
        SwitchesOff = roots.Any(static root => root switch
        {
            YamlMapping mapping => RenderedTexts.IsOff(mapping),
            YamlSequence operations => operations.Items.OfType<YamlMapping>().Any(IsSwitch),
            _ => false,
        });
    }

    /// <summary>The patch sets the mark that makes Flux leave an object alone.</summary>
    public bool SwitchesOff { get; }

    public static PatchTargets Of(Patch patch) => new(patch);

    /// <summary>Whether the patch changes the object; what a selector cannot tell counts as a match.</summary>
    public bool Reach(PatchableObject item)
    {
        if (target is null)
            return named.Any(name => name.Kind == item.Kind && name.Name == item.Name && (name.ApiVersion.Length == 0 || name.ApiVersion == item.ApiVersion)
                && (name.Namespace is null || item.Namespace is null || name.Namespace == item.Namespace));
        var slash = item.ApiVersion.IndexOf('/', StringComparison.Ordinal);
        return Fits(target.Group, slash < 0 ? "" : item.ApiVersion[..slash]) && Fits(target.Version, item.ApiVersion[(slash + 1)..])
            && Fits(target.Kind, item.Kind) && Fits(target.Name, item.Name) && (item.Namespace is null || Fits(target.Namespace, item.Namespace))
            && Selects(target.LabelSelector, item.Labels) && Selects(target.AnnotationSelector, item.Annotations);
    }

    private static bool IsSwitch(YamlMapping operation) =>
        operation.Text("op") is "add" or "replace" && (operation.Text("path") ?? "") is var path
        && (path.StartsWith("/metadata/labels", StringComparison.Ordinal) || path.StartsWith("/metadata/annotations", StringComparison.Ordinal))
        && (operation["value"] is YamlMapping entries
            ? entries.Text(SubstitutionSwitch.Key) == SubstitutionSwitch.Disabled
            : path.EndsWith("/" + SubstitutionSwitch.Key.Replace("/", "~1", StringComparison.Ordinal), StringComparison.Ordinal) && operation.Text("value") == SubstitutionSwitch.Disabled);

    private static bool Fits(string? pattern, string text)
    {
        if (string.IsNullOrEmpty(pattern) || pattern == text)
            return true;
        try
        {
            return Regex.IsMatch(text, $"^(?:{pattern})$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            return true; // kustomize will say what is wrong with it
        }
    }

    // Equality and set-based requirements (apimachinery, labels/selector.go).
    private static bool Selects(string? selector, IReadOnlyDictionary<string, string> entries)
    {
        if (string.IsNullOrWhiteSpace(selector))
            return true;
        foreach (Match part in Requirement.Matches(selector))
        {
            var has = entries.TryGetValue(part.Groups["key"].Value, out var value);
            var values = part.Groups["set"].Value.Split(',', StringSplitOptions.TrimEntries);
            var isMet = part.Groups["op"].Value switch
            {
                "=" or "==" => has && value == part.Groups["value"].Value,
                "!=" => !has || value != part.Groups["value"].Value,
                "in" => has && values.Contains(value),
                "notin" => !has || !values.Contains(value),
                _ => part.Groups["not"].Success ? !has : has,
            };
            if (!isMet)
                return false;
        }

        return true;
    }

    private static readonly Regex Requirement = new(
        @"(?<not>!)?\s*(?<key>[A-Za-z0-9][A-Za-z0-9._/-]*)\s*(?:(?<op>==|!=|=)\s*(?<value>[A-Za-z0-9._-]*)|(?<op>in|notin)\s*\((?<set>[^)]*)\))?\s*(?:,|$)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
}
