using System.Collections.Concurrent;

namespace GitOps;

/// <summary>The tree's files, each read once, by several threads where that helps.</summary>
/// <param name="prepared">The files whose documents are known without reading them.</param>
internal sealed class TreeFiles(IFileTree tree, CancellationToken cancellation, Func<string, IReadOnlyList<DataValue>?>? prepared = null)
{
    private readonly ConcurrentDictionary<string, SourceFile?> _files = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string?> _kustomizations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string?> _texts = new(StringComparer.Ordinal);

    private Dictionary<string, List<string>>? _byFolder;

    public IFileTree Tree { get; } = tree;

    /// <summary>The files that a build took part of.</summary>
    public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

    /// <summary>A file's YAML; <see langword="null"/> when it is not there.</summary>
    public SourceFile? Yaml(string path) => _files.GetOrAdd(path, Open);

    public string? Text(string path) => _texts.TryGetValue(path, out var text) ? text : Tree.Read(path);

    /// <summary>A file that a build takes: its YAML.</summary>
    public SourceFile? Take(string path)
    {
        Asked.Add(path);
        return Yaml(path);
    }

    /// <summary>A file that a build takes: its text.</summary>
    public string? TakeText(string path)
    {
        Asked.Add(path);
        return Text(path);
    }

    public bool HasFile(string path) => _files.TryGetValue(path, out var file) ? file is not null : prepared?.Invoke(path) is not null || Tree.Read(path) is not null;

    public bool HasFolder(string path) => Tree.HasFolder(path);

    /// <summary>The kustomization file of a folder, or <see langword="null"/>.</summary>
    public string? KustomizationOf(string folder) =>
        _kustomizations.GetOrAdd(folder, _ => KustomizeReader.FileNames.Select(name => folder.Length == 0 ? name : folder + "/" + name).FirstOrDefault(HasFile));

    /// <summary>The folder of the component that a file is in, or <see langword="null"/>.</summary>
    public string? ComponentOf(string path)
    {
        for (var folder = RepositoryPath.FolderOf(path); folder.Length > 0; folder = RepositoryPath.FolderOf(folder))
            if (KustomizationOf(folder) is { } file)
                return Yaml(file)?.Settings.FirstOrDefault()?.TextOf("kind") == "Component" ? folder : null;
        return null;
    }

    /// <summary>The paths of the files in a folder, those in folders below it not.</summary>
    public IEnumerable<string> FilesIn(string folder)
    {
        if (_byFolder is null)
        {
            _byFolder = new(StringComparer.Ordinal);
            foreach (var path in Tree.FilesBelow(""))
            {
                var within = RepositoryPath.FolderOf(path);
                if (!_byFolder.TryGetValue(within, out var same))
                    _byFolder.Add(within, same = []);
                same.Add(path);
            }
        }

        return _byFolder.TryGetValue(folder, out var paths) ? paths : [];
    }

    /// <summary>The names of the folders in a folder.</summary>
    public IReadOnlyList<string> FoldersIn(string folder) =>
        [.. Tree.FilesBelow(folder).Select(path => folder.Length == 0 ? path : path.Substring(folder.Length + 1)).Where(static path => path.IndexOf('/') > 0)
            .Select(static path => path.Substring(0, path.IndexOf('/'))).Distinct(StringComparer.Ordinal)];

    /// <summary>Reads texts ahead on all processors, to be looked at and then parsed.</summary>
    public void PrefetchTexts(IReadOnlyList<string> paths) =>
        Parallel.ForEach(paths, new ParallelOptions { CancellationToken = cancellation }, path =>
        {
            if (Tree.Read(path) is { Length: <= SourceFile.MostCharacters } text)
                _texts[path] = text;
        });

    /// <summary>Reads files ahead on all processors.</summary>
    public void Prefetch(IReadOnlyList<string> paths) =>
        Parallel.ForEach(paths, new ParallelOptions { CancellationToken = cancellation }, path => Yaml(path));

    private SourceFile? Open(string path)
    {
        cancellation.ThrowIfCancellationRequested();
        if (prepared?.Invoke(path) is { } values)
            return SourceFile.Of(path, values);
        // A text is held until it is parsed, and its nodes hold it then.
        return (_texts.TryRemove(path, out var known) ? known : Tree.Read(path)) is { } text ? SourceFile.Read(path, text, cancellation) : null;
    }

    public static bool IsYaml(string path) => path.EndsWith(".yaml", StringComparison.Ordinal) || path.EndsWith(".yml", StringComparison.Ordinal);
}
