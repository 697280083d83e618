namespace GitOps;

/// <summary>
/// The core types that the SDK ships, to be recognised where a CRD holds them inline. Structure decides (names and types of fields, which are required);
/// fields that came later may be missing, for CRDs are made with many versions of Kubernetes.
/// </summary>
internal sealed class KnownShapes
{
    private static readonly Lazy<KnownShapes> Shipped = new(() => KnownShapesText.Read("GitOps.Models.Kubernetes", KnownShapesText.Embedded()));

    public static KnownShapes None { get; } = new([]);

    /// <summary>The core Kubernetes types of the SDK; read when first asked for.</summary>
    public static KnownShapes Core => Shipped.Value;

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

    /// <summary>
    /// Of several equal types the one that the field's name speaks of; null when none is meant: a pair of plain fields (a name and a value) is a core type
    /// only where the field says so.
    /// </summary>
    public static KnownShape? Choose(IReadOnlyList<KnownShape> matches, string fieldName)
    {
        var word = SchemaNames.Singular(fieldName);
        foreach (var match in matches)
            if (match.Name.Name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0)
                return match;
        foreach (var hint in new[] { "ConfigMap", "Secret", "Node", "Label" })
            if (matches.Count > 1 && fieldName.IndexOf(hint, StringComparison.OrdinalIgnoreCase) >= 0)
                foreach (var match in matches)
                    if (match.Name.Name.StartsWith(hint, StringComparison.Ordinal) && !match.IsPlainPair)
                        return match;
        foreach (var match in matches)
            if (match.Name.Name is "LocalObjectReference" || !match.IsPlainPair && match.Name.Name is not ("RoleRef" or "Subject"))
                return match;
        return null;
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
    private static bool IsHarmless(string? value) => value is null or "\"\"" or "\"TCP\"" or "false"
        or "\"ext4\"" or "\"xfs\"" or "\"default\"" or "\"rbd\"" or "\"admin\"" or "\"/etc/ceph/keyring\"" or "\"ThinProvisioned\"";

    private static bool Fits(KnownType known, TypeDraft type)
    {
        if (known.Kind == SchemaTypeKind.Object)
            return IsPlain(type.Constraints) && (IsCandidate(type, known.Name!) || type.Kind == SchemaTypeKind.FreeForm && known.Name == "ObjectMeta");
        return known.Kind == type.Kind && type.Enum is null && IsPlain(type.Constraints) && (known.Item is null || type.Item is not null && Fits(known.Item, type.Item));
    }

    private static bool IsCandidate(TypeDraft type, string name)
    {
        foreach (var candidate in type.Candidates)
            if (candidate.Name.Name == name)
                return true;
        return false;
    }

    /// <summary>A limit that the CRD adds makes it a type of its own.</summary>
    private static bool IsPlain(SchemaConstraints? constraints) =>
        constraints is null || constraints with { Format = null, ListType = null, ListMapKeys = default, MapType = null } == SchemaConstraints.None;
}
