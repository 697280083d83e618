using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GitOps;

/// <summary>A string expression as the text that it makes: constant parts with their places, and a mark for each part that only running the code would tell.</summary>
internal sealed class ConstantText
{
    /// <summary>Stands for a part that is not known; no text of a manifest holds it.</summary>
    public const char Hole = '\uFFFF';

    private readonly List<Part> parts = [];

    private ConstantText(ExpressionSyntax root) => Root = root;

    /// <summary>Finds the value of a constant that stands elsewhere.</summary>
    public delegate (string? Value, ISymbol? Constant) Resolver(ExpressionSyntax expression);

    /// <summary>The whole expression.</summary>
    public ExpressionSyntax Root { get; }

    public string Value { get; private set; } = "";

    public IReadOnlyList<Part> Parts => parts;

    /// <summary>A part of the text.</summary>
    /// <param name="Offset">Where it starts in the text.</param>
    /// <param name="Value">Its text, or a <see cref="Hole"/>.</param>
    /// <param name="Span">Its place in the source.</param>
    /// <param name="Token">The token that holds it; none of a constant that is defined elsewhere.</param>
    /// <param name="Start">What begins the interpolated text that the token is in.</param>
    /// <param name="Constant">That constant.</param>
    public sealed record Part(int Offset, string Value, TextSpan Span, SyntaxToken Token, SyntaxKind Start, ISymbol? Constant)
    {
        private int[]? map;

        /// <summary>
        /// The place of each of its characters, made when something is to be said there; <see langword="null"/> of a constant that is defined elsewhere, and of a token whose
        /// text cannot be followed: then the whole token is the place of each.
        /// </summary>
        public int[]? Map => map ??= Token.Kind() switch
        {
            SyntaxKind.None => null,
            SyntaxKind.InterpolatedStringTextToken => LiteralMap.OfInterpolated(Token, Start)?.Map,
            _ => LiteralMap.Of(Token)?.Map,
        };
    }

    /// <summary>The largest string expression around a literal or a name: concatenations and interpolations are one text.</summary>
    public static ExpressionSyntax RootOf(ExpressionSyntax expression)
    {
        ExpressionSyntax root = expression;
        for (SyntaxNode node = expression; ; node = node.Parent!)
        {
            if (node is ExpressionSyntax found)
                root = found;
            if (node.Parent is not (ParenthesizedExpressionSyntax or InterpolationSyntax or InterpolatedStringExpressionSyntax) && !(node.Parent is { } parent && parent.IsKind(SyntaxKind.AddExpression)))
                return root;
        }
    }

    /// <summary>The text as the compiler reads it.</summary>
    public static ConstantText Read(ExpressionSyntax root, SemanticModel model, CancellationToken ct)
    {
        var text = new ConstantText(root);
        var value = new StringBuilder();
        text.Flatten(root, value, sum => model.GetTypeInfo(sum, ct).Type?.SpecialType == SpecialType.System_String,
            expression => model.GetConstantValue(expression, ct) is { Value: string constant } ? (constant, model.GetSymbolInfo(expression, ct).Symbol) : (null, null));
        text.Value = value.ToString();
        // Should the two ever differ, the compiler's text counts, and its place is the whole expression.
        if (text.Value.IndexOf(Hole) < 0 && model.GetConstantValue(root, ct) is { Value: string folded } && folded != text.Value)
        {
            text.parts.Clear();
            text.parts.Add(new Part(0, folded, root.Span, default, default, null));
            text.Value = folded;
        }

        return text;
    }

    /// <summary>The text as it looks, without asking the compiler: enough to tell whether asking is worth its time.</summary>
    public static ConstantText Glance(ExpressionSyntax root, Resolver resolve)
    {
        var text = new ConstantText(root);
        var value = new StringBuilder();
        text.Flatten(root, value, static _ => true, resolve);
        text.Value = value.ToString();
        return text;
    }

    /// <summary>The place of a part of the text.</summary>
    public TextSpan SpanOf(int offset, int length)
    {
        var first = PartAt(offset);
        var last = PartAt(offset + Math.Max(length, 1) - 1);
        var start = first.Map is { } starts ? starts[offset - first.Offset] : first.Span.Start;
        var end = last.Map is { } ends ? ends[Math.Min(offset + length - last.Offset, last.Value.Length)] : last.Span.End;
        return TextSpan.FromBounds(start, Math.Max(start, end));
    }

    /// <summary>The part that a character of the text belongs to.</summary>
    public Part PartAt(int offset) => parts.LastOrDefault(part => part.Offset <= offset && part.Value.Length > 0) ?? parts[0];

    public bool IsKnown(int offset, int length) => Value.IndexOf(Hole, offset, Math.Min(length, Value.Length - offset)) < 0;

    private void Flatten(ExpressionSyntax expression, StringBuilder value, Func<BinaryExpressionSyntax, bool> isText, Resolver resolve)
    {
        switch (expression)
        {
            case ParenthesizedExpressionSyntax parenthesized:
                Flatten(parenthesized.Expression, value, isText, resolve);
                return;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when isText(sum):
                Flatten(sum.Left, value, isText, resolve);
                Flatten(sum.Right, value, isText, resolve);
                return;
            case LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal:
                Add(literal.Span, literal.Token.ValueText, null, value, literal.Token);
                return;
            case InterpolatedStringExpressionSyntax interpolated:
                foreach (var content in interpolated.Contents)
                    if (content is InterpolatedStringTextSyntax piece)
                        Add(piece.Span, LiteralMap.TextOfInterpolated(piece.TextToken, interpolated.StringStartToken.Kind()), null, value, piece.TextToken, interpolated.StringStartToken.Kind());
                    else if (content is InterpolationSyntax { AlignmentClause: null, FormatClause: null } plain)
                        Flatten(plain.Expression, value, isText, resolve);
                    else
                        AddHole(content.Span, value);
                return;
            default:
                if (resolve(expression) is ({ } constant, var symbol))
                    Add(expression.Span, constant, symbol, value);
                else
                    AddHole(expression.Span, value);
                return;
        }
    }

    private void Add(TextSpan span, string text, ISymbol? constant, StringBuilder value, SyntaxToken token = default, SyntaxKind start = default)
    {
        parts.Add(new Part(value.Length, text, span, token, start, constant));
        value.Append(text);
    }

    private void AddHole(TextSpan span, StringBuilder value) => Add(span, Hole.ToString(), null, value);
}
