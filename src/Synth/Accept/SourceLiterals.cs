using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps;

/// <summary>Finds the literals in the author's files, each with the map from its value back to its characters.</summary>
internal static class SourceLiterals
{
    public static IEnumerable<SourceLiteral> In(ProgramDocument document, SyntaxTree tree)
    {
        foreach (var token in tree.GetRoot().DescendantTokens())
            // What attributes say is read by the generator when the program is built, so no render here would show it.
            if (Read(document, tree, token) is { } literal && token.Parent!.FirstAncestorOrSelf<AttributeSyntax>() is null)
                yield return literal;
    }

    /// <summary>The literal whose token begins at a place.</summary>
    public static SourceLiteral? At(ProgramDocument document, SyntaxTree tree, int start) => Read(document, tree, tree.GetRoot().FindToken(start)) is { } literal && literal.Start == start ? literal : null;

    private static SourceLiteral? Read(ProgramDocument document, SyntaxTree tree, SyntaxToken token)
    {
        var text = token.Text;
        var decoded = token.Kind() switch
        {
            SyntaxKind.StringLiteralToken when text.StartsWith('@') => Verbatim(text, 2, text.Length - 1),
            SyntaxKind.StringLiteralToken => Regular(text, 1, text.Length - 1),
            SyntaxKind.SingleLineRawStringLiteralToken => RawLine(text),
            SyntaxKind.MultiLineRawStringLiteralToken => RawLines(text),
            SyntaxKind.InterpolatedStringTextToken => Interpolated(token),
            SyntaxKind.NumericLiteralToken => Number(token),
            SyntaxKind.TrueKeyword or SyntaxKind.FalseKeyword when token.Parent is LiteralExpressionSyntax => new Decoded(LiteralKind.Boolean).Plain(text, 0, text.Length),
            _ => null,
        };
        if (decoded is null)
            return null;
        // The compiler has the last word on what a literal says; it keeps doubled braces, which are one.
        var value = decoded.Text.ToString();
        var said = token.IsKind(SyntaxKind.InterpolatedStringTextToken) && decoded.HoleBraces == 1 && decoded.Quotes == 0
            ? token.ValueText.Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal) : token.ValueText;
        if (decoded.Kind is LiteralKind.Verbatim or LiteralKind.RawLines)
            said = said.Replace("\r\n", "\n", StringComparison.Ordinal);
        if (decoded.Kind is not (LiteralKind.Number or LiteralKind.Boolean) && value != said)
            return null;
        return new SourceLiteral(document, token.SpanStart, tree.GetLineSpan(token.Span).StartLinePosition.Line + 1, decoded.Kind)
        {
            Source = text,
            Value = value,
            Offsets = [.. decoded.Offsets, decoded.End],
            HoleBraces = decoded.HoleBraces,
            Quotes = decoded.Quotes,
            Indentation = decoded.Indentation,
            Names = [.. Names(token.Parent!)],
        };
    }

    private static Decoded Regular(string text, int start, int end) => Regular(new Decoded(LiteralKind.Regular), text, start, end);

    private static Decoded Regular(Decoded decoded, string text, int start, int end)
    {
        for (var i = start; i < end;)
        {
            var from = i;
            if (text[i] != '\\')
            {
                i += decoded.HoleBraces > 0 && text[i] is '{' or '}' && i + 1 < end && text[i + 1] == text[i] ? 2 : 1;
                decoded.Add(text[from].ToString(), from);
                continue;
            }
            i += 2;
            var digits = text[from + 1] switch { 'x' => 4, 'u' => 4, 'U' => 8, _ => 0 };
            var hex = i;
            while (digits > 0 && i < end && i - hex < digits && char.IsAsciiHexDigit(text[i]))
                i++;
            decoded.Add(text[from + 1] switch
            {
                'n' => "\n",
                'r' => "\r",
                't' => "\t",
                '0' => "\0",
                'a' => "\a",
                'b' => "\b",
                'e' => "\e",
                'f' => "\f",
                'v' => "\v",
                'x' or 'u' => ((char)Convert.ToInt32(text[hex..i], 16)).ToString(),
                'U' => char.ConvertFromUtf32(Convert.ToInt32(text[hex..i], 16)),
                var c => c.ToString(),
            }, from);
        }
        return decoded.EndAt(end);
    }

    private static Decoded Verbatim(string text, int start, int end) => Verbatim(new Decoded(LiteralKind.Verbatim), text, start, end);

    private static Decoded Verbatim(Decoded decoded, string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            decoded.AddSource(text, i);
            if ((text[i] == '"' || (decoded.HoleBraces > 0 && text[i] is '{' or '}')) && i + 1 < end && text[i + 1] == text[i])
                i++;
        }
        return decoded.EndAt(end);
    }

    private static Decoded RawLine(string text)
    {
        var quotes = Quotes(text, 0);
        return new Decoded(LiteralKind.Raw) { Quotes = quotes }.Plain(text, quotes, text.Length - quotes);
    }

    private static Decoded? RawLines(string text)
    {
        var quotes = Quotes(text, 0);
        var start = text.IndexOf('\n') + 1;
        var last = text.LastIndexOf('\n');
        if (start == 0)
            return null;
        var indentation = text[(last + 1)..^quotes];
        var end = last < start ? start : last - (text[last - 1] == '\r' ? 1 : 0);
        return RawLines(new Decoded(LiteralKind.RawLines) { Quotes = quotes, Indentation = indentation }, text, start, end, isLineStart: true);
    }

    private static Decoded RawLines(Decoded decoded, string text, int start, int end, bool isLineStart)
    {
        for (var i = start; i < end; i++)
        {
            if (isLineStart)
            {
                var indent = 0;
                while (i < end && indent < decoded.Indentation.Length && text[i] is ' ' or '\t')
                    (i, indent) = (i + 1, indent + 1);
                isLineStart = false;
                if (i == end)
                    break;
            }
            decoded.AddSource(text, i);
            isLineStart = text[i] == '\n';
        }
        return decoded.EndAt(end);
    }

    private static Decoded? Interpolated(SyntaxToken token)
    {
        if (token.Parent?.Parent is not InterpolatedStringExpressionSyntax whole)
            return null; // the format behind a colon
        var (start, text) = (whole.StringStartToken.Text, token.Text);
        switch (whole.StringStartToken.Kind())
        {
            case SyntaxKind.InterpolatedStringStartToken:
                return Regular(new Decoded(LiteralKind.Regular) { HoleBraces = 1 }, text, 0, text.Length);
            case SyntaxKind.InterpolatedVerbatimStringStartToken:
                return Verbatim(new Decoded(LiteralKind.Verbatim) { HoleBraces = 1 }, text, 0, text.Length);
            default:
                var braces = start.TakeWhile(static c => c == '$').Count();
                var quotes = Quotes(start, braces);
                if (whole.StringStartToken.IsKind(SyntaxKind.InterpolatedSingleLineRawStringStartToken))
                    return new Decoded(LiteralKind.Raw) { HoleBraces = braces, Quotes = quotes }.Plain(text, 0, text.Length);
                var close = whole.StringEndToken.Text;
                return RawLines(new Decoded(LiteralKind.RawLines) { HoleBraces = braces, Quotes = quotes, Indentation = close[(close.LastIndexOf('\n') + 1)..^quotes] }, text, 0, text.Length,
                    isLineStart: whole.Contents[0] == token.Parent);
        }
    }

    private static Decoded? Number(SyntaxToken token)
    {
        var digits = 0;
        while (digits < token.Text.Length && (char.IsAsciiDigit(token.Text[digits]) || token.Text[digits] is '_' or '.'))
            digits++;
        // Hexadecimal, binary and exponents are read by their value alone.
        if (token.Text[digits..].ToLowerInvariant() is not ("" or "l" or "u" or "ul" or "lu" or "d" or "f" or "m") || token.Text is ['0', 'x' or 'X' or 'b' or 'B', ..])
            return null;
        var decoded = new Decoded(LiteralKind.Number);
        for (var i = 0; i < digits; i++)
            if (token.Text[i] != '_')
                decoded.Add(token.Text[i].ToString(), i);
        return decoded.EndAt(digits);
    }

    private static int Quotes(string text, int from)
    {
        var quotes = 0;
        while (from + quotes < text.Length && text[from + quotes] == '"')
            quotes++;
        return quotes;
    }

    private static IEnumerable<string> Names(SyntaxNode node)
    {
        for (var at = node; at is not null and not MemberDeclarationSyntax { Parent: CompilationUnitSyntax or BaseNamespaceDeclarationSyntax }; at = at.Parent)
        {
            var name = at switch
            {
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax field } => field.Identifier.ValueText,
                AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax member } => member.Name.Identifier.ValueText,
                AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax key } => Key(key.ArgumentList),
                AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax key } => Key(key.ArgumentList),
                ArgumentSyntax { NameColon: { } named } => named.Name.Identifier.ValueText,
                VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
                PropertyDeclarationSyntax property => property.Identifier.ValueText,
                _ => null,
            };
            if (name is not null)
                yield return name;
        }
    }

    private static string? Key(BracketedArgumentListSyntax arguments) => arguments.Arguments is [{ Expression: LiteralExpressionSyntax literal }] ? literal.Token.ValueText : null;

    private sealed class Decoded(LiteralKind kind)
    {
        public LiteralKind Kind { get; } = kind;

        public StringBuilder Text { get; } = new();

        public List<int> Offsets { get; } = [];

        public int End { get; private set; }

        public int HoleBraces { get; init; }

        public int Quotes { get; init; }

        public string Indentation { get; init; } = "";

        public void Add(string characters, int offset)
        {
            foreach (var c in characters)
            {
                Text.Append(c);
                Offsets.Add(offset);
            }
        }

        /// <summary>A character as it stands; of CRLF the line feed alone, which begins where both do.</summary>
        public void AddSource(string text, int at)
        {
            if (text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n')
                return;
            Add(text[at].ToString(), text[at] == '\n' && at > 0 && text[at - 1] == '\r' ? at - 1 : at);
        }

        public Decoded Plain(string text, int start, int end)
        {
            Add(text[start..end], start);
            for (var i = 0; i < Offsets.Count; i++)
                Offsets[i] = start + i;
            return EndAt(end);
        }

        public Decoded EndAt(int end)
        {
            End = end;
            return this;
        }
    }
}
