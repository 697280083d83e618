using System.Text.RegularExpressions;

namespace GitOps.Tests;

/// <summary>
/// The table of what the seed documents name holds: each file is there, and each line that it names has the word that it gives. Where a line has moved the message says where to, so that
/// mending the table is a matter of a number.
/// </summary>
public sealed partial class SeedsTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(SharedData.RepositoryRoot, "docs", "seeds.md"));

    [Fact]
    public void Each_file_and_each_line_that_the_table_names_is_there()
    {
        var faults = new List<string>();
        for (var number = 1; number <= Lines.Length; number++)
            foreach (Match match in Link().Matches(Lines[number - 1]))
                if (Fault(match.Groups["path"].Value, match.Groups["line"].Value, match.Groups["shown"].Value, match.Groups["word"].Value) is { } fault)
                    faults.Add($"docs/seeds.md({number}): {fault}");

        faults.Should().BeEmpty();
    }

    [Fact]
    public void Each_row_says_what_does_it_and_what_proves_it()
    {
        var rows = Lines.Where(static line => line.StartsWith("| ", StringComparison.Ordinal) && line.Count(static character => character == '|') == 4 && !line.StartsWith("| system", StringComparison.Ordinal)).ToList();

        rows.Should().HaveCountGreaterThan(100);
        // A line of code for what does it, or a page; a test that can be found by its name for what proves it.
        rows.Where(static row => !row.Split('|')[2].Contains("](", StringComparison.Ordinal) || !TestName().IsMatch(row.Split('|')[3])).Should().BeEmpty();
        Lines.Should().NotContain(static line => line.Contains("TODO", StringComparison.Ordinal) || line.Contains("MISSING", StringComparison.Ordinal));
    }

    private static string? Fault(string path, string line, string shown, string word)
    {
        var file = Path.GetFullPath(Path.Combine(SharedData.RepositoryRoot, "docs", path));
        if (line.Length == 0)
            return File.Exists(file) || Directory.Exists(file) ? null : $"there is no '{path}'";
        if (!File.Exists(file))
            return $"there is no '{path}'";
        if (!shown.EndsWith(":" + line, StringComparison.Ordinal))
            return $"'{shown}' leads to line {line}";
        if (word.Length == 0)
            return $"'{shown}' gives no word to find it by";
        var text = File.ReadAllLines(file);
        var index = int.Parse(line, System.Globalization.CultureInfo.InvariantCulture) - 1;
        if (index < text.Length && text[index].Contains(word, StringComparison.Ordinal))
            return null;
        var found = Array.FindIndex(text, content => content.Contains(word, StringComparison.Ordinal));
        return $"line {line} of '{path}' has no '{word}'; {(found < 0 ? "no line has" : $"line {found + 1} has")}";
    }

    /// <summary>A link, with the line and behind it the word where it names one.</summary>
    [GeneratedRegex(@"\[(?<shown>[^\[\]]+)\]\((?<path>[^)#:]+)(?:#L(?<line>[0-9]+))?\)(?: `(?<word>[^`]+)`)?")]
    private static partial Regex Link();

    /// <summary>Words joined by underlines, as tests are called.</summary>
    [GeneratedRegex(@"`\w+(?:_\w+)+`|WrongPrograms/")]
    private static partial Regex TestName();
}
