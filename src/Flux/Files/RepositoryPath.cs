namespace GitOps;

/// <summary>Paths inside the repository: relative, forward slashes, no <c>.</c> and <c>..</c>; the root is empty.</summary>
internal static class RepositoryPath
{
    /// <summary>A path as written in a file of a folder; <see langword="null"/> when it leaves the repository or is absolute.</summary>
    public static string? Combine(string folder, string path)
    {
        if (path.Length > 0 && path[0] == '/')
            return null;
        var parts = folder.Length == 0 ? [] : folder.Split('/').ToList();
        foreach (var part in path.Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count == 0)
                return null;
            else
                parts.RemoveAt(parts.Count - 1);
        }

        return string.Join("/", parts);
    }

    /// <summary>The folder that a <c>spec.path</c> means: from the root, a leading slash is fine, and <c>..</c> cannot leave it (SecureJoin).</summary>
    public static string FromRoot(string? path)
    {
        var parts = new List<string>();
        foreach (var part in (path ?? "").Split('/'))
        {
            if (part is "" or ".")
                continue;
            if (part != "..")
                parts.Add(part);
            else if (parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
        }

        return string.Join("/", parts);
    }

    public static string FolderOf(string path) => path.LastIndexOf('/') is > 0 and var slash ? path.Substring(0, slash) : "";

    public static string NameOf(string path) => path.Substring(path.LastIndexOf('/') + 1);

    /// <summary>How a folder refers to another path: <c>../../components/volsync</c>.</summary>
    public static string Relative(string fromFolder, string path)
    {
        var from = fromFolder.Length == 0 ? [] : fromFolder.Split('/');
        var to = path.Length == 0 ? [] : path.Split('/');
        var same = 0;
        while (same < from.Length && same < to.Length && from[same] == to[same])
            same++;
        var parts = Enumerable.Repeat("..", from.Length - same).Concat(to.Skip(same)).ToList();
        return parts.Count == 0 ? "." : string.Join("/", parts);
    }

    /// <summary>An entry of resources that lies outside the repository (kustomize's own remote bases).</summary>
    public static bool IsRemote(string path) =>
        path.Contains("://") || path.Contains("?ref=") || StartsWith(path, "git::") || StartsWith(path, "gh:") || StartsWith(path, "git@")
        || StartsWith(path, "github.com:") || StartsWith(path, "github.com/");

    private static bool StartsWith(string path, string prefix) => path.StartsWith(prefix, StringComparison.Ordinal);
}
