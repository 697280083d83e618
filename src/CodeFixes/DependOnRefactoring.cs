using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps;

/// <summary>
/// Under the cursor a component that needs other apps, or a reference to another app's object: writes the dependency as an attribute of the app. Synth adds
/// what a component carries by itself; written out, it takes a <c>ReadyExpr</c> of its own and is seen where the app is read.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(DependOnRefactoring)), Shared]
public sealed class DependOnRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var ct = context.CancellationToken;
        var document = context.Document;
        var root = await document.GetSyntaxRootAsync(ct).ConfigureAwait(false);
        var node = root?.FindNode(context.Span, getInnermostNodeForTie: true);
        if (node?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration || await document.GetSemanticModelAsync(ct).ConfigureAwait(false) is not { } model
            || FluxTypes.Find(model.Compilation) is not { } types || model.GetDeclaredSymbol(declaration, ct) is not INamedTypeSymbol app || !FluxTypes.Derives(app, types.App))
            return;
        var had = new HashSet<ITypeSymbol>(Targets(app, types), SymbolEqualityComparer.Default) { app };
        var text = await document.GetTextAsync(ct).ConfigureAwait(false);
        foreach (var target in Needed(node, model, types, ct).Where(target => had.Add(target)))
        {
            var written = $"DependsOn<{target.ToMinimalDisplayString(model, declaration.SpanStart)}>";
            var change = AttributeText.Add(declaration, text, "DependsOn", written);
            context.RegisterRefactoring(CodeAction.Create($"Add [{written}] to '{app.Name}'", _ => Task.FromResult(document.WithText(text.WithChanges(change))), nameof(DependOnRefactoring) + target.Name));
        }
    }

    private static IEnumerable<ITypeSymbol> Needed(SyntaxNode node, SemanticModel model, FluxTypes types, CancellationToken ct)
    {
        // What stands inside the braces of a component is its own matter.
        if (node.AncestorsAndSelf().OfType<BaseObjectCreationExpressionSyntax>().FirstOrDefault() is { } made && made.Initializer?.Span.Contains(node.Span) != true && model.GetTypeInfo(made, ct).Type is INamedTypeSymbol component && FluxTypes.Derives(component, types.Component))
            return Targets(component, types);
        return node.AncestorsAndSelf().OfType<GenericNameSyntax>().FirstOrDefault(static name => name.Identifier.ValueText == "Ref") is { } reference
            && model.GetSymbolInfo(reference, ct).Symbol is INamedTypeSymbol { TypeArguments: [{ } other] } && FluxTypes.Derives(other, types.App)
                ? [other] : [];
    }

    private static IEnumerable<ITypeSymbol> Targets(INamedTypeSymbol type, FluxTypes types) =>
        FluxTypes.AttributesOf(type, types.DependsOn).Select(static attribute => attribute.AttributeClass!.TypeArguments[0]);
}
