namespace GitOps;

/// <summary>Kubernetes' order of versions: v2 after v1 after v1beta2 after v1beta1 after v1alpha1, and all else before them.</summary>
internal sealed class ApiVersionComparer : IComparer<string>
{
    public static ApiVersionComparer Instance { get; } = new();

    public int Compare(string? x, string? y)
    {
        var (firstLevel, firstMajor, firstMinor) = Parts(x ?? "");
        var (secondLevel, secondMajor, secondMinor) = Parts(y ?? "");
        var order = firstLevel.CompareTo(secondLevel);
        if (order == 0)
            order = firstMajor.CompareTo(secondMajor);
        if (order == 0)
            order = firstMinor.CompareTo(secondMinor);
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }

    private static (int Level, long Major, long Minor) Parts(string version)
    {
        var at = 1;
        if (version.Length < 2 || version[0] != 'v' || !TakeNumber(version, ref at, out var major))
            return (0, 0, 0);
        if (at == version.Length)
            return (3, major, 0);
        var level = version.IndexOf("alpha", at, StringComparison.Ordinal) == at ? 1 : version.IndexOf("beta", at, StringComparison.Ordinal) == at ? 2 : 0;
        if (level == 0)
            return (0, 0, 0);
        at += level == 1 ? 5 : 4;
        return TakeNumber(version, ref at, out var minor) && at == version.Length ? (level, major, minor) : (0, 0, 0);
    }

    private static bool TakeNumber(string text, ref int at, out long number)
    {
        number = 0;
        var start = at;
        while (at < text.Length && at - start < 9 && YamlNumbers.IsDigit(text[at]))
            number = number * 10 + (text[at++] - '0');
        return at > start;
    }
}
