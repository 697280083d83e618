using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>
/// The grammar of fluxcd/pkg envsubst (parse.go, scan.go), quirks included: a run of <c>:</c> or <c>/</c> separates arguments, only a default takes
/// several pieces, <c>$$</c> is an escape in text and in <c>/</c> arguments but not in defaults, and an unclosed pattern swallows text to the next slash.
/// </summary>
internal sealed class SubstitutionParser(string text)
{
    private const int MaxDepth = 256;

    /// <summary>What ends the text: its end, or a NUL, at which Go's scanner stops too.</summary>
    private const char End = '\0';

    private int _position;
    private int _depth;
    private int _expression;

    public SubstitutionError? Error { get; private set; }

    public List<SubstitutionNode> ParseAll()
    {
        var nodes = new List<SubstitutionNode>();
        while (Error is null && Peek() != End)
        {
            if (AtExpression())
            {
                if (ParseExpression() is { } expression)
                    nodes.Add(expression);
            }
            else
                nodes.Add(ParseText(static _ => true, escapes: Escapes.Dollar));
        }

        return nodes;
    }

    [Flags]
    private enum Escapes
    {
        None = 0,
        Dollar = 1,
        Backslash = 2,
    }

    private char Peek(int ahead = 0) => _position + ahead < text.Length ? text[_position + ahead] : End;

    private bool AtExpression() => Peek() == '$' && Peek(1) == '{';

    private SubstitutionExpression? ParseExpression()
    {
        var outer = _expression;
        var start = _expression = _position;
        if (++_depth > MaxDepth)
            return Fail(SubstitutionError.TooDeep);
        _position += 2;
        var expression = Peek() == '#' ? ParseLength(start) : ParseNamed(start);
        _depth--;
        if (Error is null)
            _expression = outer;
        return expression;
    }

    private SubstitutionExpression? ParseLength(int start)
    {
        _position++;
        var nameOffset = _position;
        if (!TryReadName(out var name))
            return Fail(SubstitutionError.BadSubstitution);
        return Close(start, name, nameOffset, "#", []);
    }

    private SubstitutionExpression? ParseNamed(int start)
    {
        var nameOffset = _position;
        if (!TryReadName(out var name))
            return Fail(SubstitutionError.VariableName);
        switch (Peek())
        {
            case ':' when Peek(1) is '=' or '-' or '?' or '+':
                return ParseDefault(start, name, nameOffset, text.Substring(_position, 2));
            case ':':
                return ParseSubstring(start, name, nameOffset);
            case '=':
                return ParseDefault(start, name, nameOffset, "=");
            case ',' or '^':
                // Any two of both are taken as an operator; one that means nothing (`^,`) leaves the value as it is.
                return Close(start, name, nameOffset, ReadOperator(static c => c is ',' or '^'), []);
            case '/':
                return ParseReplace(start, name, nameOffset);
            case '#':
                return ParseTrim(start, name, nameOffset, ReadOperator(static c => c == '#'));
            case '%':
                return ParseTrim(start, name, nameOffset, ReadOperator(static c => c == '%'));
            case '}':
                return Close(start, name, nameOffset, "", []);
            default:
                return Fail(SubstitutionError.ClosingBrace);
        }
    }

    private SubstitutionExpression? ParseDefault(int start, string name, int nameOffset, string op)
    {
        _position += op.Length;
        var arguments = new List<SubstitutionNode>();
        while (Peek() != '}')
        {
            if (ParseArgument(static c => c != '}', Escapes.None) is not { } argument)
                return null;
            arguments.Add(argument);
        }

        return Close(start, name, nameOffset, op, arguments);
    }

    private SubstitutionExpression? ParseSubstring(int start, string name, int nameOffset)
    {
        // Flux's scanner steps back by the width of the character after the colon, so one of several bytes (and the end) loses its place.
        if (Peek(1) == End || Peek(1) > 0x7F)
            return Fail(SubstitutionError.BadSubstitution);
        _position++;
        if (ParseArgument(static c => c is not (':' or '}'), Escapes.None) is not { } offset)
            return null;
        if (Peek() == '}')
            return Close(start, name, nameOffset, ":", [offset]);
        if (Peek() != ':')
            return Fail(SubstitutionError.BadSubstitution);
        SkipRun(':');
        if (ParseArgument(static c => c != '}', Escapes.None) is not { } length)
            return null;
        return Close(start, name, nameOffset, ":", [offset, length]);
    }

    private SubstitutionExpression? ParseTrim(int start, string name, int nameOffset, string op)
    {
        if (ParseArgument(static c => c != '}', Escapes.None) is not { } pattern)
            return null;
        return Close(start, name, nameOffset, op, [pattern]);
    }

    private SubstitutionExpression? ParseReplace(int start, string name, int nameOffset)
    {
        _position++;
        var op = "/";
        if (Peek() is '/' or '#' or '%')
        {
            op += Peek();
            _position++;
        }

        if (ParseArgument(static c => c != '/', Escapes.Dollar | Escapes.Backslash) is not { } pattern)
            return null;
        if (Peek() != '/')
            return Fail(SubstitutionError.BadSubstitution);
        SkipRun('/');
        if (Peek() == '}')
            return Close(start, name, nameOffset, op, [pattern]);
        if (ParseArgument(static c => c != '}', Escapes.Dollar | Escapes.Backslash) is not { } replacement)
            return null;
        return Close(start, name, nameOffset, op, [pattern, replacement]);
    }

    /// <summary>One piece of an argument: an expression, or text up to what ends it.</summary>
    private SubstitutionNode? ParseArgument(Func<char, bool> accepts, Escapes escapes)
    {
        if (AtExpression())
            return ParseExpression();
        if (Peek() == End || (!accepts(Peek()) && !AtEscape(escapes)))
            return Fail(SubstitutionError.Argument);
        return ParseText(accepts, escapes);
    }

    private SubstitutionLiteral ParseText(Func<char, bool> accepts, Escapes escapes)
    {
        var start = _position;
        StringBuilder? value = null;
        var kept = start;
        while (Peek() != End && !AtExpression())
        {
            if (AtEscape(escapes))
            {
                // The escaping character goes, the escaped one stays, whatever it is.
                (value ??= new()).Append(text, kept, _position - kept);
                kept = _position + 1;
                _position += 2;
            }
            else if (accepts(Peek()))
                _position++;
            else
                break;
        }

        var all = value is null ? text.Substring(start, _position - start) : value.Append(text, kept, _position - kept).ToString();
        return new(start, _position - start, all);
    }

    private bool AtEscape(Escapes escapes) =>
        ((escapes & Escapes.Dollar) != 0 && Peek() == '$' && Peek(1) == '$')
        || ((escapes & Escapes.Backslash) != 0 && Peek() == '\\' && Peek(1) is '/' or '\\');

    private SubstitutionExpression? Close(int start, string name, int nameOffset, string op, IReadOnlyList<SubstitutionNode> arguments)
    {
        if (Peek() != '}')
            return Fail(SubstitutionError.BadSubstitution);
        _position++;
        return new(start, _position - start, name, nameOffset, op, arguments);
    }

    private SubstitutionExpression? Fail(string message)
    {
        Error ??= new(_position, _expression, message);
        return null;
    }

    private string ReadOperator(Func<char, bool> accepts)
    {
        var start = _position++;
        if (accepts(Peek()))
            _position++;
        return text.Substring(start, _position - start);
    }

    private void SkipRun(char c)
    {
        while (Peek() == c)
            _position++;
    }

    /// <summary>Letters and digits of any script, and <c>_</c> (scan.go acceptIdent).</summary>
    private bool TryReadName(out string name)
    {
        var start = _position;
        while (_position < text.Length)
        {
            if (text[_position] == '_')
                _position++;
            else if (char.IsLetter(text, _position) || CharUnicodeInfo.GetUnicodeCategory(text, _position) == UnicodeCategory.DecimalDigitNumber)
                _position += char.IsSurrogatePair(text, _position) ? 2 : 1;
            else
                break;
        }

        name = text.Substring(start, _position - start);
        return name.Length > 0;
    }
}
