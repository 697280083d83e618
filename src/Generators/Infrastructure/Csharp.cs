using Microsoft.CodeAnalysis.CSharp;

namespace GitOps;

/// <summary>Pieces of C# text.</summary>
internal static class Csharp
{
    /// <summary>A string literal.</summary>
    public static string Literal(string? text) => text is null ? "null" : SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>An identifier, with <c>@</c> where it is a keyword.</summary>
    public static string Identifier(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>Text inside an XML comment.</summary>
    public static string Xml(string text)
    {
        var escaped = new System.Text.StringBuilder(text.Length + 16);
        foreach (var character in text)
        {
            switch (character)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                // XML knows no other control characters, and no halves of surrogate pairs are told apart here: they become blanks.
                case < ' ' or '\u007F' or '\u0085' or '\u2028' or '\u2029' or '\uFFFE' or '\uFFFF': escaped.Append(' '); break;
                default: escaped.Append(char.IsSurrogate(character) ? '\uFFFD' : character); break;
            }
        }

        return escaped.ToString();
    }
}
