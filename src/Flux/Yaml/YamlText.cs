namespace GitOps;

/// <summary>A scalar of a document and where it stands in it.</summary>
/// <param name="Segments">Its path; a list item's is <c>[0]</c>.</param>
/// <param name="IsKey">It is the key at that path and not the value.</param>
internal readonly record struct YamlText(YamlScalar Scalar, IReadOnlyList<string> Segments, bool IsKey)
{
    /// <summary>The path as messages write it: <c>spec.rules[0].host</c>; a key with a dot of its own is quoted.</summary>
    public string FieldPath => PathOf(Segments);

    public static string PathOf(IReadOnlyList<string> segments)
    {
        var path = new System.Text.StringBuilder();
        foreach (var segment in segments)
        {
            if (segment.Length > 0 && segment[0] == '[')
                path.Append(segment);
            else if (segment.IndexOfAny(['.', '/', '[', ' ']) >= 0)
                path.Append("[\"").Append(segment).Append("\"]");
            else
                path.Append(path.Length == 0 ? "" : ".").Append(segment);
        }

        return path.ToString();
    }

    /// <summary>All scalars of a node in the order of the text, keys before their values. An alias counts where it stands, with the place of its anchor.</summary>
    public static IEnumerable<YamlText> Below(YamlNode? node, IReadOnlyList<string>? path = null)
    {
        path ??= [];
        switch (node)
        {
            case YamlScalar scalar:
                yield return new(scalar, path, false);
                break;
            case YamlMapping mapping:
                foreach (var entry in mapping.Entries)
                {
                    IReadOnlyList<string> below = [.. path, entry.Name];
                    if (entry.Key is YamlScalar key)
                        yield return new(key, below, true);
                    foreach (var text in Below(entry.Value, below))
                        yield return text;
                }

                break;
            case YamlSequence sequence:
                for (var i = 0; i < sequence.Items.Count; i++)
                    foreach (var text in Below(sequence.Items[i], [.. path, $"[{i}]"]))
                        yield return text;
                break;
        }
    }
}
