namespace GitOps;

/// <summary>Findings are printed by place: the whole run's first, then by file, line and column.</summary>
internal static class FindingOrder
{
    public static int Compare(Finding a, Finding b)
    {
        var byFile = string.CompareOrdinal(a.Place?.Path ?? "", b.Place?.Path ?? "");
        if (byFile != 0) return byFile;
        var byLine = (a.Place?.Line ?? 0).CompareTo(b.Place?.Line ?? 0);
        if (byLine != 0) return byLine;
        var byColumn = (a.Place?.Column ?? 0).CompareTo(b.Place?.Column ?? 0);
        if (byColumn != 0) return byColumn;
        var byId = string.CompareOrdinal(a.Id, b.Id);
        if (byId != 0) return byId;
        var byField = string.CompareOrdinal(a.FieldPath ?? "", b.FieldPath ?? "");
        return byField != 0 ? byField : string.CompareOrdinal(a.Message, b.Message);
    }
}
