namespace GitOps;

/// <summary>"Did you mean": the nearest of the names that exist.</summary>
internal static class NearestName
{
    /// <summary>Names that are looked at: enough for any repository, few enough when tens of thousands of names are wrong among as many.</summary>
    private const int MostCandidates = 5_000;

    /// <summary>
    /// The candidate with the fewest typing errors (a letter too many, missing, other, or two swapped; case counts nothing), the first of equals; none when it takes
    /// more than a third of the letters, or more than three.
    /// </summary>
    public static string? Of(string name, IEnumerable<string> candidates)
    {
        string? best = null;
        var limit = Math.Min(3, name.Length / 3);
        var looked = 0;
        foreach (var candidate in candidates)
        {
            if (++looked > MostCandidates)
                break;
            if (candidate == name || Math.Abs(candidate.Length - name.Length) > limit)
                continue;
            var distance = Distance(name, candidate, limit);
            if (distance > limit || (distance == limit && best is not null))
                continue;
            best = candidate;
            limit = distance;
            if (limit == 0)
                break;
        }

        return best;
    }

    /// <summary>The sentence's end for a message: <c>; did you mean 'X'?</c>, or nothing.</summary>
    public static string Hint(string? nearest) => nearest is null ? "" : $"; did you mean '{nearest}'?";

    /// <summary>The Damerau-Levenshtein distance (each letter edited once); anything above the limit is one more than it.</summary>
    public static int Distance(string a, string b, int limit)
    {
        var before = new int[b.Length + 1];
        var last = new int[b.Length + 1];
        var row = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Same(a[i - 1], b[j - 1]) ? 0 : 1;
                var distance = Math.Min(Math.Min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && Same(a[i - 1], b[j - 2]) && Same(a[i - 2], b[j - 1]))
                    distance = Math.Min(distance, before[j - 2] + 1);
                row[j] = distance;
                least = Math.Min(least, distance);
            }

            if (least > limit)
                return limit + 1;
            (before, last, row) = (last, row, before);
        }

        return Math.Min(last[b.Length], limit + 1);
    }

    private static bool Same(char a, char b) => a == b || char.ToUpperInvariant(a) == char.ToUpperInvariant(b);
}
