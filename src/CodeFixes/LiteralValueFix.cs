using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GitOps;

/// <summary>A duration or quantity in the form that can be read: <c>1d</c> is <c>24h</c>, <c>5Gb</c> is <c>5Gi</c> or <c>5G</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LiteralValueFix)), Shared]
public sealed class LiteralValueFix : TextFix
{
    internal const string Duration = "GitOps.Duration";
    internal const string BinaryQuantity = "GitOps.BinaryQuantity";
    internal const string DecimalQuantity = "GitOps.DecimalQuantity";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.DurationLiteral, RuleIds.QuantityLiteral];

    private protected override IEnumerable<FixOffer> Offers(FixPlace place)
    {
        if (LiteralPlace.At(place.Root, place.Span.Start) is not { } literal)
            yield break;
        if (place.Diagnostic.Id == RuleIds.DurationLiteral)
        {
            if (DurationLiteral.Meant(literal.Value) is { } duration)
                yield return new FixOffer($"Write '{duration}'", Duration, literal.Replace(0, literal.Value.Length, duration));
            yield break;
        }

        foreach (var quantity in QuantityLiteral.Meant(literal.Value))
            yield return new FixOffer(
                $"Write '{quantity}'", quantity.EndsWith("i", StringComparison.Ordinal) ? BinaryQuantity : DecimalQuantity, literal.Replace(0, literal.Value.Length, quantity));
    }
}
