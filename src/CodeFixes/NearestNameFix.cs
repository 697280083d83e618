using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GitOps;

/// <summary>A name in a string that nothing has: the nearest one that the analyzer found. What it is a name of, the analyzer alone knows.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NearestNameFix)), Shared]
public sealed class NearestNameFix : TextFix
{
    internal const string Nearest = "GitOps.NearestName";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UnknownDependency, RuleIds.MissingVariableSource, RuleIds.UnknownEnumValue];

    private protected override IEnumerable<FixOffer> Offers(FixPlace place)
    {
        if (place.Hint(FixHints.Suggestion) is not { } nearest || LiteralPlace.At(place.Root, place.Span.Start) is not { } literal)
            yield break;
        var (offset, length) = literal.RangeOf(place.Span);
        if (length > 0)
            yield return new FixOffer($"Change '{LiteralMark.Short(literal.Value.Substring(offset, length))}' to '{nearest}'", Nearest, literal.Replace(offset, length, nearest));
    }
}
