using System.Reflection;

namespace GitOps;

/// <summary>The files of the author's project: the package writes the project's folder into the assembly when it is built.</summary>
internal static class ProjectFiles
{
    /// <summary>The name of the assembly metadata that holds the project's folder.</summary>
    public const string FolderKey = "GitOps.ProjectDirectory";

    /// <summary>The project's folder, or <see langword="null"/> when the assembly does not say or it is no longer there.</summary>
    public static string? FolderOf(Type type)
    {
        foreach (var metadata in type.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>())
            if (metadata.Key == FolderKey && metadata.Value is { Length: > 0 } folder && Directory.Exists(folder))
                return folder;
        return null;
    }

    /// <summary>Reads files by their path relative to the project; a path that leads out of it is read too, for the author may share files between projects.</summary>
    public static Func<string, byte[]?> ReaderFor(Type type) => ReaderFor(FolderOf(type));

    /// <summary>The same for a project's folder; nothing is there when it is not known.</summary>
    public static Func<string, byte[]?> ReaderFor(string? folder) =>
        path => folder is not null && File.Exists(Path.Combine(folder, path)) ? File.ReadAllBytes(Path.Combine(folder, path)) : null;
}
