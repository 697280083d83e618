namespace GitOps;

/// <summary>Turns the paths that the compiler saw into paths relative to the author's project, which is what messages and files name.</summary>
internal sealed class PlaceMap
{
    private readonly string? projectFolder;

    /// <param name="projectFolder">The project's folder as the compiler saw it, or <see langword="null"/> when it is not known.</param>
    private PlaceMap(string? projectFolder) => this.projectFolder = projectFolder;

    /// <summary>The project's folder as the compiler saw it, with a slash at the end.</summary>
    public string? ProjectFolder => projectFolder;

    /// <summary>Finds the project's folder: an app's file is known both as the compiler saw it and relative to the project.</summary>
    public static PlaceMap For(IReadOnlyList<AppRegistration> registrations)
    {
        foreach (var registration in registrations)
        {
            if (registration.Type.GetCustomAttributes(typeof(AppAttribute), inherit: false) is not [AppAttribute attribute, ..])
                continue;
            var seen = Slashes(attribute.SourceFile);
            if (seen.EndsWith("/" + registration.File, StringComparison.Ordinal))
                return new PlaceMap(seen[..^registration.File.Length]);
        }

        return new PlaceMap(null);
    }

    public FindingPlace? Map(SourcePlace place) => place.File.Length == 0 ? null : new FindingPlace(Relative(place.File), place.Line);

    public FindingPlace Map(AppRegistration registration) => new(registration.File, registration.Line);

    public string Relative(string file)
    {
        var path = Slashes(file);
        if (projectFolder is not null && path.StartsWith(projectFolder, StringComparison.Ordinal))
            return path[projectFolder.Length..];

        // A file of a library beside the project: its own name says more than a path of the machine that built it.
        return path[(path.LastIndexOf('/') + 1)..];
    }

    private static string Slashes(string path) => path.Replace('\\', '/');
}
