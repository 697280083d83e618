using System.Text;

namespace GitOps;

/// <summary>The folder in which a project keeps its CustomResourceDefinitions, one to a file.</summary>
/// <param name="folder">Relative to the repository's root.</param>
internal sealed class CrdFolder(IFileSystem disk, string folder)
{
    /// <summary>Where the project's build looks for them by itself.</summary>
    public const string DefaultName = "crds";

    /// <summary>The folder that a command works with, or <see langword="null"/> after a fault.</summary>
    /// <param name="into">As the user gave it, relative to the project; <see langword="null"/>: the default.</param>
    public static CrdFolder? Open(CommandContext context, string? into, List<Finding> findings)
    {
        var host = context.Host;
        var root = System.IO.Path.GetFullPath(RepositoryRoot.Find(host.StartFolder)!);
        var full = System.IO.Path.GetFullPath(into ?? DefaultName, host.ProjectFolder ?? host.StartFolder);
        var relative = System.IO.Path.GetRelativePath(root, full).Replace('\\', '/');
        if (relative == "." || TreePath.Fault(relative) is not null)
        {
            findings.Add(new Finding(RuleIds.PathLeavesRoot, FindingSeverity.Error, $"'{into}' is no folder inside the repository; give one relative to the project, such as '{DefaultName}'"));
            return null;
        }
        return new CrdFolder(context.Disk, relative);
    }

    /// <summary>All YAML files below the folder, in ordinal order.</summary>
    public IEnumerable<string> Files()
    {
        var paths = new List<string>();
        foreach (var (path, kind) in disk.Walk(folder))
            if (kind == DiskEntryKind.File && (path.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)))
                paths.Add(path);
        paths.Sort(StringComparer.Ordinal);
        return paths;
    }

    public string Path => folder;

    public string TextOf(string path) => Encoding.UTF8.GetString(disk.Read(path));

    /// <summary>What writing these would change. What speaks against it is a finding.</summary>
    public IReadOnlyList<CrdChange> Compare(IReadOnlyList<CrdFile> wanted, List<Finding> findings)
    {
        var known = Known();
        var changes = new List<CrdChange>(wanted.Count);
        foreach (var file in Distinct(wanted, findings))
        {
            var path = TreePath.Join(folder, file.FileName);
            if (known.TryGetValue(file.Name, out var places) && places.Find(place => place.Path != path) is { Path.Length: > 0 } elsewhere)
                findings.Add(new Finding(RuleIds.DuplicateDefinition, FindingSeverity.Error,
                    $"'{file.Name}' stands in '{elsewhere.Path}' too, which '{path}' would not replace; take it out of there first", file.Place)
                { AlsoAt = [new FindingPlace(elsewhere.Path, elsewhere.Node.Start.Line, elsewhere.Node.Start.Column)] });
            else if (Change(file, path, findings) is { } change)
                changes.Add(change);
        }
        return changes;
    }

    /// <summary>Writes what differs, each file in one step.</summary>
    public void Write(IReadOnlyList<CrdChange> changes)
    {
        foreach (var change in changes)
        {
            if (change.IsSame)
                continue;
            disk.CreateFolder(folder);
            var temporary = change.Path + DiskTree.TemporarySuffix;
            try
            {
                disk.Write(temporary, Encoding.UTF8.GetBytes(change.File.Content));
                disk.Replace(temporary, change.Path);
            }
            catch
            {
                if (disk.Kind(temporary) == DiskEntryKind.File)
                    disk.DeleteFile(temporary);
                throw;
            }
        }
    }

    private CrdChange? Change(CrdFile file, string path, List<Finding> findings)
    {
        switch (disk.Kind(path))
        {
            case DiskEntryKind.None:
                return new CrdChange(file, path, null, IsSame: false);
            case DiskEntryKind.File:
                break;
            default:
                findings.Add(new Finding(RuleIds.FileInTheWay, FindingSeverity.Error, $"'{path}' is no file; move it away, '{file.Name}' goes there", new FindingPlace(path)));
                return null;
        }
        var yaml = YamlFile.Read(TextOf(path));
        var documents = yaml.Documents.Where(static document => document.Root is not null).ToList();
        // A file that is no YAML any more (a merge conflict) is what this command mends.
        if (yaml.Faults.Count > 0 || documents.Count == 0)
            return new CrdChange(file, path, [], IsSame: false);
        if (documents is not [{ Mapping: { } there }] || !CrdReader.IsCrd(there) || CrdFinder.NameOf(there)?.Text != file.Name)
        {
            findings.Add(new Finding(RuleIds.FileInTheWay, FindingSeverity.Error,
                $"'{path}' holds more or something else than '{file.Name}', and would be replaced; move it away", new FindingPlace(path)));
            return null;
        }
        return new CrdChange(file, path, CrdFile.VersionsOf(there), SameYaml.Is(there, file.Node) || TextOf(path) == file.Content || SameYaml.Is(there, YamlFile.Read(file.Content).Documents[0].Root!));
    }

    // A definition that two sources give must be one and the same.
    private static IEnumerable<CrdFile> Distinct(IReadOnlyList<CrdFile> wanted, List<Finding> findings)
    {
        var first = new Dictionary<string, CrdFile>(StringComparer.Ordinal);
        foreach (var file in wanted)
            if (first.TryGetValue(file.Name, out var other))
            {
                if (!SameYaml.Is(file.Node, other.Node))
                    findings.Add(new Finding(RuleIds.DuplicateDefinition, FindingSeverity.Error,
                        $"'{file.Name}' is defined at {other.Place} too, and differently; add one of the two", file.Place)
                    { AlsoAt = [other.Place] });
            }
            else
            {
                first.Add(file.Name, file);
            }
        return first.Values.OrderBy(static file => file.Name, StringComparer.Ordinal);
    }

    private Dictionary<string, List<(string Path, YamlMapping Node)>> Known()
    {
        var known = new Dictionary<string, List<(string Path, YamlMapping Node)>>(StringComparer.Ordinal);
        foreach (var path in Files())
        {
            var bytes = disk.Read(path);
            if (bytes.AsSpan().IndexOf("CustomResourceDefinition"u8) < 0)
                continue;
            foreach (var (node, _) in CrdFinder.In(YamlFile.Read(Encoding.UTF8.GetString(bytes))))
                if (CrdFinder.NameOf(node) is { } name)
                {
                    if (!known.TryGetValue(name.Text, out var places))
                        known.Add(name.Text, places = []);
                    places.Add((path, node));
                }
        }
        return known;
    }
}
