namespace GitOps;

/// <summary>Findings in the order in which they were made, each once: a file that several builds read is wrong once.</summary>
internal sealed class FindingList
{
    private readonly HashSet<(string, FindingPlace?, string)> _seen = [];
    private readonly HashSet<SourceFile> _files = [];
    private readonly List<Finding> _all = [];

    public IReadOnlyList<Finding> All => _all;

    public void Add(Finding finding)
    {
        if (_seen.Add((finding.Id, finding.Place, finding.Message)))
            _all.Add(finding);
    }

    public void AddRange(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
            Add(finding);
    }

    /// <summary>What is wrong with a file's YAML. In a kustomization.yaml of two equal keys the last counts; an object or patch with them fails the build.</summary>
    public void AddFaults(SourceFile file, bool isKustomization)
    {
        if (!_files.Add(file))
            return;
        if (file.IsTooLarge)
            Add(new(RuleIds.UnreadableYaml, FindingSeverity.Warning, $"this file has more than {SourceFile.MostCharacters / 1_000_000} million characters and is not read: nothing is said of what it holds", new(file.Path)));
        if (!isKustomization)
            foreach (var fault in file.ObjectFaults)
                Add(new(RuleIds.UnreadableYaml, FindingSeverity.Error, fault.Message, new(file.Path, fault.Place.Line, fault.Place.Column)));
        foreach (var fault in file.File.Faults)
        {
            var place = new FindingPlace(file.Path, fault.Place.Line, fault.Place.Column);
            Add(fault.Kind == YamlFaultKind.DuplicateKey ? DuplicateKeyRule.Of(fault, place, isKustomization) : new(RuleIds.UnreadableYaml, FindingSeverity.Error, fault.Message, place));
        }
    }
}
