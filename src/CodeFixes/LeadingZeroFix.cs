using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GitOps;

/// <summary>A number with a leading zero as the octal number that a file's mode is, or as the decimal that C# reads.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeadingZeroFix)), Shared]
public sealed class LeadingZeroFix : TextFix
{
    internal const string AsOctal = "GitOps.Octal";
    internal const string AsDecimal = "GitOps.Decimal";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.LeadingZero];

    private protected override IEnumerable<FixOffer> Offers(FixPlace place)
    {
        if (place.Root.FindNode(place.Span, getInnermostNodeForTie: true) is not LiteralExpressionSyntax literal || place.Model.Compilation.GetTypeByMetadataName("GitOps.Numbers") is not { } numbers)
            yield break;
        var text = literal.Token.Text;
        var digits = text.Replace("_", "").TrimEnd('u', 'U', 'l', 'L');
        var isKnown = place.Model.LookupSymbols(place.Span.Start, name: "Octal").Any(symbol => SymbolEqualityComparer.Default.Equals(symbol.ContainingType, numbers));
        var octal = $"{(isKnown ? "" : numbers.ToMinimalDisplayString(place.Model, place.Span.Start) + ".")}Octal(\"{digits}\")";
        yield return new FixOffer($"Write '{octal}'", AsOctal, new TextChange(place.Span, octal));
        var number = text.TrimStart('0', '_') is { Length: > 0 } rest && char.IsDigit(rest[0]) ? rest : "0";
        yield return new FixOffer($"Write '{number}'", AsDecimal, new TextChange(place.Span, number));
    }
}
