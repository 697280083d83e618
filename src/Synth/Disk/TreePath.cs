namespace GitOps;

/// <summary>Paths below the repository's root: forward slashes, no empty, <c>.</c> or <c>..</c> segment, no drive, no control character.</summary>
internal static class TreePath
{
    /// <summary>Why a path may not be used, or <see langword="null"/> when it may.</summary>
    public static string? Fault(string path)
    {
        if (path.Length == 0) return "is empty";
        if (path[0] == '/') return "is absolute";
        var start = 0;
        for (var i = 0; i <= path.Length; i++)
        {
            if (i == path.Length || path[i] == '/')
            {
                var segment = path.AsSpan(start, i - start);
                if (segment.Length == 0) return "has an empty segment";
                if (segment is "..") return "leaves its folder by '..'";
                if (segment is ".") return "has a '.' segment";
                start = i + 1;
            }
            else if (path[i] < ' ' || path[i] == '\x7f') return "has a control character";
            else if (path[i] == '\\') return @"has a '\': write '/'";
            // On Windows 'C:x' is a drive and 'x:y' a stream beside the file; the same tree must be writable there.
            else if (path[i] == ':') return "has a ':'";
        }
        return null;
    }

    /// <summary>Whether a path lies in a folder (or is it); the empty folder is the root.</summary>
    public static bool IsIn(string path, string folder) =>
        folder.Length == 0 || (path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/'));

    /// <summary>The folder of a path; empty for one directly in the root.</summary>
    public static string Parent(string path)
    {
        var slash = path.LastIndexOf('/');
        return slash < 0 ? "" : path[..slash];
    }

    public static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];

    public static string Combine(string folder, string name) => folder.Length == 0 ? name : name.Length == 0 ? folder : $"{folder}/{name}";

    /// <summary>Resolves a relative path (<c>../../components/common</c>) from a folder, or gives <see langword="null"/> when it leaves the root or is absolute.</summary>
    public static string? Resolve(string folder, string relative)
    {
        if (relative.StartsWith('/')) return null;
        var segments = new List<string>(folder.Length == 0 ? [] : folder.Split('/'));
        foreach (var segment in relative.Split('/'))
        {
            if (segment is "" or ".") continue;
            if (segment != "..") segments.Add(segment);
            else if (segments.Count == 0) return null;
            else segments.RemoveAt(segments.Count - 1);
        }
        return string.Join('/', segments);
    }
}
