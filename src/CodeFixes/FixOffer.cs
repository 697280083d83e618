using Microsoft.CodeAnalysis.Text;

namespace GitOps;

/// <summary>One way to mend a diagnostic: what the editor shows, and the edits.</summary>
/// <param name="Title">What it does, as the menu shows it.</param>
/// <param name="Key">The kind of fix: offers of one key are applied together by "fix all".</param>
/// <param name="Changes">The edits, in order and apart from each other.</param>
internal sealed record FixOffer(string Title, string Key, params TextChange[] Changes);
