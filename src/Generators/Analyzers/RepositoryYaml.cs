using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GitOps;

/// <summary>
/// The YAML files that a project's build names, by their paths in the repository. A file is read when a rule asks for it, and what it says is kept as long as
/// its text: in an editor an edit reads one file again.
/// </summary>
internal sealed class RepositoryYaml
{
    private static readonly ConditionalWeakTable<SourceText, KustomizationFile> Kustomizations = new();

    private readonly AnalyzerConfigOptionsProvider options;
    private readonly string root;
    private readonly Dictionary<string, AdditionalText> files = new(StringComparer.Ordinal);
    private readonly Lazy<TextFileTree> all;

    public RepositoryYaml(AnalyzerOptions options)
    {
        this.options = options.AnalyzerConfigOptionsProvider;
        root = ProjectOptions.Root(this.options);
        Tree = ProjectPath.Relative(ProjectOptions.Tree(this.options), root);
        foreach (var file in options.AdditionalFiles)
            files[PathOf(file)] = file;
        all = new(() => new TextFileTree(files.Select(static file => new KeyValuePair<string, Func<string>>(file.Key, () => file.Value.GetText()?.ToString() ?? ""))));
    }

    /// <summary>The folder of the tree.</summary>
    public string Tree { get; }

    /// <summary>Whether the usual folders of the tree are given in full.</summary>
    public bool IsWhole => ProjectOptions.HasDefaultItems(options) && Tree.Length > 0;

    /// <summary>All of them as a tree of files.</summary>
    public IFileTree Files => all.Value;

    public string PathOf(AdditionalText file) => PathOf(file.Path);

    public string PathOf(string path) => ProjectPath.Relative(path, root);

    public bool HasRole(AdditionalText file, string role) => ProjectOptions.HasRole(options, file, role);

    /// <summary>The files of a role below a folder of the repository.</summary>
    public IEnumerable<(string Path, AdditionalText File)> WithRole(string role, string folder = "") =>
        files.Where(file => (folder.Length == 0 || file.Key.StartsWith(folder + "/", StringComparison.Ordinal)) && HasRole(file.Value, role)).Select(static file => (file.Key, file.Value));

    /// <summary>What a file says of Kustomizations.</summary>
    public static KustomizationFile Kustomization(string path, AdditionalText file, CancellationToken ct = default)
    {
        if (file.GetText(ct) is not { } text)
            return new(path);
        if (Kustomizations.TryGetValue(text, out var known) && known.Path == path)
            return known;
        var read = KustomizationFile.Read(path, text.ToString(), ct);
        Kustomizations.Remove(text);
        return Kustomizations.GetValue(text, _ => read);
    }

    /// <summary>A place in one of the files, <see langword="null"/> of any other.</summary>
    /// <param name="place">Relative to the repository.</param>
    /// <param name="length">How many characters; without one the scalar or expression that begins there.</param>
    public Location? At(FindingPlace? place, int? length = null)
    {
        if (place is null || !files.TryGetValue(place.Path, out var file) || file.GetText() is not { } text)
            return null;
        var line = Math.Min(Math.Max(place.Line, 1), text.Lines.Count) - 1;
        var start = Math.Min(text.Lines[line].Start + Math.Max(place.Column - 1, 0), text.Lines[line].End);
        var span = new TextSpan(start, Math.Min(length ?? Length(text, start, text.Lines[line].End), text.Length - start));
        return Location.Create(file.Path, span, text.Lines.GetLinePositionSpan(span));
    }

    /// <summary>The plain or quoted scalar at a place, to the end of its line at most.</summary>
    private static int Length(SourceText text, int start, int end)
    {
        if (start >= end)
            return 0;
        if (text[start] is '"' or '\'')
        {
            for (var i = start + 1; i < end; i++)
                if (text[i] == text[start] && (text[start] == '\'' || text[i - 1] != '\\'))
                    return i + 1 - start;
            return end - start;
        }

        var stop = start;
        while (stop < end && text[stop] is not (',' or ']' or '}' or '\r') && !(text[stop] == '#' && stop > start && text[stop - 1] == ' ') && !(text[stop] == ':' && (stop + 1 == end || text[stop + 1] == ' ')))
            stop++;
        while (stop > start && text[stop - 1] is ' ' or '\t')
            stop--;
        return stop - start;
    }
}
