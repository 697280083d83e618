namespace GitOps;

/// <summary>Turns the paths that the compiler saw into paths relative to the author's project, which is what messages and files name.</summary>
internal sealed class PlaceMap
{
    private readonly Dictionary<string, string> relative = new(StringComparer.Ordinal);
    private readonly List<string> folders;

    private PlaceMap(List<string> folders) => this.folders = folders;

    /// <summary>
    /// Finds the folders of the projects that the apps come from: an app's file is known both as the compiler saw it and relative to its project.
    /// </summary>
    public static PlaceMap For(IReadOnlyList<AppRegistration> registrations)
    {
        var folders = new List<string>();
        foreach (var registration in registrations)
        {
            if (registration.Attribute is not { } attribute)
                continue;
            var seen = Slashes(attribute.SourceFile);
            if (seen.EndsWith("/" + registration.File, StringComparison.Ordinal) && !IsBelow(folders, seen))
                folders.Add(seen[..^registration.File.Length]);
        }

        return new PlaceMap(folders);
    }

    public FindingPlace? Map(SourcePlace place) => string.IsNullOrEmpty(place.File) ? null : new FindingPlace(Relative(place.File), place.Line);

    public FindingPlace Map(AppRegistration registration) => new(registration.File, registration.Line);

    public string Relative(string file)
    {
        if (!relative.TryGetValue(file, out var path))
            relative.Add(file, path = Shorten(file));
        return path;
    }

    private string Shorten(string file)
    {
        var path = Slashes(file);
        foreach (var folder in folders)
            if (path.StartsWith(folder, StringComparison.Ordinal))
                return path[folder.Length..];

        // A file of a library beside the project: its own name says more than a path of the machine that built it.
        return path[(path.LastIndexOf('/') + 1)..];
    }

    /// <summary>Whether a file, as the compiler saw it, lies in one of the projects.</summary>
    public bool IsInProject(string file) => IsBelow(folders, Slashes(file));

    private static bool IsBelow(List<string> folders, string path)
    {
        foreach (var folder in folders)
            if (path.StartsWith(folder, StringComparison.Ordinal))
                return true;
        return false;
    }

    private static string Slashes(string path) => path.Replace('\\', '/');
}
