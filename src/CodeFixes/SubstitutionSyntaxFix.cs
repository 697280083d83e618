using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace GitOps;

/// <summary>An expression that Flux cannot parse: the colon that a default needs, or a mark that it is no expression at all.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SubstitutionSyntaxFix)), Shared]
public sealed class SubstitutionSyntaxFix : TextFix
{
    internal const string AddColon = "GitOps.AddColon";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.SubstitutionSyntax];

    private protected override IEnumerable<FixOffer> Offers(FixPlace place)
    {
        if (LiteralPlace.At(place.Root, place.Span.Start) is not { } literal || VariableConstants.At(place.Model, place.Span.Start) is not { } constants)
            yield break;
        var (offset, length) = literal.RangeOf(place.Span);
        var written = literal.Value.Substring(offset, length);
        var end = 2;
        while (end < written.Length && (char.IsLetterOrDigit(written[end]) || written[end] == '_'))
            end++;
        // bash has defaults without a colon, Flux has not.
        if (end > 2 && end < written.Length && written[end] is '-' or '=' or '+' or '?' && SubstitutionText.Parse(WithColon(written, end)) is { Error: null, Whole: not null })
            yield return new FixOffer($"Write '{LiteralMark.Short(WithColon(written, end))}'", AddColon, literal.Replace(offset, length, WithColon(written, end)));
        if (LiteralMark.Of(place, literal, constants) is { } mark)
            yield return mark;
    }

    private static string WithColon(string written, int end) => $"{written.Substring(0, end)}:-{written.Substring(end + 1)}";
}
