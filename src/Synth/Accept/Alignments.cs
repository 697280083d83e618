namespace GitOps;

/// <summary>
/// How a literal's text may have become a part of a field's value, or the other way round: all ways to lay one on the other so that they agree where they meet. From each follows what the
/// literal would have to say for the field's new value. Whether it really does so, only rendering shows.
/// </summary>
internal static class Alignments
{
    /// <summary>The values that the literal may get, those of the longest agreement first.</summary>
    public static IEnumerable<(string Value, bool IsWhole)> Of(string literal, string before, string after)
    {
        var found = Lay(literal, before, after);
        // Flux's escaping is added behind the literal's back (`Text.Literal`).
        if (literal.Contains('$', StringComparison.Ordinal) && before.Contains("$$", StringComparison.Ordinal))
            found = found.Concat(Lay(literal, Unescaped(before), Unescaped(after)));
        return found.OrderByDescending(static way => way.Overlap).Select(static way => (way.Value, way.IsWhole)).Distinct();
    }

    private static string Unescaped(string text) => text.Replace("$$", "$", StringComparison.Ordinal);

    private static IEnumerable<(string Value, bool IsWhole, int Overlap)> Lay(string literal, string before, string after)
    {
        if (literal.Length == 0 || before.Length == 0)
        {
            if (literal.Length == before.Length)
                yield return (after, true, 0);
            yield break;
        }
        // What differs must lie in the part where both meet: outside of it the new value is like the old one.
        var prefix = 0;
        while (prefix < before.Length && prefix < after.Length && before[prefix] == after[prefix])
            prefix++;
        var suffix = 0;
        while (suffix < before.Length && suffix < after.Length && before[^(suffix + 1)] == after[^(suffix + 1)])
            suffix++;
        for (var offset = 1 - literal.Length; offset < before.Length; offset++)
        {
            var start = Math.Max(0, offset);
            var end = Math.Min(before.Length, offset + literal.Length);
            if (start > prefix || before.Length - end > suffix || after.Length < start + before.Length - end
                || !before.AsSpan(start, end - start).SequenceEqual(literal.AsSpan(start - offset, end - start)))
                continue;
            var value = string.Concat(literal.AsSpan(0, start - offset), after.AsSpan(start, after.Length - (before.Length - end) - start), literal.AsSpan(end - offset));
            yield return (value, start == 0 && end == before.Length, end - start);
        }
    }
}
