namespace GitOps;

/// <summary>Paths inside the tree: forward slashes, no leading or trailing slash.</summary>
internal static class TreePath
{
    public static string Join(string folder, string path) => folder.Length == 0 ? path : $"{folder}/{path}";

    public static string FolderOf(string path) => path.LastIndexOf('/') is var slash and >= 0 ? path[..slash] : "";

    public static string FileOf(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>The way from one folder to another: <c>../../components/common</c>.</summary>
    public static string Relative(string fromFolder, string to)
    {
        var from = Segments(fromFolder);
        var target = Segments(to);
        var shared = 0;
        while (shared < from.Length && shared < target.Length && from[shared] == target[shared])
            shared++;
        var path = string.Join('/', Enumerable.Repeat("..", from.Length - shared).Concat(target.Skip(shared)));
        return path.Length == 0 ? "." : path;
    }

    /// <summary>What is wrong with a path that an author gave for a file below a folder, or <see langword="null"/>.</summary>
    public static string? Fault(string path)
    {
        if (path.Length == 0)
            return "it is empty";
        if (path[0] == '/' || (path.Length > 1 && path[1] == ':'))
            return "it is absolute";
        if (path.Contains('\\', StringComparison.Ordinal))
            return "it has a backslash; use '/'";
        foreach (var c in path)
            if (char.IsControl(c))
                return "it has a control character";
        foreach (var segment in path.Split('/'))
        {
            if (segment is "..")
                return "'..' leads out of the folder";
            if (segment is "" or ".")
                return "it has an empty part";
        }

        return null;
    }

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
