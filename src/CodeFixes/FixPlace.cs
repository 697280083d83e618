using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GitOps;

/// <summary>A diagnostic with what a fix needs to know of its document.</summary>
internal sealed record FixPlace(Diagnostic Diagnostic, TextSpan Span, SyntaxNode Root, SourceText Text, SemanticModel Model, CancellationToken Cancellation)
{
    public string? Hint(string key) => Diagnostic.Properties.TryGetValue(key, out var value) ? value : null;

    public static async Task<FixPlace?> OfAsync(Document document, Diagnostic diagnostic, CancellationToken ct)
    {
        var root = await document.GetSyntaxRootAsync(ct).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(ct).ConfigureAwait(false);
        var text = await document.GetTextAsync(ct).ConfigureAwait(false);
        return root is null || model is null || diagnostic.Location.SourceTree != root.SyntaxTree ? null : new FixPlace(diagnostic, diagnostic.Location.SourceSpan, root, text, model, ct);
    }
}
