using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps;

/// <summary>A variable that nothing provides: its nearest name, the source that has it, or a mark that it is none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndefinedVariableFix)), Shared]
public sealed class UndefinedVariableFix : TextFix
{
    internal const string NearestConstant = "GitOps.NearestConstant";
    internal const string Nearest = "GitOps.NearestVariable";
    internal const string DeclareSource = "GitOps.DeclareSource";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.UndefinedVariable];

    private protected override IEnumerable<FixOffer> Offers(FixPlace place)
    {
        if (VariableConstants.At(place.Model, place.Span.Start) is not { } constants)
            yield break;
        var literal = LiteralPlace.At(place.Root, place.Span.Start);
        var range = literal?.RangeOf(place.Span) ?? default;
        var expression = literal is null || range.Length <= 0 ? OfConstant(place) : SubstitutionText.Parse(literal.Value.Substring(range.Offset, range.Length)).Whole;
        if (expression is null)
            yield break;
        var nearest = place.Hint(FixHints.Suggestion);
        if (literal is not null && nearest is not null)
        {
            if (expression.Operator.Length == 0 && constants.Find(nearest) is { } constant)
            {
                var name = VariableConstants.Written(constant, place.Model, place.Span.Start);
                if (literal.Put(range.Offset, range.Length, name) is { } changes)
                    yield return new FixOffer($"Use '{name}'", NearestConstant, changes);
            }

            yield return new FixOffer($"Change '{expression.Name}' to '{nearest}'", Nearest, literal.Replace(range.Offset + expression.NameOffset, expression.Name.Length, nearest));
        }

        if (place.Root.FindNode(place.Span).FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration)
            foreach (var source in Sources(place, constants, expression.Name))
            {
                var written = $"SubstituteFrom<{source.ToMinimalDisplayString(place.Model, declaration.SpanStart)}>";
                yield return new FixOffer($"Add [{written}] to '{declaration.Identifier.ValueText}'", DeclareSource, AttributeText.Add(declaration, place.Text, "SubstituteFrom", written));
            }

        if (literal is not null && LiteralMark.Of(place, literal, constants) is { } mark)
            yield return mark;
    }

    /// <summary>What the analyzer names, or else every source that has the variable.</summary>
    private static IEnumerable<INamedTypeSymbol> Sources(FixPlace place, VariableConstants constants, string variable) =>
        place.Hint(FixHints.Source) is { } name && place.Model.Compilation.GetTypeByMetadataName(name) is { } named ? [named] : constants.Undeclared(variable);

    /// <summary>The expression of a constant that is named where the diagnostic stands.</summary>
    private static SubstitutionExpression? OfConstant(FixPlace place) =>
        place.Root.FindNode(place.Span, getInnermostNodeForTie: true) is ExpressionSyntax expression && place.Model.GetConstantValue(expression, place.Cancellation) is { HasValue: true, Value: string text }
            ? SubstitutionText.Parse(text).Whole : null;
}
