using System.Globalization;

namespace GitOps;

/// <summary>RE2's syntax, as Go's <c>regexp</c> reads it: what it refuses (back references, looking around, repetition beyond 1000) is an error here too.</summary>
internal sealed class Re2Parser(string pattern)
{
    private const int MostRepetitions = 1000;

    /// <summary>Deeper nesting is not followed: Go stops at 1000.</summary>
    private const int DeepestNesting = 250;

    [Flags]
    private enum Modes
    {
        None = 0,
        FoldCase = 1,
        MultiLine = 2,
        DotAll = 4,
        Ungreedy = 8,
    }

    private Modes modes;
    private int at;
    private int nesting;

    /// <summary>It uses something that RE2 knows and we do not (classes of scripts, <c>\p{Greek}</c>): what it matches is unknown.</summary>
    public bool IsBeyondUs { get; private set; }

    /// <summary>Reads all of it.</summary>
    /// <returns>The expression, or what is wrong with it.</returns>
    public (Re2Node? Node, string? Error) Run()
    {
        try
        {
            var node = Choice();
            return at < pattern.Length ? (null, "a ')' without its '('") : (node, null);
        }
        catch (Fault fault)
        {
            return (null, fault.Message);
        }
    }

    /// <summary>Leaves the parser for good; caught in <see cref="Run"/> and nowhere else.</summary>
    private sealed class Fault(string message) : Exception(message);

    private bool IsAtEnd => at >= pattern.Length;

    private bool Follows(string text) => string.CompareOrdinal(pattern, at, text, 0, text.Length) == 0;

    private bool Take(string text)
    {
        if (!Follows(text))
            return false;
        at += text.Length;
        return true;
    }

    private int Next()
    {
        if (char.IsHighSurrogate(pattern[at]) && at + 1 < pattern.Length && char.IsLowSurrogate(pattern[at + 1]))
        {
            at += 2;
            return char.ConvertToUtf32(pattern[at - 2], pattern[at - 1]);
        }
        return pattern[at++];
    }

    private Re2Node Choice()
    {
        if (++nesting > DeepestNesting)
            IsBeyondUs = true;
        if (nesting > MostRepetitions)
            throw new Fault("it is nested too deeply");
        var ways = new List<Re2Node> { Sequence() };
        while (Take("|"))
            ways.Add(Sequence());
        nesting--;
        return ways.Count == 1 ? ways[0] : new Re2Node.Choice(ways);
    }

    private Re2Node Sequence()
    {
        var parts = new List<Re2Node>();
        var wasRepeated = false;
        while (!IsAtEnd && pattern[at] is not ('|' or ')'))
        {
            var start = at;
            if (Repetition() is var (least, most, isCounted))
            {
                if (parts.Count == 0)
                    throw new Fault($"nothing stands before '{pattern.Substring(start, at - start)}'");
                if (wasRepeated)
                    throw new Fault($"'{pattern.Substring(start, at - start)}' repeats a repetition");
                var isGreedy = (modes & Modes.Ungreedy) == 0;
                if (Take("?"))
                    isGreedy = !isGreedy;
                var repeat = new Re2Node.Repeat(parts[parts.Count - 1], least, most, isGreedy, isCounted);
                if (!IsValid(repeat, MostRepetitions))
                    throw new Fault($"'{pattern.Substring(start, at - start)}' repeats too often: at most {MostRepetitions.ToString(CultureInfo.InvariantCulture)} times");
                parts[parts.Count - 1] = repeat;
                wasRepeated = true;
                continue;
            }
            wasRepeated = false;
            if (Take("\\Q"))
            {
                var end = pattern.IndexOf("\\E", at, StringComparison.Ordinal);
                var stop = end < 0 ? pattern.Length : end;
                while (at < stop)
                    parts.Add(Literal(Next()));
                if (end >= 0)
                    at += 2;
                continue;
            }
            // A change of modes leaves nothing behind: what is repeated after it is what stands before it.
            if (Atom() is { } atom)
                parts.Add(atom);
        }
        return parts.Count == 1 ? parts[0] : new Re2Node.Sequence(parts);
    }

    /// <summary>Repetitions in one another may not come to more than the limit together.</summary>
    private static bool IsValid(Re2Node node, int limit)
    {
        switch (node)
        {
            case Re2Node.Repeat { IsCounted: true } repeat:
                var count = repeat.Most < 0 ? repeat.Least : repeat.Most;
                if (repeat.Most == 0)
                    return true;
                return count <= limit && IsValid(repeat.Part, count > 0 ? limit / count : limit);
            case Re2Node.Repeat repeat:
                return IsValid(repeat.Part, limit);
            case Re2Node.Sequence sequence:
                return sequence.Parts.All(part => IsValid(part, limit));
            case Re2Node.Choice choice:
                return choice.Ways.All(way => IsValid(way, limit));
            default:
                return true;
        }
    }

    private (int Least, int Most, bool IsCounted)? Repetition()
    {
        switch (pattern[at])
        {
            case '*':
                at++;
                return (0, -1, false);
            case '+':
                at++;
                return (1, -1, false);
            case '?':
                at++;
                return (0, 1, false);
            case '{':
                break;
            default:
                return null;
        }
        // Braces that are no repetition are characters.
        var place = at + 1;
        if (Count(ref place) is not { } least)
            return null;
        var most = least;
        if (place < pattern.Length && pattern[place] == ',')
        {
            place++;
            if (place < pattern.Length && pattern[place] == '}')
                most = -1;
            else if (Count(ref place) is { } upper)
                most = upper;
            else
                return null;
        }
        if (place >= pattern.Length || pattern[place] != '}')
            return null;
        var written = pattern.Substring(at, place + 1 - at);
        at = place + 1;
        if (least > MostRepetitions || most > MostRepetitions || most >= 0 && least > most)
            throw new Fault($"'{written}' is no number of repetitions: at most {MostRepetitions.ToString(CultureInfo.InvariantCulture)}, the smaller first");
        return (least, most, true);
    }

    private int? Count(ref int place)
    {
        var start = place;
        var count = 0;
        while (place < pattern.Length && CelLexer.IsDigit(pattern[place]))
            count = Math.Min(count * 10 + pattern[place++] - '0', MostRepetitions + 1);
        return place == start || place - start > 1 && pattern[start] == '0' ? null : count;
    }

    private Re2Node? Atom()
    {
        var c = Next();
        switch (c)
        {
            case '(':
                return Group();
            case '[':
                return new Re2Node.One(Set());
            case '.':
                return new Re2Node.One((modes & Modes.DotAll) != 0 ? Re2Class.Of((0, Re2Class.Last)).Sealed() : Re2Class.Of((0, '\n' - 1), ('\n' + 1, Re2Class.Last)).Sealed());
            case '^':
                return new Re2Node.Place((modes & Modes.MultiLine) != 0 ? Re2Place.LineStart : Re2Place.TextStart);
            case '$':
                return new Re2Node.Place((modes & Modes.MultiLine) != 0 ? Re2Place.LineEnd : Re2Place.TextEnd);
            case '\\':
                return Escape();
            default:
                return Literal(c);
        }
    }

    private Re2Node.One Literal(int c)
    {
        var set = Re2Class.Of((c, c));
        set.FoldsCase = (modes & Modes.FoldCase) != 0;
        return new Re2Node.One(set.Sealed());
    }

    /// <returns><see langword="null"/> for a change of modes, <c>(?i)</c>.</returns>
    private Re2Node? Group()
    {
        if (!Take("?"))
            return Rest(modes);
        if (Take("P<") || Follows("<") && !Follows("<=") && !Follows("<!") && Take("<"))
        {
            var end = pattern.IndexOf('>', at);
            if (end < 0)
                throw new Fault("the name of a group has no end");
            var name = pattern.Substring(at, end - at);
            if (name.Length == 0 || !name.All(static c => CelLexer.IsLetter(c) || CelLexer.IsDigit(c)))
                throw new Fault($"'{name}' is no name of a group");
            at = end + 1;
            return Rest(modes);
        }
        if (Follows("=") || Follows("!") || Follows("<=") || Follows("<!"))
            throw new Fault("RE2 does not look ahead or behind");
        var changed = modes;
        var isOff = false;
        var isAny = false;
        while (!IsAtEnd)
        {
            var c = pattern[at++];
            switch (c)
            {
                case 'i' or 'm' or 's' or 'U':
                    var mode = c switch
                    {
                        'i' => Modes.FoldCase,
                        'm' => Modes.MultiLine,
                        's' => Modes.DotAll,
                        _ => Modes.Ungreedy,
                    };
                    changed = isOff ? changed & ~mode : changed | mode;
                    isAny = true;
                    continue;
                case '-' when !isOff:
                    isOff = true;
                    isAny = false;
                    continue;
                case ':' when !isOff || isAny:
                    return Rest(changed);
                case ')' when !isOff || isAny:
                    modes = changed;
                    return null;
            }
            throw new Fault($"'(?{c}' is no kind of group");
        }
        throw new Fault("a '(' without its ')'");
    }

    private Re2Node Rest(Modes inside)
    {
        var outside = modes;
        modes = inside;
        var node = Choice();
        if (!Take(")"))
            throw new Fault("a '(' without its ')'");
        modes = outside;
        return node;
    }

    private Re2Node Escape()
    {
        if (IsAtEnd)
            throw new Fault("it ends with a backslash");
        switch (pattern[at])
        {
            case 'A':
                at++;
                return new Re2Node.Place(Re2Place.TextStart);
            case 'z':
                at++;
                return new Re2Node.Place(Re2Place.TextEnd);
            case 'b':
                at++;
                return new Re2Node.Place(Re2Place.WordBoundary);
            case 'B':
                at++;
                return new Re2Node.Place(Re2Place.NoWordBoundary);
        }
        return EscapedClass() is { } set ? new Re2Node.One(set.Sealed()) : Literal(EscapedCharacter());
    }

    /// <summary><c>\d</c>, <c>\pN</c> and the like, behind the backslash; <see langword="null"/> when it is none.</summary>
    private Re2Class? EscapedClass()
    {
        var c = pattern[at];
        var set = char.ToLowerInvariant(c) switch
        {
            'd' => Re2Class.Of(('0', '9')),
            's' => Re2Class.Of(('\t', '\n'), ('\f', '\r'), (' ', ' ')),
            'w' => Re2Class.Of(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z')),
            _ => null,
        };
        if (set is not null && c < 0x80)
        {
            at++;
            set.IsNegated = c is 'D' or 'S' or 'W';
            set.FoldsCase = (modes & Modes.FoldCase) != 0;
            return set;
        }
        if (c is not ('p' or 'P'))
            return null;
        at++;
        if (IsAtEnd)
            throw new Fault("a class of Unicode has no name");
        var isNegated = c == 'P';
        string name;
        if (Take("{"))
        {
            var end = pattern.IndexOf('}', at);
            if (end < 0)
                throw new Fault("a class of Unicode has no end");
            name = pattern.Substring(at, end - at);
            at = end + 1;
            if (name.StartsWith("^", StringComparison.Ordinal))
            {
                isNegated = !isNegated;
                name = name.Substring(1);
            }
        }
        else
            name = char.ConvertFromUtf32(Next());
        return Category(name, isNegated);
    }

    private Re2Class Category(string name, bool isNegated)
    {
        var set = new Re2Class { FoldsCase = (modes & Modes.FoldCase) != 0, IsNegated = isNegated };
        if (name == "Any")
            set.Add(0, Re2Class.Last);
        else if (MaskOf(name) is { } mask)
            set.AddCategories(mask, isNegated: false);
        else if (name.Length > 2 && name.All(static c => CelLexer.IsLetter(c)) && name[0] is >= 'A' and <= 'Z')
            IsBeyondUs = true; // a script
        else
            throw new Fault($"'\\p{{{name}}}' is no class of Unicode");
        return set;
    }

    private static int? MaskOf(string name)
    {
        const string all = "LuLlLtLmLoMnMcMeNdNlNoZsZlZpCcCfCsCoPcPdPsPePiPfPoSmScSkSo";
        var mask = 0;
        for (var i = 0; i < all.Length; i += 2)
            if (name.Length is 1 or 2 && all[i] == name[0] && (name.Length == 1 || all[i + 1] == name[1]))
                mask |= 1 << i / 2;
        return mask == 0 ? null : mask;
    }

    /// <summary>The character that stands behind a backslash.</summary>
    private int EscapedCharacter()
    {
        if (IsAtEnd)
            throw new Fault("it ends with a backslash");
        var c = Next();
        switch (c)
        {
            case >= '1' and <= '7' when IsAtEnd || pattern[at] is not (>= '0' and <= '7'):
            case '8' or '9':
                throw new Fault($"RE2 has no back references: '\\{(char)c}'");
            case >= '0' and <= '7':
                var octal = c - '0';
                for (var i = 1; i < 3 && !IsAtEnd && pattern[at] is >= '0' and <= '7'; i++)
                    octal = octal * 8 + pattern[at++] - '0';
                return octal;
            case 'x':
                return Hexadecimal();
            case 'a': return '\a';
            case 'f': return '\f';
            case 'n': return '\n';
            case 'r': return '\r';
            case 't': return '\t';
            case 'v': return '\v';
        }
        if (c < 0x80 && !CelLexer.IsDigit((char)c) && !(c is >= 'a' and <= 'z' or >= 'A' and <= 'Z'))
            return c;
        throw new Fault($"'\\{char.ConvertFromUtf32(c is >= 0xD800 and <= 0xDFFF ? 0xFFFD : c)}' is no escape sequence");
    }

    private int Hexadecimal()
    {
        var code = 0;
        if (Take("{"))
        {
            var end = pattern.IndexOf('}', at);
            if (end <= at)
                throw new Fault("'\\x{' has no end");
            while (at < end)
                code = code > Re2Class.Last ? code : code * 16 + Digit();
            at = end + 1;
            return code <= Re2Class.Last ? code : throw new Fault("'\\x{…}' is no character");
        }
        code = Digit() * 16;
        return code + Digit();
    }

    private int Digit()
    {
        if (IsAtEnd || !Uri.IsHexDigit(pattern[at]))
            throw new Fault("'\\x' wants hexadecimal digits");
        return Uri.FromHex(pattern[at++]);
    }

    private Re2Class Set()
    {
        var set = new Re2Class { FoldsCase = (modes & Modes.FoldCase) != 0, IsNegated = Take("^") };
        var isFirst = true;
        while (true)
        {
            if (IsAtEnd)
                throw new Fault("a '[' without its ']'");
            if (pattern[at] == ']' && !isFirst)
            {
                at++;
                return set.Sealed();
            }
            isFirst = false;
            if (Follows("[:") && pattern.IndexOf(":]", at + 2, StringComparison.Ordinal) is var end and >= 0)
            {
                var name = pattern.Substring(at + 2, end - at - 2);
                if (Posix(name) is not { } posix)
                    throw new Fault($"'[:{name}:]' is no class");
                at = end + 2;
                set.Add(posix.Sealed());
                continue;
            }
            if (pattern[at] == '\\' && at + 1 < pattern.Length)
            {
                at++;
                if (EscapedClass() is { } escaped)
                {
                    set.Add(escaped.Sealed());
                    continue;
                }
                at--;
            }
            var first = SetCharacter();
            var last = first;
            if (at + 1 < pattern.Length && pattern[at] == '-' && pattern[at + 1] != ']')
            {
                at++;
                last = SetCharacter();
                if (last < first)
                    throw new Fault("a range in '[…]' ends before it starts");
            }
            set.Add(first, last);
        }
    }

    private int SetCharacter()
    {
        if (IsAtEnd)
            throw new Fault("a '[' without its ']'");
        if (pattern[at] != '\\')
            return Next();
        at++;
        return EscapedCharacter();
    }

    private Re2Class? Posix(string name)
    {
        var isNegated = name.StartsWith("^", StringComparison.Ordinal);
        var set = (isNegated ? name.Substring(1) : name) switch
        {
            "alnum" => Re2Class.Of(('0', '9'), ('A', 'Z'), ('a', 'z')),
            "alpha" => Re2Class.Of(('A', 'Z'), ('a', 'z')),
            "ascii" => Re2Class.Of((0, 0x7F)),
            "blank" => Re2Class.Of(('\t', '\t'), (' ', ' ')),
            "cntrl" => Re2Class.Of((0, 0x1F), (0x7F, 0x7F)),
            "digit" => Re2Class.Of(('0', '9')),
            "graph" => Re2Class.Of(('!', '~')),
            "lower" => Re2Class.Of(('a', 'z')),
            "print" => Re2Class.Of((' ', '~')),
            "punct" => Re2Class.Of(('!', '/'), (':', '@'), ('[', '`'), ('{', '~')),
            "space" => Re2Class.Of(('\t', '\r'), (' ', ' ')),
            "upper" => Re2Class.Of(('A', 'Z')),
            "word" => Re2Class.Of(('0', '9'), ('A', 'Z'), ('a', 'z'), ('_', '_')),
            "xdigit" => Re2Class.Of(('0', '9'), ('A', 'F'), ('a', 'f')),
            _ => null,
        };
        if (set is null)
            return null;
        set.IsNegated = isNegated;
        set.FoldsCase = (modes & Modes.FoldCase) != 0;
        return set;
    }
}
