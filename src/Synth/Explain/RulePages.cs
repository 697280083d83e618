using System.Reflection;

namespace GitOps;

/// <summary>The help pages of docs/rules, carried along: the tool works where no repository of ours is.</summary>
internal static class RulePages
{
    private const string Prefix = "rules/";

    private static readonly Lazy<string[]> Known = new(static () =>
        [.. typeof(RulePages).Assembly.GetManifestResourceNames().Where(static name => name.StartsWith(Prefix, StringComparison.Ordinal)).Select(static name => name[Prefix.Length..]).Order(StringComparer.Ordinal)]);

    /// <summary>Every id that there is.</summary>
    public static IReadOnlyList<string> Ids => Known.Value;

    /// <summary>The page in Markdown, or <see langword="null"/> when there is no such rule.</summary>
    public static string? Read(string id)
    {
        using var page = typeof(RulePages).Assembly.GetManifestResourceStream(Prefix + id);
        if (page is null) return null;
        using var reader = new StreamReader(page);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>The title of a page: its first line after the id.</summary>
    public static string TitleOf(string page, string id)
    {
        var line = page[..Math.Max(page.IndexOf('\n', StringComparison.Ordinal), 0)].TrimStart('#', ' ');
        return line.StartsWith(id + ": ", StringComparison.Ordinal) ? line[(id.Length + 2)..] : line;
    }
}
