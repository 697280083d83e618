namespace GitOps;

/// <summary>
/// The order of keys in what go-yaml v2 writes (sorter.go): numbers inside a name count as numbers, letters come after all else. It is not always an order
/// (z1a, z01, z10 go round in a circle), so .NET's own sorting, which may throw on such, is no use.
/// </summary>
internal static class GoKeyOrder
{
    /// <summary>Up to here Go sorts by insertion, and so circles come out as they do there.</summary>
    private const int Few = 12;

    public static List<DataField> Sorted(IReadOnlyList<DataField> fields)
    {
        var sorted = new List<DataField>(fields);
        if (sorted.Count <= Few)
            SortByInsertion(sorted, 0, sorted.Count);
        else
            SortByMerging(sorted, [.. sorted], 0, sorted.Count);
        return sorted;
    }

    private static void SortByInsertion(List<DataField> fields, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
            for (var j = i; j > start && IsLess(fields[j].Name, fields[j - 1].Name); j--)
                (fields[j], fields[j - 1]) = (fields[j - 1], fields[j]);
    }

    private static void SortByMerging(List<DataField> fields, DataField[] spare, int start, int end)
    {
        if (end - start <= Few)
        {
            SortByInsertion(fields, start, end);
            return;
        }

        var middle = (start + end) / 2;
        SortByMerging(fields, spare, start, middle);
        SortByMerging(fields, spare, middle, end);
        fields.CopyTo(start, spare, start, end - start);
        var (left, right) = (start, middle);
        for (var i = start; i < end; i++)
            fields[i] = right < end && (left == middle || IsLess(spare[right].Name, spare[left].Name)) ? spare[right++] : spare[left++];
    }

    private static bool IsLess(string a, string b)
    {
        for (var i = 0; i < a.Length && i < b.Length; i++)
        {
            if (a[i] == b[i])
                continue;
            // Go compares runes: of a pair the whole counts.
            var (aIsLetter, bIsLetter) = (IsLetter(a, i), IsLetter(b, i));
            if (aIsLetter && bIsLetter)
                return RuneAt(a, i) < RuneAt(b, i);
            if (aIsLetter || bIsLetter)
                return bIsLetter;
            // A zero inside a number is a digit of it; at its start it is not.
            var seed = (a[i] == '0' || b[i] == '0') && FollowsDigit(a, i) ? 1 : 0;
            var aNumber = NumberAt(a, i, seed, out var aEnd);
            var bNumber = NumberAt(b, i, seed, out var bEnd);
            if (aNumber != bNumber)
                return aNumber < bNumber;
            return aEnd != bEnd ? aEnd < bEnd : RuneAt(a, i) < RuneAt(b, i);
        }

        return a.Length < b.Length;
    }

    private static bool IsLetter(string text, int i) => IsPair(text, i) ? char.IsLetter(text, PairStart(text, i)) : char.IsLetter(text[i]);

    private static bool IsPair(string text, int i) => PairStart(text, i) is var start && start + 1 < text.Length && char.IsSurrogatePair(text, start);

    private static int PairStart(string text, int i) => char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]) ? i - 1 : i;

    private static bool FollowsDigit(string text, int i)
    {
        for (var j = i - 1; j >= 0 && char.IsDigit(text[j]); j--)
            if (text[j] != '0')
                return true;
        return false;
    }

    private static long NumberAt(string text, int start, long seed, out int end)
    {
        for (end = start; end < text.Length && char.IsDigit(text[end]); end++)
            seed = unchecked((seed * 10) + (text[end] - '0'));
        return seed;
    }

    private static int RuneAt(string text, int i) => IsPair(text, i) ? char.ConvertToUtf32(text, PairStart(text, i)) : text[i];
}
