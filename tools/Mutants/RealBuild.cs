namespace GitOps.Mutants;

/// <summary>A copy of the example, in which a mutant is built by <c>dotnet build</c>.</summary>
internal sealed class RealBuild : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gitops-mutants-").FullName;
    private readonly Example example;

    public RealBuild(Example example)
    {
        this.example = example;
        foreach (var (path, text) in example.Files)
            Write(path, text);
        var project = example.Files.Keys.Single(static path => path.EndsWith(".csproj", StringComparison.Ordinal));
        var repository = Path.GetFullPath(Path.Combine(example.Folder, "../.."));
        Write(project, example.Files[project].Replace("../../src/", repository + "/src/", StringComparison.Ordinal));
        foreach (var name in new[] { "Directory.Build.props", "Directory.Packages.props", ".editorconfig" })
            File.Copy(Path.Combine(repository, name), Path.Combine(folder, name));
        CompilerArguments.Run(folder, "build", "-v", "q");
    }

    /// <summary>Whether the build of a mutant fails, and the ids that it prints.</summary>
    public (bool Fails, IReadOnlyList<string> Ids) Of(Mutant mutant)
    {
        foreach (var (path, text) in mutant.Edits)
            Write(path, text);
        try
        {
            var (exitCode, output) = CompilerArguments.TryRun(folder, "build", "--no-restore", "-v", "q", "-clp:NoSummary", "-p:BuildProjectReferences=false");
            return (exitCode != 0, [.. System.Text.RegularExpressions.Regex.Matches(output, @": error (\w+):").Select(static match => match.Groups[1].Value).Distinct().Order(StringComparer.Ordinal)]);
        }
        finally
        {
            foreach (var path in mutant.Edits.Keys)
                Write(path, example.Files.GetValueOrDefault(path));
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Write(string path, string? text)
    {
        var full = Path.Combine(folder, path);
        if (text is null)
        {
            File.Delete(full);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text, new System.Text.UTF8Encoding(false));
    }
}
