using System.Runtime.CompilerServices;

namespace GitOps;

/// <summary>Files that go into, or already lie in, an app's folder.</summary>
public static class Files
{
    /// <summary>A file that lies beside the C# file and is copied into the tree, byte for byte, under the same relative path.</summary>
    /// <param name="path">Relative to the C# file, with forward slashes: <c>resources/config.yaml</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static ManifestFile Beside(string path, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(path, ManifestFileOrigin.Beside, file, line);

    /// <summary>
    /// A file that the author keeps in the app's folder of the tree: it is listed, and never written, changed or deleted. The way for SOPS files.
    /// </summary>
    /// <param name="path">Relative to the app's folder: <c>secret.sops.yaml</c>.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static ManifestFile InTree(string path, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(path, ManifestFileOrigin.InTree, file, line);

    /// <summary>A resource or base that kustomize fetches: a URL, or a Git repository with <c>?ref=</c>.</summary>
    /// <param name="url">As kustomize takes it.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static ManifestFile Remote(string url, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(url, ManifestFileOrigin.Remote, file, line);

    /// <summary>A file of the tree whose text is given here.</summary>
    /// <param name="path">Relative to the app's folder.</param>
    /// <param name="text">What it holds, byte for byte.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static ManifestFile Of(string path, string text, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(path, ManifestFileOrigin.Text, file, line) { Text = text };
    }

    /// <summary>Several objects in one file instead of one each.</summary>
    /// <param name="fileName">The file's name in the app's folder.</param>
    /// <param name="objects">The objects, in order.</param>
    public static FileGroup Group(string fileName, params IReadOnlyList<KubernetesObject> objects) => new(fileName, objects);
}
