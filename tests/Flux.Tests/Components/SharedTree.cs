namespace GitOps.Tests;

/// <summary>A real repository as a tree of texts.</summary>
internal static class SharedTree
{
    public static TextFileTree Of(string repository)
    {
        var root = SharedData.Data("repos", repository);
        return new(Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
            .Select(path => new KeyValuePair<string, Func<string>>(Path.GetRelativePath(root, path).Replace('\\', '/'), () => File.ReadAllText(path))));
    }

    /// <summary>The folders that hold a Component, in ordinal order.</summary>
    public static IReadOnlyList<string> Components(TextFileTree tree) =>
        [.. tree.FilesBelow("").Where(path => KustomizeReader.FileNames.Contains(RepositoryPath.NameOf(path)) && ComponentReader.IsComponent(tree.Read(path)!)).Select(RepositoryPath.FolderOf)];
}
