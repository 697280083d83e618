using System.Globalization;

namespace GitOps;

/// <summary>A semantic version 2.0.0. What stands behind a plus is no part of its order.</summary>
internal sealed class CelSemver : CelValue, IComparable<CelSemver>
{
    private readonly string[] preRelease;

    private CelSemver(string text, ulong major, ulong minor, ulong patch, string[] preRelease)
    {
        Text = text;
        Major = major;
        Minor = minor;
        Patch = patch;
        this.preRelease = preRelease;
    }

    public override CelKind Kind => CelKind.Semver;

    public string Text { get; }

    public ulong Major { get; }

    public ulong Minor { get; }

    public ulong Patch { get; }

    /// <param name="normalize">Also <c>v1</c>, <c>1.2</c> and <c>01.2.3</c>.</param>
    public static CelSemver? Parse(string text, bool normalize)
    {
        if (normalize)
            text = Normalized(text);
        var plus = text.IndexOf('+');
        var build = plus < 0 ? null : text.Substring(plus + 1);
        var core = plus < 0 ? text : text.Substring(0, plus);
        var dash = core.IndexOf('-');
        var pre = dash < 0 ? null : core.Substring(dash + 1);
        var numbers = (dash < 0 ? core : core.Substring(0, dash)).Split('.');
        if (numbers.Length != 3 || Number(numbers[0]) is not { } major || Number(numbers[1]) is not { } minor || Number(numbers[2]) is not { } patch)
            return null;
        if (build?.Split('.').All(IsIdentifier) == false)
            return null;
        var parts = pre?.Split('.') ?? [];
        foreach (var part in parts)
            if (!IsIdentifier(part) || part.All(CelLexer.IsDigit) && Number(part) is null)
                return null;
        return new CelSemver(text, major, minor, patch, parts);
    }

    public int CompareTo(CelSemver? other)
    {
        if (other is null)
            return 1;
        var order = Major.CompareTo(other.Major);
        if (order == 0)
            order = Minor.CompareTo(other.Minor);
        if (order == 0)
            order = Patch.CompareTo(other.Patch);
        if (order != 0)
            return order;
        if (preRelease.Length == 0 || other.preRelease.Length == 0)
            return (preRelease.Length == 0).CompareTo(other.preRelease.Length == 0);
        for (var i = 0; i < Math.Min(preRelease.Length, other.preRelease.Length); i++)
        {
            var (a, b) = (preRelease[i], other.preRelease[i]);
            var (aIsNumber, bIsNumber) = (a.All(CelLexer.IsDigit), b.All(CelLexer.IsDigit));
            order = aIsNumber && bIsNumber ? Number(a)!.Value.CompareTo(Number(b)!.Value) : aIsNumber != bIsNumber ? bIsNumber.CompareTo(aIsNumber) : string.CompareOrdinal(a, b);
            if (order != 0)
                return Math.Sign(order);
        }
        return preRelease.Length.CompareTo(other.preRelease.Length);
    }

    private static bool IsIdentifier(string part) => part.Length > 0 && part.All(static c => c is >= '0' and <= '9' or >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '-');

    private static ulong? Number(string digits) =>
        digits.Length > 0 && digits.All(CelLexer.IsDigit) && (digits.Length == 1 || digits[0] != '0')
        && ulong.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string Normalized(string text)
    {
        if (text.StartsWith("v", StringComparison.Ordinal))
            text = text.Substring(1);
        var parts = text.Split(['.'], 3);
        for (var i = 0; i < parts.Length; i++)
            if (parts[i].Length > 1)
            {
                var part = parts[i].TrimStart('0');
                parts[i] = part.Length == 0 || !CelLexer.IsDigit(part[0]) ? "0" + part : part;
            }
        if (parts.Length == 3)
            return string.Join(".", parts);
        // A pre-release or build belongs behind three numbers: "1.2-beta" is none.
        if (parts[parts.Length - 1].IndexOfAny(['+', '-']) >= 0)
            return "";
        return string.Join(".", parts.Concat(Enumerable.Repeat("0", 3 - parts.Length)));
    }
}
