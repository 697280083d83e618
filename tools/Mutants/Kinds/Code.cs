using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GitOps.Mutants;

/// <summary>One source file of the example with its meaning, and edits of it.</summary>
internal sealed record Code(Example Example, string Path, CSharpSyntaxTree Tree, SemanticModel Model)
{
    public SyntaxNode Root => Tree.GetRoot();

    public static IReadOnlyList<Code> All(Example example) =>
        [.. example.Sources().Select(source => new Code(example, source.Path, source.Tree, example.Generated.GetSemanticModel(source.Tree)))];

    public IEnumerable<T> Nodes<T>()
        where T : SyntaxNode => Root.DescendantNodes().OfType<T>();

    /// <summary>The classes that are apps.</summary>
    public IEnumerable<(ClassDeclarationSyntax Declaration, INamedTypeSymbol Symbol)> Apps() =>
        from declaration in Nodes<ClassDeclarationSyntax>()
        let symbol = Model.GetDeclaredSymbol(declaration)
        where symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "AppAttribute")
        select (declaration, symbol);

    public Mutant Replace(string kind, SyntaxNodeOrToken node, string text) => Replace(kind, node.Span, text);

    public Mutant Replace(string kind, TextSpan span, string text)
    {
        var source = Tree.GetText();
        var at = source.Lines.GetLinePosition(span.Start);
        var old = source.ToString(span);
        return Mutant.Edited(kind, $"line {at.Line + 1}, column {at.Character + 1}: '{Short(old)}' becomes '{Short(text)}'", Path, source.Replace(span, text).ToString());
    }

    private static string Short(string text)
    {
        var line = string.Join(' ', text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= 60 ? line : line[..59] + "…";
    }
}
