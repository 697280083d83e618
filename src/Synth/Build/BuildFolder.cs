using System.Text;

namespace GitOps;

/// <summary>
/// A copy of the tree as Flux gets it, for one worker: the files of a Kustomization's spec are merged into its kustomization.yaml there, built, and put back.
/// </summary>
internal sealed class BuildFolder : IDisposable
{
    private readonly string root;
    private readonly string repository;
    private readonly DiskFileTree tree;

    /// <param name="repository">Where the files are copied from.</param>
    public BuildFolder(string repository, DiskFileTree tree)
    {
        (this.repository, this.tree) = (repository, tree);
        root = Directory.CreateTempSubdirectory("gitops-build-").FullName;
        foreach (var path in tree.FilesBelow(""))
        {
            var target = System.IO.Path.Combine(root, path);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(System.IO.Path.Combine(repository, path), target);
        }
    }

    /// <summary>Builds one Kustomization; the paths in its complaints are the repository's.</summary>
    public (bool Succeeded, string Output, string Errors) Build(KustomizeProgram program, string folder, DataValue spec, CancellationToken cancellation)
    {
        var file = KustomizeReader.FileNames.Select(name => RepositoryPath.Combine(folder, name)!).FirstOrDefault(path => tree.Read(path) is not null);
        var merged = KustomizationMerge.Merge(file is null ? KustomizationMerge.Generated(tree, folder) : KustomizationMerge.Of(tree.Read(file)!), spec, component => Exists(folder, component));
        var target = System.IO.Path.Combine(root, file ?? RepositoryPath.Combine(folder, KustomizeReader.FileNames[0])!);
        try
        {
            // What cannot be merged is left as it is: kustomize says best what is wrong with it.
            if (merged is not null) File.WriteAllText(target, ObjectEmission.Write(merged).Text, new UTF8Encoding(false));
            var (succeeded, output, errors) = program.Build(System.IO.Path.Combine(root, folder), cancellation);
            return (succeeded, output, errors.Replace(root + System.IO.Path.DirectorySeparatorChar, "", StringComparison.Ordinal).Replace(root, ".", StringComparison.Ordinal));
        }
        finally
        {
            if (merged is not null && file is null) File.Delete(target);
            else if (merged is not null) File.Copy(System.IO.Path.Combine(repository, file!), target, overwrite: true);
        }
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private bool Exists(string folder, string component) => RepositoryPath.Combine(folder, component) is { } path && tree.HasFolder(path);
}
