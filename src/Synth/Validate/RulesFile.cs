namespace GitOps;

/// <summary>
/// The file at the repository's root that says what <c>validate</c> and synth leave out. It is YAML and its name does not say so: Flux takes every <c>.yaml</c> below a path
/// without kustomization.yaml for an object to apply.
/// </summary>
internal sealed class RulesFile
{
    public const string FileName = "gitops.rules";

    private static readonly string[] Keys = ["suppress", "enable", "bootstrapped"];
    private static readonly string[] EntryKeys = ["id", "paths", "reason"];

    private readonly List<Finding> findings = [];
    private readonly List<Suppression> suppressions = [];
    private readonly HashSet<string> enabled = new(StringComparer.Ordinal);
    private readonly HashSet<string> bootstrapped = new(StringComparer.Ordinal);

    private RulesFile()
    {
    }

    public IReadOnlyList<Suppression> Suppressions => suppressions;

    /// <summary>Rules that are off unless they are asked for (<c>enable</c>).</summary>
    public IReadOnlyCollection<string> Enabled => enabled;

    /// <summary>API groups that are there before Flux is (<c>bootstrapped</c>).</summary>
    public IReadOnlyCollection<string> BootstrappedGroups => bootstrapped;

    /// <summary>What is wrong with the file itself.</summary>
    public IReadOnlyList<Finding> Findings => findings;

    /// <summary>Reads the file; there need be none.</summary>
    public static RulesFile Read(DiskFileTree tree)
    {
        var file = new RulesFile();
        if (tree.Read(FileName) is not { } text) return file;
        if (tree.Unread.TryGetValue(FileName, out var why))
            file.findings.Add(why);
        else
            file.Read(YamlFile.Read(text));
        return file;
    }

    /// <summary>Reads the file's text.</summary>
    public static RulesFile Of(string text)
    {
        var file = new RulesFile();
        file.Read(YamlFile.Read(text));
        return file;
    }

    private void Read(YamlFile yaml)
    {
        foreach (var fault in yaml.Faults) Fault(fault.Place, fault.Message);
        if (yaml.Faults.Count > 0) return;
        foreach (var document in yaml.Documents)
        {
            if (document.Root is null) continue;
            if (document.Mapping is not { } root)
            {
                Fault(document.Start, "a map with 'suppress', 'enable' or 'bootstrapped' is expected");
                continue;
            }
            CheckKeys(root, Keys);
            foreach (var id in Texts(root, "enable"))
                if (new RuleSelection().Add(id.Text) is { } fault)
                    findings.Add(new Finding(RuleIds.UnknownRule, FindingSeverity.Error, fault, Place(id.Start)));
                else
                    enabled.Add(RuleSelection.FullId(id.Text));
            foreach (var group in Texts(root, "bootstrapped")) bootstrapped.Add(group.Text);
            if (root["suppress"] is YamlSequence entries)
                foreach (var entry in entries.Items) ReadEntry(entry);
            else if (root["suppress"] is { } other)
                Fault(other.Start, "'suppress' is a list of entries with 'id' and, where you want, 'paths' and 'reason'");
        }
    }

    private void ReadEntry(YamlNode node)
    {
        if (node is not YamlMapping entry)
        {
            Fault(node.Start, "an entry of 'suppress' is a map with 'id' and, where you want, 'paths' and 'reason'");
            return;
        }
        CheckKeys(entry, EntryKeys);
        var rules = new RuleSelection();
        var ids = Texts(entry, "id");
        if (ids.Count == 0) Fault(entry.Start, "an entry of 'suppress' names its rules: 'id: GOPS5007', a range as '5xxx', or a list of them");
        var isRight = ids.Count > 0;
        foreach (var id in ids)
            if (rules.Add(id.Text) is { } fault)
            {
                isRight = false;
                findings.Add(new Finding(RuleIds.UnknownRule, FindingSeverity.Error, fault, Place(id.Start)));
            }
        var paths = Texts(entry, "paths");
        foreach (var path in paths)
            if (path.Text.Length == 0 || path.Text[0] == '/' || path.Text.Split('/').Contains(".."))
            {
                isRight = false;
                Fault(path.Start, $"'{path.Text}' is no path inside the repository: they are relative to its root, as 'kubernetes/apps/media/**'");
            }
        if (isRight)
            suppressions.Add(new Suppression(Place(entry.Start), rules, [.. paths.Select(static path => new PathGlob(path.Text))],
                string.Join(", ", ids.Select(static id => id.Text)) + (paths.Count == 0 ? "" : " in " + string.Join(", ", paths.Select(static path => path.Text)))));
    }

    private List<YamlScalar> Texts(YamlMapping entry, string key)
    {
        var texts = new List<YamlScalar>();
        switch (entry[key])
        {
            case null:
                break;
            case YamlScalar text:
                texts.Add(text);
                break;
            case YamlSequence list when list.Items.All(static item => item is YamlScalar):
                texts.AddRange(list.Items.Cast<YamlScalar>());
                break;
            case var other:
                Fault(other.Start, $"'{key}' is a text or a list of texts");
                break;
        }
        return texts;
    }

    private void CheckKeys(YamlMapping map, string[] known)
    {
        foreach (var entry in map.Entries)
            if (!known.Contains(entry.Name))
                Fault(entry.Key.Start, $"'{entry.Name}' has no meaning here{NearestName.Hint(NearestName.Of(entry.Name, known))}; known: {string.Join(", ", known)}");
    }

    private void Fault(YamlMark place, string message) => findings.Add(new Finding(RuleIds.RulesFile, FindingSeverity.Error, message, Place(place)));

    private static FindingPlace Place(YamlMark mark) => new(FileName, mark.Line, mark.Column);
}
