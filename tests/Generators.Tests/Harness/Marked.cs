namespace GitOps.Tests;

/// <summary>A text with one part between <c>[|</c> and <c>|]</c>.</summary>
internal static class Marked
{
    public static (string Text, int Start, int Length) Read(string marked)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", StringComparison.Ordinal);
        start.Should().BeGreaterThanOrEqualTo(0, "a wrong program marks its fault");
        end.Should().BeGreaterThan(start);
        return (marked[..start] + marked[(start + 2)..end] + marked[(end + 2)..], start, end - start - 2);
    }
}
