using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;

namespace GitOps;

/// <summary>A <c>${NAME}</c> under the cursor becomes the constant of its source, in a plain, interpolated, concatenated or raw string.</summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(UseConstantRefactoring)), Shared]
public sealed class UseConstantRefactoring : CodeRefactoringProvider
{
    /// <inheritdoc/>
    public override async Task ComputeRefactoringsAsync(CodeRefactoringContext context)
    {
        var ct = context.CancellationToken;
        var root = await context.Document.GetSyntaxRootAsync(ct).ConfigureAwait(false);
        if (root is null || LiteralPlace.At(root, context.Span.Start) is not { } literal || !SubstitutionText.MayHoldExpressions(literal.Value))
            return;
        var model = await context.Document.GetSemanticModelAsync(ct).ConfigureAwait(false);
        if (model is null || VariableConstants.At(model, context.Span.Start) is not { } constants)
            return;
        foreach (var expression in SubstitutionText.Parse(literal.Value).Expressions)
        {
            if (expression.Operator.Length > 0 || !literal.SpanOf(expression.Offset, expression.Length).IntersectsWith(context.Span) || constants.Find(expression.Name) is not { } constant)
                continue;
            var name = VariableConstants.Written(constant, model, context.Span.Start);
            if (literal.Put(expression.Offset, expression.Length, name) is { } changes)
                context.RegisterRefactoring(CodeAction.Create($"Use '{name}'", async cancel =>
                    context.Document.WithText((await context.Document.GetTextAsync(cancel).ConfigureAwait(false)).WithChanges(changes)), nameof(UseConstantRefactoring)));
        }
    }
}
