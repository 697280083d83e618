using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GitOps;

/// <summary>Removes the <c>$</c> before a placeholder.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EscapedByInterpolationFix)), Shared]
public sealed class EscapedByInterpolationFix : TextFix
{
    internal const string RemoveDollar = "GitOps.RemoveDollar";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.EscapedByInterpolation];

    private protected override IEnumerable<FixOffer> Offers(FixPlace place)
    {
        if (LiteralPlace.At(place.Root, place.Span.Start) is not { } literal)
            yield break;
        var at = literal.RangeOf(new TextSpan(place.Span.Start, 1)).Offset;
        if (at >= literal.Value.Length || literal.Value[at] != '$')
            yield break;
        // "$" + C.X is C.X alone.
        var change = literal is { Value: "$", Literal: LiteralExpressionSyntax { Parent: BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum } whole } && sum.Left == whole
            ? new TextChange(TextSpan.FromBounds(sum.SpanStart, sum.Right.SpanStart), "")
            : new TextChange(literal.SpanOf(at, 1), "");
        yield return new FixOffer("Remove the '$' before the placeholder", RemoveDollar, change);
    }
}
