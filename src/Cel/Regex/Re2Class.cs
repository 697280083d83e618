using System.Globalization;

namespace GitOps;

/// <summary>A set of code points: ranges, categories of Unicode, and other sets, perhaps turned into its opposite or without regard to case.</summary>
internal sealed class Re2Class
{
    public const int Last = 0x10FFFF;

    private readonly List<(int First, int Last)> ranges = [];
    private readonly List<(int Mask, bool IsNegated)> categories = [];
    private readonly List<Re2Class> parts = [];
    private ulong low;
    private ulong high;

    public bool IsNegated { get; set; }

    /// <summary>A character is in it when it, or itself in another case, is.</summary>
    public bool FoldsCase { get; set; }

    public static Re2Class Of(params (int First, int Last)[] ranges)
    {
        var set = new Re2Class();
        set.ranges.AddRange(ranges);
        return set;
    }

    public void Add(int first, int last) => ranges.Add((first, last));

    public void Add(Re2Class part) => parts.Add(part);

    /// <param name="mask">One bit for each <see cref="UnicodeCategory"/>.</param>
    public void AddCategories(int mask, bool isNegated) => categories.Add((mask, isNegated));

    /// <summary>Done: from now on it is asked and not changed.</summary>
    public Re2Class Sealed()
    {
        for (var c = 0; c < 64; c++)
        {
            if (Computed(c))
                low |= 1UL << c;
            if (Computed(c + 64))
                high |= 1UL << c;
        }
        return this;
    }

    public bool Contains(int c) => c < 64 ? (low >> c & 1) != 0 : c < 128 ? (high >> (c - 64) & 1) != 0 : Computed(c);

    private bool Computed(int c)
    {
        var isIn = Raw(c);
        if (!isIn && FoldsCase)
            foreach (var other in InOtherCase(c))
                isIn |= Raw(other);
        return isIn != IsNegated;
    }

    private bool Raw(int c)
    {
        foreach (var (first, last) in ranges)
            if (c >= first && c <= last)
                return true;
        foreach (var part in parts)
            if (part.Computed(c))
                return true;
        if (categories.Count == 0)
            return false;
        var category = 1 << (int)CategoryOf(c);
        foreach (var (mask, isNegated) in categories)
            if ((mask & category) != 0 != isNegated)
                return true;
        return false;
    }

    private static UnicodeCategory CategoryOf(int c) =>
        c <= 0xFFFF ? CharUnicodeInfo.GetUnicodeCategory((char)c) : CharUnicodeInfo.GetUnicodeCategory(char.ConvertFromUtf32(c), 0);

    /// <summary>What a character is in upper and lower case, and the few that share a case with more than one other.</summary>
    private static IEnumerable<int> InOtherCase(int c)
    {
        var (upper, lower) = (Upper(c), Lower(c));
        yield return upper;
        yield return lower;
        yield return Lower(upper);
        yield return Upper(lower);
        foreach (var more in (string[])["Kk\u212A", "Ss\u017F", "\u00C5\u00E5\u212B", "\u00B5\u03BC\u039C", "\u00DF\u1E9E", "\u03A9\u03C9\u2126", "\u03A3\u03C3\u03C2", "\u0398\u03B8\u03D1\u03F4"])
            if (c <= 0xFFFF && more.IndexOf((char)c) >= 0)
                foreach (var other in more)
                    yield return other;
    }

    private static int Upper(int c) => c <= 0xFFFF ? char.ToUpperInvariant((char)c) : char.ConvertToUtf32(char.ConvertFromUtf32(c).ToUpperInvariant(), 0);

    private static int Lower(int c) => c <= 0xFFFF ? char.ToLowerInvariant((char)c) : char.ConvertToUtf32(char.ConvertFromUtf32(c).ToLowerInvariant(), 0);
}
