namespace GitOps;

/// <summary>
/// The core types that the SDK ships, to be recognised where a CRD holds them inline. Structure decides (names and types of fields, which are required);
/// fields that came later may be missing, for CRDs are made with many versions of Kubernetes.
/// </summary>
internal sealed class KnownShapes
{
    public static KnownShapes None { get; } = new([]);

    private readonly Dictionary<string, List<KnownShape>> byField = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownShape> byName = new(StringComparer.Ordinal);

    public KnownShapes(IEnumerable<KnownShape> shapes)
    {
        foreach (var shape in shapes)
        {
            byName[shape.Name.Name] = shape;
            foreach (var field in shape.Fields)
            {
                if (!byField.TryGetValue(field.Name, out var holders))
                    byField.Add(field.Name, holders = []);
                holders.Add(shape);
            }
        }
    }

    public IEnumerable<KnownShape> All => byName.Values;

    public KnownShape? ByName(string name) => byName.TryGetValue(name, out var shape) ? shape : null;

    /// <summary>The known types that have this structure; several where core types are equal.</summary>
    public IReadOnlyList<KnownShape> Matches(IReadOnlyList<FieldDraft> fields)
    {
        if (fields.Count == 0 || !byField.TryGetValue(fields[0].Name, out var holders))
            return [];
        List<KnownShape>? matches = null;
        foreach (var shape in holders)
            if (IsMatch(shape, fields))
                (matches ??= []).Add(shape);
        return matches ?? (IReadOnlyList<KnownShape>)[];
    }

    /// <summary>Of several equal types the one that the field's name speaks of.</summary>
    public static KnownShape Choose(IReadOnlyList<KnownShape> matches, string fieldName)
    {
        if (matches.Count > 1)
            foreach (var word in new[] { "ConfigMap", "Secret", "AppArmor", "Seccomp", "Node", "Label" })
                if (fieldName.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                    foreach (var match in matches)
                        if (match.Name.Name.StartsWith(word, StringComparison.Ordinal))
                            return match;
        return matches[0];
    }

    private static bool IsMatch(KnownShape shape, IReadOnlyList<FieldDraft> fields)
    {
        if (fields.Count > shape.Fields.Count || fields.Count < shape.OldFields)
            return false;
        var old = 0;
        foreach (var field in fields)
        {
            if (shape[field.Name] is not { } known || known.Required != field.Required || field.Nullable || !IsHarmless(field.Default) || !Fits(known.Type, field.Type))
                return false;
            if (!known.IsRecent)
                old++;
        }
        return old == shape.OldFields;
    }

    /// <summary>The defaults that core types carry themselves: they say nothing of the CRD that holds them.</summary>
    private static bool IsHarmless(string? value) => value is null or "\"\"" or "\"TCP\"" or "false";

    private static bool Fits(KnownType known, TypeDraft type)
    {
        if (known.Kind == SchemaTypeKind.Object)
            return type.Candidates.Any(candidate => candidate.Name.Name == known.Name) || type.Kind == SchemaTypeKind.FreeForm && known.Name == "ObjectMeta";
        return known.Kind == type.Kind && type.Enum is null && IsPlain(type.Constraints) && (known.Item is null || type.Item is not null && Fits(known.Item, type.Item));
    }

    /// <summary>A limit that the CRD adds makes it a type of its own.</summary>
    private static bool IsPlain(SchemaConstraints? constraints) =>
        constraints is null || constraints with { Format = null, ListType = null, ListMapKeys = default, MapType = null } == SchemaConstraints.None;
}
