namespace GitOps;

/// <summary>A Kubernetes quantity: a decimal number and <c>Ki Mi Gi Ti Pi Ei</c>, <c>n u m k M G T P E</c> or an exponent (apimachinery resource.Quantity).</summary>
internal static class QuantityLiteral
{
    /// <summary>What is wrong with it and the nearest right one, or <see langword="null"/>.</summary>
    public static string? Fault(string text)
    {
        if (text.Length == 0)
            return "is empty, a quantity is a number and a suffix: '500m', '5Gi'";
        var i = NumberIn(text, out var digits, out var points);
        if (digits == 0)
            return "has no number, a quantity is a number and a suffix: '500m', '5Gi'";
        if (points > 1)
            return "has more than one '.'";
        var suffix = text.Substring(i);
        if (IsSuffix(suffix))
            return null;
        var number = text.Substring(0, i);
        return MeantSuffix(suffix.Trim()) is { } meant
            ? $"has the suffix '{suffix}', write '{number}{meant}'"
            : $"has the suffix '{suffix}', a quantity ends in nothing, 'm', 'k', 'M', 'G', 'T', 'Ki', 'Mi', 'Gi' or 'Ti'";
    }

    /// <summary>What a text that cannot be read may mean, the likeliest first: <c>5Gb</c> is <c>5Gi</c>, or <c>5G</c>.</summary>
    public static IReadOnlyList<string> Meant(string text)
    {
        if (text.Length == 0)
            return [];
        var end = NumberIn(text, out var digits, out var points);
        if (digits == 0 || points > 1 || MeantSuffix(text.Substring(end).Trim()) is not { } suffix)
            return [];
        var number = text.Substring(0, end);
        // What stands for 1000³ is written without the i; the k of 1000 is small.
        return text.Substring(end).Trim() != suffix && suffix.EndsWith("i", StringComparison.Ordinal)
            ? [number + suffix, number + (suffix == "Ki" ? "k" : suffix.Substring(0, 1))]
            : [number + suffix];
    }

    /// <summary>Where the number ends that a quantity starts with.</summary>
    private static int NumberIn(string text, out int digits, out int points)
    {
        var start = text[0] is '+' or '-' ? 1 : 0;
        var i = start;
        points = 0;
        while (i < text.Length && text[i] is '.' or (>= '0' and <= '9'))
            points += text[i++] == '.' ? 1 : 0;
        digits = i - start - points;
        return i;
    }

    private static bool IsSuffix(string suffix) =>
        suffix is "" or "n" or "u" or "m" or "k" or "M" or "G" or "T" or "P" or "E" or "Ki" or "Mi" or "Gi" or "Ti" or "Pi" or "Ei" || IsExponent(suffix);

    private static bool IsExponent(string suffix)
    {
        if (suffix.Length < 2 || suffix[0] is not ('e' or 'E'))
            return false;
        var i = suffix[1] is '+' or '-' ? 2 : 1;
        return i < suffix.Length && suffix.Length - i <= 9 && suffix.Skip(i).All(static c => c is >= '0' and <= '9');
    }

    /// <summary>What people write for a suffix: <c>Gb</c>, <c>GB</c>, <c>gib</c>, <c>GiB</c> mean <c>Gi</c>, in which disks and memory are counted here.</summary>
    private static string? MeantSuffix(string suffix)
    {
        if (IsSuffix(suffix))
            return suffix;
        var lower = suffix.ToLowerInvariant();
        if (lower is "b" or "byte" or "bytes")
            return "";
        if (lower is "core" or "cores" or "cpu" or "cpus")
            return "";
        if (lower is "milli" or "millis")
            return "m";
        return lower.Length > 0 && "kmgtpe".IndexOf(lower[0]) >= 0 && lower.Substring(1) is "" or "b" or "i" or "ib"
            ? char.ToUpperInvariant(lower[0]) + "i"
            : null;
    }
}
