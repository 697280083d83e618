namespace GitOps;

/// <summary>The objects of a component that its users can refer to.</summary>
internal static class BroughtObjects
{
    private const string Untyped = "global::GitOps.Manifest";

    public static IEnumerable<BroughtObject> Of(ComponentModel model, ComponentInput input)
    {
        // kustomize gives all objects another name then, and which one is not this reader's to tell.
        if (input.Files.Any(static file => file.Text.Contains("namePrefix:") || file.Text.Contains("nameSuffix:")))
            yield break;
        var seen = new HashSet<(string, string, string)>();
        foreach (var item in model.Objects)
        {
            // A Namespace is renamed by whoever includes it; a name with a fault is the rules' to judge.
            if (item.Name.Length == 0 || item.Kind.Length == 0 || item.Version.Length == 0 || item.Kind == "Namespace" || SubstitutionText.Parse(item.Name).Error is not null)
                continue;
            if (!seen.Add((item.Group, item.Kind, item.Name)))
                continue;
            var apiVersion = item.Group.Length == 0 ? item.Version : $"{item.Group}/{item.Version}";
            yield return new BroughtObject(
                apiVersion, item.Kind, item.Name, item.Namespace.Length == 0 ? null : item.Namespace, item.Secret == item.Name ? null : item.Secret,
                SchemaSet.Shipped.Find(apiVersion, item.Kind) is { } kind ? "global::" + kind.Name : Untyped);
        }
    }

    /// <summary>
    /// The member's name: the kind, and what the object's name says beyond its variables and the component's own name. <c>${APP}-postgres</c> of the component
    /// <c>postgres</c>, an ExternalSecret, is <c>ExternalSecret</c>; <c>${APP}-postgres-init</c> is <c>ExternalSecretInit</c>.
    /// </summary>
    public static Dictionary<BroughtObject, string> Names(ComponentSpec component, IEnumerable<string> taken)
    {
        var parts = component.NameParts;
        var folder = parts[parts.Length - 1];
        var parent = parts.Length > 1 ? parts[parts.Length - 2] : null;
        var stripped = component.Objects.ToDictionary(static item => item, item => NameOf(item, Strip(Words(item.Name), folder) ?? Strip(Words(item.Name), parent) ?? Words(item.Name)));
        var doubles = new HashSet<string>(stripped.Values.GroupBy(static name => name, StringComparer.Ordinal).Where(static same => same.Skip(1).Any()).Select(static same => same.Key), StringComparer.Ordinal);
        var used = new HashSet<string>(taken, StringComparer.Ordinal);
        var names = new Dictionary<BroughtObject, string>();
        foreach (var item in component.Objects.OrderBy(item => doubles.Contains(stripped[item])).ThenBy(static item => item.Kind, StringComparer.Ordinal).ThenBy(static item => item.Name, StringComparer.Ordinal))
        {
            var name = doubles.Contains(stripped[item]) ? NameOf(item, Words(item.Name)) : stripped[item];
            while (!used.Add(name))
                name += "Object";
            names.Add(item, name);
        }

        return names;
    }

    private static string NameOf(BroughtObject item, IReadOnlyList<string> words) => CSharpNames.FromKubernetesName(string.Join("-", new[] { item.Kind }.Concat(words)));

    /// <summary>The words of a name, its variables left out.</summary>
    private static IReadOnlyList<string> Words(string name) =>
        [.. SubstitutionText.Parse(name).Nodes.OfType<SubstitutionLiteral>().SelectMany(static literal => literal.Value.Split('-', '.', '_')).Where(static word => word.Length > 0)];

    private static IReadOnlyList<string>? Strip(IReadOnlyList<string> words, string? folder)
    {
        if (folder is null)
            return null;
        var prefix = folder.Split('-', '.', '_');
        return words.Count >= prefix.Length && words.Take(prefix.Length).SequenceEqual(prefix, StringComparer.OrdinalIgnoreCase) ? [.. words.Skip(prefix.Length)] : null;
    }
}
