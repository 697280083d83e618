using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps;

/// <summary>Removes a dependency that can never be ready: on the app itself, or on one that is not enabled.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveDependencyFix)), Shared]
public sealed class RemoveDependencyFix : TextFix
{
    internal const string Remove = "GitOps.RemoveDependency";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [RuleIds.SelfDependency, RuleIds.DisabledDependency];

    private protected override IEnumerable<FixOffer> Offers(FixPlace place)
    {
        if (place.Root.FindNode(place.Span).FirstAncestorOrSelf<AttributeSyntax>() is { } attribute)
            yield return new FixOffer($"Remove [{attribute}]", Remove, AttributeText.Remove(attribute, place.Text));
    }
}
