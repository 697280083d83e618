namespace GitOps;

/// <summary>The repository's root: the nearest ancestor with <c>.git</c> or a <c>gitops.root</c> file. Never the working directory.</summary>
internal static class RepositoryRoot
{
    /// <summary>A file of this name makes its folder the root, where there is no Git or the tree lies in a part of the repository.</summary>
    public const string MarkerFile = "gitops.root";

    public static string? Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var git = System.IO.Path.Combine(folder.FullName, ".git");
            // In a worktree or a submodule .git is a file.
            if (File.Exists(System.IO.Path.Combine(folder.FullName, MarkerFile)) || Directory.Exists(git) || File.Exists(git))
                return folder.FullName;
        }
        return null;
    }

    /// <summary>Where the running project lies: the folder of its one source file, or where it was built to.</summary>
    public static string StartFolder => AppContext.GetData("EntryPointFileDirectoryPath") as string ?? AppContext.BaseDirectory;
}
