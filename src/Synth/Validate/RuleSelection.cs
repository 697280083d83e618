namespace GitOps;

/// <summary>Rules as people name them: <c>GOPS2001</c>, <c>2001</c>, or a range, <c>2xxx</c>, <c>GOPS20xx</c>.</summary>
internal sealed class RuleSelection
{
    private const string Prefix = "GOPS";
    private const int Digits = 4;

    private readonly List<string> patterns = [];

    public static string FullId(string id) => id.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) ? Prefix + id[Prefix.Length..].ToLowerInvariant() : Prefix + id.ToLowerInvariant();

    /// <summary>Adds an id or range; gives what is wrong with it, or <see langword="null"/>.</summary>
    public string? Add(string given)
    {
        var id = FullId(given);
        var number = id[Prefix.Length..];
        if (number.Length != Digits || number.AsSpan().TrimEnd('x').ContainsAnyExceptInRange('0', '9') || number[0] == 'x')
            return $"'{given}' is no id of a rule: write GOPS2001, or a range as 2xxx";
        if (!RulePages.Ids.Any(known => Matches(id, known)))
            return number.Contains('x', StringComparison.Ordinal) ? $"there is no rule in the range '{given}'" : $"there is no rule '{given}'{NearestName.Hint(NearestName.Of(id, RulePages.Ids))}";
        patterns.Add(id);
        return null;
    }

    public bool Has(string id) => patterns.Exists(pattern => Matches(pattern, id));

    private static bool Matches(string pattern, string id)
    {
        if (pattern.Length != id.Length) return false;
        for (var i = 0; i < pattern.Length; i++)
            if (pattern[i] != id[i] && pattern[i] != 'x') return false;
        return true;
    }
}
