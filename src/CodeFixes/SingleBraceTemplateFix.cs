using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GitOps;

/// <summary>Doubles the braces of a template.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SingleBraceTemplateFix)), Shared]
public sealed class SingleBraceTemplateFix : TextFix
{
    internal const string DoubleBraces = "GitOps.DoubleBraces";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.SingleBraceTemplate];

    private protected override IEnumerable<FixOffer> Offers(FixPlace place)
    {
        if (LiteralPlace.At(place.Root, place.Span.Start) is not { } literal)
            yield break;
        var (offset, length) = literal.RangeOf(place.Span);
        var template = "{" + literal.Value.Substring(offset, length) + "}";
        if (length > 2 && literal.Replace(offset, length, template) is { Length: > 0 } changes)
            yield return new FixOffer($"Double the braces: '{LiteralMark.Short(template)}'", DoubleBraces, changes);
    }
}
