using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GitOps;

/// <summary>A string method on a placeholder becomes Flux's own operator, which acts on the value.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StringMethodFix)), Shared]
public sealed class StringMethodFix : TextFix
{
    internal const string UseOperator = "GitOps.UseOperator";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.StringMethodOnPlaceholder];

    private protected override IEnumerable<FixOffer> Offers(FixPlace place)
    {
        if (place.Hint(FixHints.Replacement) is { } replacement)
            yield return new FixOffer($"Write '{replacement}', Flux's own operator", UseOperator, new TextChange(place.Span, Written(place, replacement)));
    }

    private static string Written(FixPlace place, string replacement)
    {
        var literal = SymbolDisplay.FormatLiteral(replacement, quote: true);
        // A call on the result binds tighter than nothing else does here; an interpolation takes a literal as it is.
        return place.Root.FindNode(place.Span, getInnermostNodeForTie: true).Parent is InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax { StringStartToken.RawKind: (int)SyntaxKind.InterpolatedVerbatimStringStartToken } }
            ? "@" + literal : literal;
    }
}
