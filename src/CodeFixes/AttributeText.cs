using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GitOps;

/// <summary>Edits of a class's attributes as their author lays them out.</summary>
internal static class AttributeText
{
    /// <summary>Adds an attribute: behind those of its kind, or on a line of its own below the others.</summary>
    public static TextChange Add(TypeDeclarationSyntax declaration, SourceText text, string name, string written)
    {
        if (declaration.AttributeLists.SelectMany(static list => list.Attributes).LastOrDefault(attribute => NameOf(attribute) == name) is { } same)
            return new TextChange(new TextSpan(same.Span.End, 0), $", {written}");
        if (declaration.AttributeLists.LastOrDefault() is not { } last)
        {
            var start = declaration.GetFirstToken().SpanStart;
            return new TextChange(new TextSpan(start, 0), $"[{written}]{NewLine(text, start)}{Indentation(text, start)}");
        }

        var isAlone = last.CloseBracketToken.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
        return new TextChange(new TextSpan(last.Span.End, 0), isAlone ? $"{NewLine(text, last.Span.End)}{Indentation(text, last.SpanStart)}[{written}]" : $" [{written}]");
    }

    /// <summary>Takes an attribute away, and its brackets and line where it stood alone.</summary>
    public static TextChange Remove(AttributeSyntax attribute, SourceText text)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        var index = list.Attributes.IndexOf(attribute);
        if (list.Attributes.Count > 1)
            return new TextChange(index == 0
                ? TextSpan.FromBounds(attribute.SpanStart, list.Attributes[1].SpanStart)
                : TextSpan.FromBounds(list.Attributes.GetSeparator(index - 1).SpanStart, attribute.Span.End), "");
        var line = text.Lines.GetLineFromPosition(list.SpanStart);
        var isAlone = line.Span.Contains(list.Span.End - 1) && text.ToString(line.Span).Trim().Length == list.Span.Length;
        var end = list.Span.End;
        while (!isAlone && end < text.Length && text[end] == ' ')
            end++;
        return new TextChange(isAlone ? line.SpanIncludingLineBreak : TextSpan.FromBounds(list.SpanStart, end), "");
    }

    private static string NameOf(AttributeSyntax attribute) => attribute.Name switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
        _ => "",
    };

    private static string Indentation(SourceText text, int position)
    {
        var line = text.ToString(text.Lines.GetLineFromPosition(position).Span);
        return line.Substring(0, line.Length - line.TrimStart().Length);
    }

    private static string NewLine(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        return line.EndIncludingLineBreak - line.End == 2 ? "\r\n" : "\n";
    }
}
