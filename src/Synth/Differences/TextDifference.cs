using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace GitOps;

/// <summary>Two texts line by line, as a unified diff without its file header.</summary>
internal static class TextDifference
{
    private const int Context = 3;

    public static IEnumerable<string> Lines(string before, string after)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(WithoutLastNewline(before), WithoutLastNewline(after)).Lines;
        if (before.Length == 0) lines.RemoveAll(static line => line.Type == ChangeType.Deleted && line.Text.Length == 0);
        if (after.Length == 0) lines.RemoveAll(static line => line.Type == ChangeType.Inserted && line.Text.Length == 0);
        var (oldLine, newLine) = (1, 1);
        for (var i = 0; i < lines.Count;)
        {
            var next = NextChange(lines, i);
            if (next == lines.Count) yield break;
            var start = Math.Max(i, next - Context);
            oldLine += start - i;
            newLine += start - i;
            var end = next + 1;
            for (var following = NextChange(lines, end); following < lines.Count && following - end <= 2 * Context; following = NextChange(lines, end)) end = following + 1;
            end = Math.Min(lines.Count, end + Context);
            var (olds, news) = (0, 0);
            for (var line = start; line < end; line++)
            {
                if (lines[line].Type != ChangeType.Inserted) olds++;
                if (lines[line].Type != ChangeType.Deleted) news++;
            }
            yield return $"@@ -{(olds == 0 ? 0 : oldLine)},{olds} +{(news == 0 ? 0 : newLine)},{news} @@";
            for (var line = start; line < end; line++)
                yield return lines[line].Type switch { ChangeType.Inserted => '+', ChangeType.Deleted => '-', _ => ' ' } + lines[line].Text;
            oldLine += olds;
            newLine += news;
            i = end;
        }
    }

    private static int NextChange(List<DiffPiece> lines, int from)
    {
        while (from < lines.Count && lines[from].Type == ChangeType.Unchanged) from++;
        return from;
    }

    private static string WithoutLastNewline(string text) => text.EndsWith('\n') ? text[..^1] : text;
}
