using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GitOps;

/// <summary><c>:?</c> and <c>:+</c> as what they are for Flux, or without a default, so that a missing variable fails.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MisleadingOperatorFix)), Shared]
public sealed class MisleadingOperatorFix : TextFix
{
    internal const string Default = "GitOps.PlainDefault";
    internal const string NoDefault = "GitOps.NoDefault";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.MisleadingOperator];

    private protected override IEnumerable<FixOffer> Offers(FixPlace place)
    {
        if (LiteralPlace.At(place.Root, place.Span.Start) is not { } literal)
            yield break;
        var (offset, length) = literal.RangeOf(place.Span);
        if (SubstitutionText.Parse(literal.Value.Substring(offset, length)).Whole is not { Operator: ":?" or ":+" } expression)
            yield break;
        var operatorAt = offset + expression.NameOffset + expression.Name.Length;
        var asDefault = new FixOffer("Write ':-', a default", Default, literal.Replace(operatorAt, 2, ":-"));
        var required = new FixOffer($"Write '${{{expression.Name}}}', which fails without the variable", NoDefault, literal.Replace(operatorAt, offset + length - 1 - operatorAt, ""));
        // ':?' was meant to fail, ':+' to give a text.
        foreach (var offer in expression.Operator == ":?" ? new[] { required, asDefault } : [asDefault, required])
            yield return offer;
    }
}
