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

    /// <summary>What is wrong with the name of a file in a given folder, or <see langword="null"/>.</summary>
    public static string? NameFault(string name) => Fault(name) ?? (name.Contains('/', StringComparison.Ordinal) ? "a file's name has no '/', for its folder is given" : null);

    /// <summary>What is wrong with a path that an author gave for a file below a folder, or <see langword="null"/>.</summary>
    public static string? Fault(string path)
    {
        if (path.Length == 0)
            return "it is empty";
        if (path[0] == '/' || (path.Length > 2 && path[1] == ':' && path[2] is '/' or '\\'))
            return "it is absolute";
        var start = 0;
        for (var i = 0; i <= path.Length; i++)
        {
            if (i == path.Length || path[i] == '/')
            {
                var segment = path.AsSpan(start, i - start);
                if (segment is "..")
                    return "'..' leads out of the folder";
                if (segment is "" or ".")
                    return "it has an empty part";
                start = i + 1;
            }
            else if (path[i] == '\\')
            {
                return "it has a backslash; use '/'";
            }
            else if (path[i] is '<' or '>' or ':' or '"' or '|' or '?' or '*')
            {
                return $"it has a '{path[i]}', which Windows allows in no file's name";
            }
            else if (char.IsControl(path[i]) || LoneSurrogate.In(path.AsSpan(i, 1)) && LoneSurrogate.In(path))
            {
                return "it has a control character, or half of one";
            }
        }

        return null;
    }

    /// <summary>Whether a path lies in a folder, or is it; everything lies in the empty one.</summary>
    public static bool IsIn(string path, string folder) =>
        folder.Length == 0 || (path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/'));

    /// <summary>Follows a relative path (<c>../../components/common</c>) from a folder; <see langword="null"/> when it is absolute or leads above the root.</summary>
    public static string? Resolve(string folder, string relative)
    {
        if (relative.StartsWith('/'))
            return null;
        var segments = new List<string>(Segments(folder));
        foreach (var segment in Segments(relative))
        {
            if (segment == ".")
                continue;
            if (segment != "..")
                segments.Add(segment);
            else if (segments.Count == 0)
                return null;
            else
                segments.RemoveAt(segments.Count - 1);
        }

        return string.Join('/', segments);
    }

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries);
}
