namespace GitOps.Benchmarks;

/// <summary>A repository's files as texts.</summary>
/// <param name="Paths">In ordinal order.</param>
internal sealed record FuzzRepository(string Name, IReadOnlyList<string> Paths, IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>All YAML below a folder.</summary>
    public static FuzzRepository Open(string folder)
    {
        var texts = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(static path => Path.GetExtension(path) is ".yaml" or ".yml" && !path.Contains($"{Path.DirectorySeparatorChar}.git{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), File.ReadAllText, StringComparer.Ordinal);
        return new(Path.GetFileName(folder), [.. texts.Keys.Order(StringComparer.Ordinal)], texts);
    }
}

/// <summary>One mutant of a repository, named by its seed and number: the same again whenever it is asked for.</summary>
internal sealed class FuzzCase
{
    public FuzzCase(FuzzRepository repository, int seed, int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var texts = new Dictionary<string, string>(repository.Texts, StringComparer.Ordinal);
        var others = repository.Texts.Values.ToList();
        for (var files = random.Next(1, 5); files > 0; files--)
        {
            var path = repository.Paths[random.Next(repository.Paths.Count)];
            if (random.Next(20) == 0) texts.Remove(path);
            else if (texts.TryGetValue(path, out var text)) texts[path] = new FuzzMutator(random, others).Mutate(text);
            Changed.Add(path);
        }
        Texts = texts;
    }

    public Dictionary<string, string> Texts { get; }

    public List<string> Changed { get; } = [];

    /// <summary>Everything that a command would do with it; gives how many findings there are.</summary>
    public int Run(CancellationToken cancellation)
    {
        var tree = new TextFileTree(Texts);
        var judgement = EngineJudge.Judge(tree, TreeOptions.Default, cancellation);
        var items = judgement.Findings.Select(finding => new ReportedFinding(finding, judgement.AppOf(finding))).ToList();
        _ = FirstFixFinder.Find(items, judgement.WaitingFor);
        foreach (var item in items) _ = ReportWords.OneLine(item.Finding.ToString());
        var variables = new Dictionary<string, string> { ["X"] = "x: [", ["APP"] = "app", ["SECRET_DOMAIN"] = "example.org" };
        foreach (var path in Changed)
        {
            if (!Texts.TryGetValue(path, out var text)) continue;
            var file = YamlFile.Read(text, cancellation);
            if (file.Faults.Count > 0) continue;
            foreach (var document in file.Documents)
                if (document.Mapping is { } root) _ = FluxSubstitution.Run(file, root, path, new SubstitutionInput(variables) { Strict = false });
        }
        return items.Count;
    }
}
