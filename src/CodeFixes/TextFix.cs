using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace GitOps;

/// <summary>
/// A fix that edits the text of one document. Spans inside literals are no syntax nodes, and an edit of text keeps every other character of the author's, so all
/// fixes are made this way; and edits of many fixes are one edit, so "fix all" is the same for all.
/// </summary>
public abstract class TextFix : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => FixAll;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (await FixPlace.OfAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } place)
                continue;
            foreach (var offer in Offers(place))
                context.RegisterCodeFix(CodeAction.Create(offer.Title, ct => EditedAsync(context.Document, offer.Changes, ct), offer.Key), diagnostic);
        }
    }

    /// <summary>The ways to mend it, the best first.</summary>
    private protected abstract IEnumerable<FixOffer> Offers(FixPlace place);

    private static readonly FixAllProvider FixAll = FixAllProvider.Create(static async (context, document, diagnostics) =>
    {
        var fix = (TextFix)context.CodeFixProvider;
        var changes = new List<TextChange>();
        foreach (var diagnostic in diagnostics.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start))
        {
            if (await FixPlace.OfAsync(document, diagnostic, context.CancellationToken).ConfigureAwait(false) is not { } place)
                continue;
            if (fix.Offers(place).FirstOrDefault(offer => offer.Key == context.CodeActionEquivalenceKey) is { } offer && !offer.Changes.Any(change => Overlaps(change, changes)))
                changes.AddRange(offer.Changes.Where(change => !changes.Contains(change)));
        }

        return changes.Count == 0 ? document : await EditedAsync(document, changes, context.CancellationToken).ConfigureAwait(false);
    });

    // The same edit twice is one: two texts of an app may lack the same source. What else touches an earlier edit waits for the next run.
    private static bool Overlaps(TextChange change, List<TextChange> earlier) =>
        earlier.Any(other => other != change && (other.Span.OverlapsWith(change.Span) || (other.Span.IsEmpty ? change.Span.Contains(other.Span.Start) : change.Span.IsEmpty && other.Span.Contains(change.Span.Start))));

    private static async Task<Document> EditedAsync(Document document, IEnumerable<TextChange> changes, CancellationToken ct)
    {
        var text = await document.GetTextAsync(ct).ConfigureAwait(false);
        return document.WithText(text.WithChanges(changes.OrderBy(static change => change.Span.Start)));
    }
}
