using System.Text;

namespace GitOps;

/// <summary>Functions of texts. Places in a text count code points.</summary>
internal static class CelStringFunctions
{
    /// <summary>A text longer than this is not made: the result is unknown.</summary>
    private const int LongestResult = 1 << 22;

    public static void AddTo(Dictionary<string, CelFunction> all)
    {
        all["contains"] = Pair(static (text, part) => CelValue.Of(text.IndexOf(part, StringComparison.Ordinal) >= 0));
        all["startsWith"] = Pair(static (text, part) => CelValue.Of(text.StartsWith(part, StringComparison.Ordinal)));
        all["endsWith"] = Pair(static (text, part) => CelValue.Of(text.EndsWith(part, StringComparison.Ordinal)));
        all["matches"] = static (arguments, _, budget) => arguments is [CelString text, CelString pattern] ? Matches(text.Value, pattern.Value, budget) : null;
        all["find"] = static (arguments, isMember, budget) => isMember && arguments is [CelString text, CelString pattern]
            ? FindAll(text.Value, pattern.Value, 1, budget, static found => new CelString(found.Count == 0 ? "" : found[0]))
            : null;
        all["findAll"] = static (arguments, isMember, budget) => !isMember ? null : arguments switch
        {
            [CelString text, CelString pattern] => FindAll(text.Value, pattern.Value, -1, budget, Texts),
            [CelString text, CelString pattern, CelInt limit] => FindAll(text.Value, pattern.Value, limit.Value, budget, Texts),
            _ => null,
        };
        all["charAt"] = Scanning(static (arguments, _) =>
        {
            if (arguments is not [CelString text, CelInt at])
                return null;
            var points = CelText.CodePoints(text.Value);
            return at.Value < 0 || at.Value > points.Length ? OutOfRange(at.Value) : new CelString(at.Value == points.Length ? "" : CelText.FromCodePoints(points, (int)at.Value, (int)at.Value + 1));
        });
        all["lowerAscii"] = Scanning(static (arguments, _) => arguments is [CelString text] ? new CelString(Map(text.Value, static c => c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c)) : null);
        all["upperAscii"] = Scanning(static (arguments, _) => arguments is [CelString text] ? new CelString(Map(text.Value, static c => c is >= 'a' and <= 'z' ? (char)(c & ~0x20) : c)) : null);
        all["trim"] = Scanning(static (arguments, _) => arguments is [CelString text] ? new CelString(Trim(text.Value)) : null);
        all["replace"] = Scanning(static (arguments, budget) => arguments switch
        {
            [CelString text, CelString old, CelString by] => Replace(text.Value, old.Value, by.Value, -1, budget),
            [CelString text, CelString old, CelString by, CelInt limit] => Replace(text.Value, old.Value, by.Value, limit.Value, budget),
            _ => null,
        });
        all["split"] = Scanning(static (arguments, budget) => arguments switch
        {
            [CelString text, CelString separator] => Split(text.Value, separator.Value, -1, budget),
            [CelString text, CelString separator, CelInt limit] => Split(text.Value, separator.Value, limit.Value, budget),
            _ => null,
        });
        all["substring"] = Scanning(static (arguments, _) => arguments switch
        {
            [CelString text, CelInt start] => Substring(text.Value, start.Value, null),
            [CelString text, CelInt start, CelInt end] => Substring(text.Value, start.Value, end.Value),
            _ => null,
        });
        all["join"] = static (arguments, isMember, budget) => !isMember ? null : arguments switch
        {
            [CelList list] => Join(list, "", budget),
            [CelList list, CelString separator] => Join(list, separator.Value, budget),
            _ => null,
        };
        all["strings.quote"] = Scanning(static (arguments, _) => arguments is [CelString text] ? new CelString(Quote(text.Value)) : null, isMember: false);
        all["format"] = static (arguments, isMember, budget) => isMember && arguments is [CelString text, CelList values] ? CelTextFormat.Apply(text.Value, values, budget) : null;
    }

    private static CelError OutOfRange(long index) => new($"the place {CelText.Describe(CelInt.Of(index))} is outside of the text");

    private static CelValue Texts(IReadOnlyList<string> found) => new CelArray([.. found.Select(static text => (CelValue)new CelString(text))]);

    private static CelFunction Pair(Func<string, string, CelValue> function) => (arguments, isMember, budget) =>
        !isMember || arguments is not [CelString text, CelString part] ? null : budget.SpendText(text.Value.Length) ? function(text.Value, part.Value) : CelUnknown.Bool;

    /// <summary>A function that looks through its first argument, a text.</summary>
    private static CelFunction Scanning(Func<CelValue[], CelBudget, CelValue?> function, bool isMember = true) => (arguments, calledOnReceiver, budget) =>
        calledOnReceiver != isMember || arguments.Length == 0 || arguments[0] is not CelString text ? null : budget.SpendText(text.Value.Length * 4L) ? function(arguments, budget) : CelUnknown.Any;

    private static CelValue Matches(string text, string pattern, CelBudget budget)
    {
        var compiled = Re2.Compile(pattern);
        if (compiled.Error is { } error)
            return new CelError($"the pattern {DataJson.Quote(pattern)} cannot be read: {error}");
        if (!budget.SpendText(text.Length * 4L))
            return CelUnknown.Bool;
        return compiled.IsMatch(text) is { } isMatch ? CelValue.Of(isMatch) : CelUnknown.Bool;
    }

    private static CelValue FindAll(string text, string pattern, long limit, CelBudget budget, Func<IReadOnlyList<string>, CelValue> result)
    {
        var compiled = Re2.Compile(pattern);
        if (compiled.Error is { } error)
            return new CelError($"the pattern {DataJson.Quote(pattern)} cannot be read: {error}");
        if (!budget.SpendText(text.Length * 16L))
            return CelUnknown.Any;
        return compiled.FindAll(text, limit is < 0 or > int.MaxValue ? int.MaxValue : (int)limit) is { } found ? result(found) : CelUnknown.Any;
    }

    private static string Map(string text, Func<char, char> map)
    {
        var mapped = text.ToCharArray();
        for (var i = 0; i < mapped.Length; i++)
            mapped[i] = map(mapped[i]);
        return new string(mapped);
    }

    /// <summary>Without what Unicode calls white space at either end.</summary>
    private static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsSpace(text[start]))
            start++;
        while (end > start && IsSpace(text[end - 1]))
            end--;
        return text.Substring(start, end - start);
    }

    private static bool IsSpace(char c) =>
        c is >= '\t' and <= '\r' or ' ' or '\u0085' or '\u00A0' or '\u1680' or >= '\u2000' and <= '\u200A' or '\u2028' or '\u2029' or '\u202F' or '\u205F' or '\u3000';

    private static CelValue Replace(string text, string old, string by, long limit, CelBudget budget)
    {
        if (limit == 0 || old == by)
            return new CelString(text);
        var result = new StringBuilder(text.Length);
        var at = 0;
        if (old.Length == 0)
        {
            // Before each character and at the end.
            while (limit != 0)
            {
                result.Append(by);
                limit--;
                if (at == text.Length || !budget.Spend(1 + by.Length / 16) || result.Length > LongestResult)
                    break;
                var length = char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
                result.Append(text, at, length);
                at += length;
            }
        }
        else
            while (limit != 0)
            {
                var found = text.IndexOf(old, at, StringComparison.Ordinal);
                if (found < 0 || !budget.Spend(1 + by.Length / 16) || result.Length > LongestResult)
                    break;
                result.Append(text, at, found - at).Append(by);
                at = found + old.Length;
                limit--;
            }
        return budget.IsSpent || result.Length > LongestResult ? CelUnknown.String : new CelString(result.Append(text, at, text.Length - at).ToString());
    }

    private static CelValue Split(string text, string separator, long limit, CelBudget budget)
    {
        if (limit == 0)
            return CelArray.Empty;
        var parts = new List<CelValue>();
        var at = 0;
        if (separator.Length == 0)
        {
            while (at < text.Length && parts.Count != limit - 1)
            {
                if (!budget.Spend())
                    return CelUnknown.Any;
                var length = char.IsHighSurrogate(text[at]) && at + 1 < text.Length ? 2 : 1;
                parts.Add(new CelString(text.Substring(at, length)));
                at += length;
            }
            if (at < text.Length)
                parts.Add(new CelString(text.Substring(at)));
            return new CelArray(parts);
        }
        while (parts.Count != limit - 1)
        {
            var found = text.IndexOf(separator, at, StringComparison.Ordinal);
            if (found < 0)
                break;
            if (!budget.Spend())
                return CelUnknown.Any;
            parts.Add(new CelString(text.Substring(at, found - at)));
            at = found + separator.Length;
        }
        parts.Add(new CelString(text.Substring(at)));
        return new CelArray(parts);
    }

    private static CelValue Substring(string text, long start, long? end)
    {
        var points = CelText.CodePoints(text);
        var last = end ?? points.Length;
        if (end is not null && start > last)
            return new CelError("a part of a text cannot end before it starts");
        if (start < 0 || start > points.Length)
            return OutOfRange(start);
        return last < 0 || last > points.Length ? OutOfRange(last) : new CelString(CelText.FromCodePoints(points, (int)start, (int)last));
    }

    private static CelValue Join(CelList list, string separator, CelBudget budget)
    {
        var text = new StringBuilder();
        for (var i = 0; i < list.Count; i++)
        {
            if (list[i] is not CelString item)
                return list[i].IsKnown ? new CelError("join takes a list of strings") : list[i].IsUnknown ? CelUnknown.String : list[i];
            if (i > 0)
                text.Append(separator);
            text.Append(item.Value);
            if (!budget.SpendText(item.Value.Length + separator.Length) || text.Length > LongestResult)
                return CelUnknown.String;
        }
        return new CelString(text.ToString());
    }

    public static string Quote(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        for (var i = 0; i < text.Length; i++)
            switch (text[i])
            {
                case '\a': quoted.Append("\\a"); break;
                case '\b': quoted.Append("\\b"); break;
                case '\f': quoted.Append("\\f"); break;
                case '\n': quoted.Append("\\n"); break;
                case '\r': quoted.Append("\\r"); break;
                case '\t': quoted.Append("\\t"); break;
                case '\v': quoted.Append("\\v"); break;
                case '\\': quoted.Append("\\\\"); break;
                case '"': quoted.Append("\\\""); break;
                default: quoted.Append(text[i]); break;
            }
        return quoted.Append('"').ToString();
    }

    /// <summary>Where a text stands in another, from a place on; -1 when it does not.</summary>
    public static CelValue IndexOf(string text, string part, long start)
    {
        if (start < 0)
            return OutOfRange(start);
        var (points, wanted) = (CelText.CodePoints(text), CelText.CodePoints(part));
        if (wanted.Length == 0)
            return CelInt.Of(Math.Min(start, points.Length));
        for (var i = start; i <= points.Length - wanted.Length; i++)
            if (StandsAt(points, wanted, (int)i))
                return CelInt.Of(i);
        return CelInt.Of(-1);
    }

    /// <summary>The last place of a text in another that is not behind a place.</summary>
    public static CelValue LastIndexOf(string text, string part, long? start)
    {
        var (points, wanted) = (CelText.CodePoints(text), CelText.CodePoints(part));
        if (start is null)
        {
            if (wanted.Length == 0)
                return CelInt.Of(points.Length);
            if (points.Length < wanted.Length)
                return CelInt.Of(-1);
            start = points.Length - 1;
        }
        if (start < 0)
            return OutOfRange(start.Value);
        if (wanted.Length == 0)
            return CelInt.Of(Math.Min(start.Value, points.Length));
        if (start >= points.Length)
            return CelInt.Of(-1);
        for (var i = Math.Min(start.Value, points.Length - wanted.Length); i >= 0; i--)
            if (StandsAt(points, wanted, (int)i))
                return CelInt.Of(i);
        return CelInt.Of(-1);
    }

    private static bool StandsAt(int[] points, int[] wanted, int at)
    {
        for (var j = 0; j < wanted.Length; j++)
            if (points[at + j] != wanted[j])
                return false;
        return true;
    }
}
