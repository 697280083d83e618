namespace GitOps;

/// <summary>Writes the author's source files: all of them or none.</summary>
internal static class SourceFiles
{
    /// <param name="files">Each file with the bytes that it must still hold, and those that it gets.</param>
    /// <exception cref="AcceptException">A file is no longer what was read.</exception>
    public static void Write(IEnumerable<(string Path, byte[] Before, byte[] After)> files)
    {
        var all = files.ToList();
        foreach (var (path, before, _) in all)
            if (!File.ReadAllBytes(path).AsSpan().SequenceEqual(before))
                throw new AcceptException($"'{path}' was changed meanwhile; try again");
        var done = new List<(string Path, byte[] Before, byte[] After)>();
        try
        {
            foreach (var file in all)
            {
                done.Add(file);
                Replace(file.Path, file.After);
            }
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            foreach (var (path, before, _) in done)
                Replace(path, before);
            throw;
        }
    }

    // Beside it and renamed: the file is whole whatever happens, and keeps its permissions.
    private static void Replace(string path, byte[] content)
    {
        var target = new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path;
        var temporary = target + DiskTree.TemporarySuffix;
        try
        {
            File.WriteAllBytes(temporary, content);
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
