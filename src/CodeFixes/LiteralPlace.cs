using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GitOps;

/// <summary>
/// The text of a string literal, or between two interpolations, with the way it is written: <c>"a"</c>, <c>@"a"</c>, <c>"""a"""</c>, <c>$"a"</c>,
/// <c>$@"a"</c>, <c>$$"""a"""</c>. A fix reads what the author meant here and writes it back in the author's form.
/// </summary>
internal sealed class LiteralPlace
{
    private readonly SyntaxToken token;
    private readonly int[] map;

    private LiteralPlace(SyntaxToken token, string value, int[] map)
    {
        this.token = token;
        this.map = map;
        Value = value;
    }

    private enum Form
    {
        Regular,
        Verbatim,
        Raw,
    }

    /// <summary>The text as the program sees it.</summary>
    public string Value { get; }

    /// <summary>The literal, or the interpolated string that the text is a part of.</summary>
    public ExpressionSyntax Literal => (ExpressionSyntax)(Interpolated ?? token.Parent!);

    private InterpolatedStringExpressionSyntax? Interpolated => token.Parent?.Parent as InterpolatedStringExpressionSyntax;

    private Form Written => Interpolated is { } interpolated
        ? interpolated.StringStartToken.Kind() switch
        {
            SyntaxKind.InterpolatedStringStartToken => Form.Regular,
            SyntaxKind.InterpolatedVerbatimStringStartToken => Form.Verbatim,
            _ => Form.Raw,
        }
        : token.IsKind(SyntaxKind.StringLiteralToken) ? (token.Text[0] == '@' ? Form.Verbatim : Form.Regular) : Form.Raw;

    /// <summary>How many braces open an interpolation.</summary>
    private int Braces => Math.Max(1, Interpolated?.StringStartToken.Text.TakeWhile(static character => character == '$').Count() ?? 1);

    /// <summary>The text that a position stands in; <see langword="null"/> where there is none, or one whose characters have no place of their own.</summary>
    public static LiteralPlace? At(SyntaxNode root, int position) => Of(root.FindToken(position));

    public static LiteralPlace? Of(SyntaxToken token)
    {
        var read = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken => LiteralMap.Of(token),
            SyntaxKind.InterpolatedStringTextToken when token.Parent?.Parent is InterpolatedStringExpressionSyntax interpolated => LiteralMap.OfInterpolated(token, interpolated.StringStartToken.Kind()),
            _ => null,
        };
        return read is { } found ? new LiteralPlace(token, found.Value, found.Map) : null;
    }

    /// <summary>The part of the text that a span of the source is.</summary>
    public (int Offset, int Length) RangeOf(TextSpan span)
    {
        var start = IndexOf(span.Start);
        return (start, IndexOf(span.End) - start);
    }

    /// <summary>The place of a part of the text.</summary>
    public TextSpan SpanOf(int offset, int length) => TextSpan.FromBounds(map[offset], map[offset + length]);

    /// <summary>Puts another text in the place of a part.</summary>
    public TextChange[] Replace(int offset, int length, string text)
    {
        // Literal braces of a raw interpolated text must be fewer than those of its interpolations: as a constant inside one they may be as many as they are.
        if (Interpolated is not null && Written == Form.Raw && LongestRun(text) >= Braces)
            return Put(offset, length, SymbolDisplay.FormatLiteral(text, quote: true)) ?? [];
        return [new TextChange(SpanOf(offset, length), Encode(text))];
    }

    /// <summary>Puts an expression in the place of a part: into an interpolation; alone where the part is all. <see langword="null"/> where that cannot be written.</summary>
    public TextChange[]? Put(int offset, int length, string expression)
    {
        var span = SpanOf(offset, length);
        // A colon would begin a format.
        var inner = expression.Contains("::") ? $"({expression})" : expression;
        if (Interpolated is not null)
            return [new TextChange(span, new string('{', Braces) + inner + new string('}', Braces))];
        if (offset == 0 && length == Value.Length)
            return [new TextChange(token.Span, expression)];
        if (Written == Form.Raw)
        {
            var dollars = Math.Max(LongestRun(Value.Substring(0, offset)), LongestRun(Value.Substring(offset + length))) + 1;
            return [new TextChange(new TextSpan(token.SpanStart, 0), new string('$', dollars)), new TextChange(span, new string('{', dollars) + inner + new string('}', dollars))];
        }

        var changes = new List<TextChange> { new(new TextSpan(token.SpanStart, 0), "$") };
        for (var i = 0; i < Value.Length; i++)
        {
            if (i == offset)
            {
                changes.Add(new TextChange(span, "{" + inner + "}"));
                i += length - 1;
            }
            else if (Value[i] is '{' or '}')
            {
                // An escape for a brace is not allowed in an interpolated string.
                if (map[i + 1] != map[i] + 1)
                    return null;
                changes.Add(new TextChange(new TextSpan(map[i], 0), Value[i].ToString()));
            }
        }

        return [.. changes];
    }

    private string Encode(string text) => Written switch
    {
        Form.Raw => text,
        Form.Verbatim => Doubled(text.Replace("\"", "\"\"")),
        _ => Doubled(Quoted(text)),
    };

    private static string Quoted(string text)
    {
        var literal = SymbolDisplay.FormatLiteral(text, quote: true);
        return literal.Substring(1, literal.Length - 2);
    }

    private string Doubled(string text) => Interpolated is null ? text : text.Replace("{", "{{").Replace("}", "}}");

    private int IndexOf(int position)
    {
        var index = 0;
        while (index < Value.Length && map[index] < position)
            index++;
        return index;
    }

    private static int LongestRun(string text)
    {
        var longest = 0;
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && text[i] is '{' or '}' && text[i] == text[start])
                i++;
            longest = Math.Max(longest, i - start);
            i = Math.Max(i, start + 1);
        }

        return longest;
    }
}
