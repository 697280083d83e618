namespace GitOps;

/// <summary>Paths as they stand in generated code: relative to the project, with forward slashes, never a machine's.</summary>
internal static class ProjectPath
{
    public static string Relative(string path, string projectDirectory)
    {
        if (path.Length == 0)
            return "";
        var file = Segments(path);
        var folder = Segments(projectDirectory);
        if (!IsRooted(path))
            return string.Join("/", file);
        var common = 0;
        while (common < folder.Length && common < file.Length - 1 && string.Equals(folder[common], file[common], StringComparison.Ordinal))
            common++;

        // Nothing in common, or only a drive: what lies elsewhere on the machine is nobody's business but its name.
        if (common == 0)
            return file[file.Length - 1];
        return string.Join("/", Enumerable.Repeat("..", folder.Length - common).Concat(file.Skip(common)));
    }

    private static bool IsRooted(string path) => path[0] is '/' or '\\' || (path.Length > 1 && path[1] == ':');

    private static string[] Segments(string path) => path.Replace('\\', '/').Split('/').Where(static part => part.Length > 0).ToArray();
}
