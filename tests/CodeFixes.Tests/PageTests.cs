using System.Text.RegularExpressions;

namespace GitOps.Tests;

/// <summary>Whoever meets an id reads in its page what the editor can do, and where it can do nothing, why.</summary>
public sealed partial class PageTests
{
    public static TheoryData<string> Pages => [.. Ids];

    private static IEnumerable<string> Ids =>
        Directory.GetFiles(Path.Combine(SharedData.RepositoryRoot, "docs", "rules"), "GOPS*.md").Select(static path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal);

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_says_what_the_editor_does(string id)
    {
        var said = Sentence().Matches(File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "docs", "rules", id + ".md"))).Select(static match => match.Groups[1].Value).ToList();

        said.Should().ContainSingle("the page says 'In the editor: a fix …' or 'In the editor: no fix, for …'");
        said[0].Should().MatchRegex(FixRun.FixableIds.Contains(id) ? "^(a fix|fixes) " : "^no fix[,;] ");
    }

    [Fact]
    public void Every_id_with_a_fix_has_a_page() => FixRun.FixableIds.Should().NotBeEmpty().And.BeSubsetOf(Ids);

    [GeneratedRegex("^In the editor: (.*)$", RegexOptions.Multiline)]
    private static partial Regex Sentence();
}
