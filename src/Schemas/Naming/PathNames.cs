using System.Globalization;

namespace GitOps;

/// <summary>
/// Names for the types of a user's CRDs, from that file alone: the kind and the words of the path, without <c>spec</c> and without repeating a word
/// (<c>Prometheus</c>, <c>spec.storage.volumeClaimTemplate</c>: PrometheusStorageVolumeClaimTemplate). A name is made of its own path only, so a new
/// field never renames another type; and the kind in front keeps the types of two files of one group apart.
/// </summary>
internal static class PathNames
{
    private const int MostLength = 120;

    public static DraftNames Of(IReadOnlyList<KindDraft> kinds)
    {
        var names = new DraftNames();
        var used = new HashSet<SchemaTypeName>(SchemaTypeNameComparer.IgnoreCase);
        foreach (var kind in kinds)
            Add(names, used, kind.Body, kind.GivenName ?? new SchemaTypeName(SchemaNames.Namespace(kind.Group), KindName(kind, kinds)));
        foreach (var (draft, use) in DraftWalk.Of(kinds))
            if (!names.Knows(draft))
                Add(names, used, draft, new SchemaTypeName(SchemaNames.Namespace(use.Kind.Group), Name(names[use.Kind.Body].Name, use)));
        return names;
    }

    /// <summary>The newest version that is served carries the kind's bare name; others end in their version.</summary>
    public static string KindName(KindDraft kind, IReadOnlyList<KindDraft> kinds)
    {
        var newest = kinds.Where(other => other.Kind == kind.Kind && other.Group == kind.Group)
            .OrderByDescending(other => other.Served).ThenByDescending(other => other.Version, ApiVersionComparer.Instance).First();
        var name = SchemaNames.Pascal(kind.Kind);
        if (!ReferenceEquals(newest, kind))
            return name + SchemaNames.Pascal(kind.Version);
        return SchemaNames.IsTaken(name) ? name + "Resource" : name;
    }

    private static string Name(string kind, DraftUse use)
    {
        var name = kind;
        var last = "";
        foreach (var step in use.Steps())
        {
            var word = step.Word;
            if (step.Parent!.Parent is null && step.Field == "spec")
                word = use.Depth == 1 ? "Spec" : "";
            else if (last.Length > 2 && word.Length > last.Length && word.StartsWith(last, StringComparison.Ordinal) && char.IsUpper(word[last.Length]))
                word = word.Substring(last.Length);
            name += word;
            last = step.Word;
        }
        if (name.Length <= MostLength)
            return name;
        return name.Substring(0, MostLength - 8) + DraftKeys.Hash(use.Path).Substring(0, 8).ToUpper(CultureInfo.InvariantCulture);
    }

    private static void Add(DraftNames names, HashSet<SchemaTypeName> used, object draft, SchemaTypeName name)
    {
        var unique = name;
        for (var n = 2; !used.Add(unique); n++)
            unique = name with { Name = name.Name + n.ToString(CultureInfo.InvariantCulture) };
        names.Add(draft, unique);
    }
}

/// <summary>Names that differ in case only are one to a file system.</summary>
internal sealed class SchemaTypeNameComparer : IEqualityComparer<SchemaTypeName>
{
    public static SchemaTypeNameComparer IgnoreCase { get; } = new();

    public bool Equals(SchemaTypeName x, SchemaTypeName y) => x.Namespace == y.Namespace && string.Equals(x.Name, y.Name, StringComparison.OrdinalIgnoreCase);

    public int GetHashCode(SchemaTypeName name) => StringComparer.OrdinalIgnoreCase.GetHashCode(name.Name);
}
