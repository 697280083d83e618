using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps;

/// <summary>
/// What the analyzers look for in a file, found in one walk of its syntax for all of them. It is kept with the tree: an edit walks the edited file alone. An action for each
/// kind of node would have the compiler walk every member once more and call each analyzer thousands of times.
/// </summary>
internal sealed class TreeOverview
{
    private static readonly ConditionalWeakTable<SyntaxTree, TreeOverview> Made = new();

    private readonly List<Class> classes = [];
    private readonly List<LiteralExpressionSyntax> numbers = [];

    private TreeOverview(SyntaxNode root)
    {
        // The types around the node that is looked at, the innermost last; no class for one that a tool marks as its own, which is nobody's to mend.
        var open = new List<(TypeDeclarationSyntax Declaration, Class? Class)>();
        foreach (var node in root.DescendantNodes(static node => node is not AttributeListSyntax))
        {
            while (open.Count > 0 && node.SpanStart >= open[open.Count - 1].Declaration.Span.End)
                open.RemoveAt(open.Count - 1);
            var (around, inside) = open.Count > 0 ? open[open.Count - 1] : default;
            switch (node)
            {
                case TypeDeclarationSyntax declaration:
                    var isGenerated = around is not null && inside is null || IsMarkedGenerated(declaration);
                    var made = isGenerated ? null : new Class(declaration);
                    if (made is not null)
                        classes.Add(made);
                    open.Add((declaration, made));
                    break;
                case LiteralExpressionSyntax literal when around is null || inside is not null:
                    See(literal, inside);
                    break;
                case InterpolatedStringExpressionSyntax interpolated when inside is not null && MayMean(interpolated):
                    inside.Texts.Add(interpolated);
                    break;
                case IdentifierNameSyntax name when inside is not null:
                    // What is set or made is no text.
                    if (!(name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name) && name.Parent is not BaseObjectCreationExpressionSyntax)
                        inside.Texts.Add(name);
                    break;
                case BaseObjectCreationExpressionSyntax { Initializer: not null } creation when inside is not null:
                    inside.Creations.Add(creation);
                    break;
            }
        }
    }

    /// <summary>The classes, records, structs and interfaces of the file.</summary>
    public IReadOnlyList<Class> Classes => classes;

    /// <summary>String literals that begin as a number does.</summary>
    public IReadOnlyList<LiteralExpressionSyntax> Numbers => numbers;

    public static TreeOverview Of(SyntaxTree tree, CancellationToken ct) => Made.TryGetValue(tree, out var known) ? known : Made.GetValue(tree, key => new TreeOverview(key.GetRoot(ct)));

    private void See(LiteralExpressionSyntax literal, Class? inside)
    {
        switch (literal.Kind())
        {
            case SyntaxKind.StringLiteralExpression:
                if (literal.Token.ValueText is [var first, ..] && first is '+' or '-' or '.' or (>= '0' and <= '9'))
                    numbers.Add(literal);
                if (inside is not null && MayMean(literal.Token.Text))
                    inside.Texts.Add(literal);
                if (inside is not null && PracticeLiterals.MayMind(literal))
                    (inside.Practices ??= []).Add(literal);
                break;
            case SyntaxKind.NumericLiteralExpression when inside is not null && literal.Token.Text is ['0', _, ..]:
                inside.Zeros.Add(literal);
                break;
        }
    }

    private static bool MayMean(InterpolatedStringExpressionSyntax interpolated)
    {
        foreach (var content in interpolated.Contents)
            if (content is InterpolatedStringTextSyntax text && MayMean(text.TextToken.Text))
                return true;
        return false;
    }

    // An escape may hide either sign.
    private static bool MayMean(string token) =>
        token.IndexOf('$') >= 0 || token.IndexOf('{') >= 0 || (token.IndexOf('\\') >= 0 && (token.IndexOf("\\u", StringComparison.OrdinalIgnoreCase) >= 0 || token.IndexOf("\\x", StringComparison.Ordinal) >= 0));

    private static bool IsMarkedGenerated(TypeDeclarationSyntax declaration)
    {
        foreach (var list in declaration.AttributeLists)
            foreach (var attribute in list.Attributes)
                if ((attribute.Name is QualifiedNameSyntax qualified ? qualified.Right : attribute.Name) is IdentifierNameSyntax { Identifier.ValueText: "GeneratedCode" or "GeneratedCodeAttribute" })
                    return true;
        return false;
    }

    /// <summary>A type as far as it is its own: what types inside it hold is theirs. All in the order of the text.</summary>
    internal sealed class Class(TypeDeclarationSyntax declaration)
    {
        public TypeDeclarationSyntax Declaration { get; } = declaration;

        /// <summary>Creations with an initializer.</summary>
        public List<BaseObjectCreationExpressionSyntax> Creations { get; } = [];

        /// <summary>Texts that may hold an expression or a template, and names that may be those of constants which do.</summary>
        public List<ExpressionSyntax> Texts { get; } = [];

        /// <summary>Number literals that begin with a zero.</summary>
        public List<LiteralExpressionSyntax> Zeros { get; } = [];

        /// <summary>Texts that a rule of practice may mind, such as <c>latest</c>; none in most classes.</summary>
        public List<LiteralExpressionSyntax>? Practices { get; set; }
    }
}
