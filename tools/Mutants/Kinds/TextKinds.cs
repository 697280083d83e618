using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GitOps.Mutants;

/// <summary>Faults of texts: variables that are misspelt or escaped, expressions that cannot be read, templates with one brace, sources that nobody names.</summary>
internal sealed class TextKinds(IReadOnlyList<Code> codes)
{
    public IEnumerable<Mutant> All() => Spelled().Concat(Escaped()).Concat(Expressions()).Concat(Braces()).Concat(Sources());

    private IEnumerable<Mutant> Spelled() =>
        from use in Placeholders()
        select Written(use.Code, "a variable is spelled out and misspelt" + Where(use.Code, use.Access), use.Access, "${" + Spelling.Wrong(use.Variable) + "}");

    private IEnumerable<Mutant> Expressions() =>
        from use in Placeholders()
        from form in new[] { "${NAME-x}", "${NAME[0]}", "${{ NAME }}" }
        select Written(use.Code, "an expression that Flux cannot parse" + Where(use.Code, use.Access), use.Access, form.Replace("NAME", use.Variable, StringComparison.Ordinal));

    private IEnumerable<Mutant> Escaped() =>
        from use in Placeholders()
        where use.Access.Parent is InterpolationSyntax
        select use.Code.Replace("a '$' before an interpolation" + Where(use.Code, use.Access), new TextSpan(use.Access.Parent!.SpanStart, 0), "$");

    private IEnumerable<Mutant> Braces() =>
        from code in codes
        from literal in code.Nodes<LiteralExpressionSyntax>()
        where literal.IsKind(SyntaxKind.StringLiteralExpression) && literal.Token.Text.Contains("{{ .", StringComparison.Ordinal)
        let at = literal.SpanStart + literal.Token.Text.IndexOf("{{ .", StringComparison.Ordinal)
        let end = literal.SpanStart + literal.Token.Text.IndexOf("}}", at - literal.SpanStart, StringComparison.Ordinal) + 2
        let template = code.Tree.GetText().ToString(TextSpan.FromBounds(at, end))
        select code.Replace("a template with one brace" + Where(code, literal), TextSpan.FromBounds(at, end), template[1..^1]);

    private IEnumerable<Mutant> Sources() =>
        from code in codes
        from attribute in code.Nodes<AttributeSyntax>()
        where attribute.Name is GenericNameSyntax { Identifier.ValueText: "SubstituteFrom" }
        let list = (AttributeListSyntax)attribute.Parent!
        select code.Replace("a source of variables is no longer named", list.Span,
            list.Attributes.Count == 1 ? "" : $"[{string.Join(", ", list.Attributes.Where(other => other != attribute))}]");

    private static Mutant Written(Code code, string kind, ExpressionSyntax constant, string text) => constant.Parent switch
    {
        InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax { StringStartToken.RawKind: (int)SyntaxKind.InterpolatedStringStartToken } } hole =>
            code.Replace(kind, hole, text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal)),
        _ => code.Replace(kind, constant, SymbolDisplay.FormatLiteral(text, quote: true)),
    };

    /// <summary>Texts of helpers outside the apps are judged by synth alone: nobody knows whose they become.</summary>
    private static string Where(Code code, SyntaxNode node)
    {
        for (ITypeSymbol? type = node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration ? code.Model.GetDeclaredSymbol(declaration) as ITypeSymbol : null; type is not null; type = type.BaseType)
            if (type.Name is "FluxApp" or "FluxComponent" or "FluxNamespace" or "FluxCluster")
                return "";
        return " (in a helper)";
    }

    private IEnumerable<(Code Code, ExpressionSyntax Access, string Variable)> Placeholders() =>
        from code in codes
        from access in code.Nodes<MemberAccessExpressionSyntax>()
        where access.Parent is not MemberAccessExpressionSyntax
        let value = code.Model.GetConstantValue(access)
        where value is { HasValue: true, Value: string text } && text.StartsWith("${", StringComparison.Ordinal)
        select (code, (ExpressionSyntax)access, ((string)value.Value!)[2..^1]);
}
