using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GitOps;

/// <summary>Marks text as meant as it stands, with <c>Text.Literal(…)</c>: the whole of it where nothing in it is Flux's, else the one expression.</summary>
internal static class LiteralMark
{
    public const string Key = "GitOps.Literal";

    public static FixOffer? Of(FixPlace place, LiteralPlace literal, VariableConstants constants)
    {
        var (offset, length) = literal.RangeOf(place.Span);
        if (length <= 0 || place.Model.Compilation.GetTypeByMetadataName("GitOps.Text") is not { } type)
            return null;
        var root = ConstantText.RootOf(literal.Literal);
        // A call is no constant, and a text on its way into Text.Literal is marked already.
        if (root.Ancestors().Any(static node => node is AttributeArgumentSyntax or CaseSwitchLabelSyntax or ConstantPatternSyntax or ParameterSyntax
            || (node is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword)) || (node is LocalDeclarationStatementSyntax local && local.Modifiers.Any(SyntaxKind.ConstKeyword))))
            return null;
        var mark = type.ToMinimalDisplayString(place.Model, root.SpanStart) + ".Literal(";
        if (IsAllLiteral(root, place, constants))
            return new FixOffer("Mark the text as literal", Key, new TextChange(new TextSpan(root.SpanStart, 0), mark), new TextChange(new TextSpan(root.Span.End, 0), ")"));
        var written = literal.Value.Substring(offset, length);
        return literal.Put(offset, length, $"{mark}{SymbolDisplay.FormatLiteral(written, quote: true)})") is { } changes ? new FixOffer($"Mark '{Short(written)}' as literal", Key, changes) : null;
    }

    public static string Short(string text) => text.Length <= 30 ? text : text.Substring(0, 29) + "…";

    /// <summary>Whether no part of a text is a variable that the app has, nor anything that might hold one.</summary>
    private static bool IsAllLiteral(ExpressionSyntax root, FixPlace place, VariableConstants constants)
    {
        var text = ConstantText.Read(root, place.Model, place.Cancellation);
        if (text.Value.IndexOf(ConstantText.Hole) >= 0 || text.Parts.Any(static part => part.Constant is not null && SubstitutionText.MayHoldExpressions(part.Value)))
            return false;
        // The text may be one that Flux cannot parse: so names are looked for, not expressions.
        for (var at = text.Value.IndexOf("${", StringComparison.Ordinal); at >= 0; at = text.Value.IndexOf("${", at + 2, StringComparison.Ordinal))
        {
            var end = at + 2;
            while (end < text.Value.Length && (char.IsLetterOrDigit(text.Value[end]) || text.Value[end] == '_'))
                end++;
            if (constants.IsProvided(text.Value.Substring(at + 2, end - at - 2)))
                return false;
        }

        return true;
    }
}
