using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GitOps;

/// <summary>What the project's files say of a component's folder.</summary>
internal enum ComponentFolderVerdict
{
    /// <summary>It is there, or it may be: not all that lies in the tree is shown to the compiler.</summary>
    NotWrong,
    Missing,
    NoComponent,
}

/// <summary>The folders of components that the project shows to the compiler (<c>GitOpsComponent</c> items).</summary>
internal sealed class ComponentFolders
{
    private readonly string prefix;
    private readonly Dictionary<string, AdditionalText?> kustomizations = new(StringComparer.Ordinal);
    private readonly HashSet<string> roots = new(StringComparer.Ordinal);

    public ComponentFolders(AnalyzerOptions options)
    {
        var provider = options.AnalyzerConfigOptionsProvider;
        var tree = ProjectOptions.Tree(provider);
        prefix = ProjectPath.Relative(tree, ProjectOptions.Root(provider));
        var normal = InputFiles.Normal(tree).TrimEnd('/') + "/";
        foreach (var file in options.AdditionalFiles)
        {
            var path = InputFiles.Normal(file.Path);
            if (tree.Length == 0 || !path.StartsWith(normal, StringComparison.Ordinal) || !ProjectOptions.HasRole(provider, file, InputFiles.Component))
                continue;
            var below = path.Substring(normal.Length);
            roots.Add(below.Split('/')[0]);
            for (var folder = RepositoryPath.FolderOf(below); folder.Length > 0; folder = RepositoryPath.FolderOf(folder))
                if (!kustomizations.ContainsKey(folder))
                    kustomizations.Add(folder, null);
            if (KustomizeReader.FileNames.Contains(RepositoryPath.NameOf(below)))
                kustomizations[RepositoryPath.FolderOf(below)] = file;
        }
    }

    /// <summary>The folder's path in the repository, as messages name it.</summary>
    public string InRepository(string directory) => prefix.Length == 0 ? directory : prefix + "/" + directory;

    public ComponentFolderVerdict Judge(string directory, CancellationToken ct)
    {
        // Where nothing below the same folder is shown, more may lie there.
        if (!roots.Contains(directory.Split('/')[0]))
            return ComponentFolderVerdict.NotWrong;
        if (!kustomizations.ContainsKey(directory))
            return ComponentFolderVerdict.Missing;
        return KindOf(directory, ct) is "Component" or null ? ComponentFolderVerdict.NotWrong : ComponentFolderVerdict.NoComponent;
    }

    /// <summary>What the folder's kustomization file says it is; <see langword="null"/> where there is none, or none that can be read.</summary>
    public string? KindOf(string directory, CancellationToken ct) =>
        kustomizations.TryGetValue(directory, out var file) && file?.GetText(ct)?.ToString() is { } text ? ComponentReader.KindOf(text, ct) : null;
}
