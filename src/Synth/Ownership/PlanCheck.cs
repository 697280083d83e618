namespace GitOps;

/// <summary>What must hold of a plan before anything is read or written for it.</summary>
internal static class PlanCheck
{
    public static List<Finding> Run(IFileSystem disk, TreePlan plan)
    {
        var findings = new List<Finding>();
        CheckRoots(disk, plan, findings);
        CheckPaths(plan, findings);
        if (findings.Count > 0) return findings; // A path that is not one must not be asked of the disk.
        CheckAuthorFiles(disk, plan, findings);
        return findings;
    }

    /// <summary>Links below the roots, known once the disk was read: synth writes through none of them.</summary>
    public static void CheckLinks(IFileSystem disk, TreePlan plan, DiskTree tree, List<Finding> findings)
    {
        if (tree.Links.Count == 0) return;
        var links = new HashSet<string>(tree.Links, StringComparer.Ordinal);
        var reported = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in plan.Files)
        {
            for (var folder = TreePath.FolderOf(file.Path); folder.Length > 0; folder = TreePath.FolderOf(folder))
                if (links.Contains(folder) && reported.Add(folder))
                    findings.Add(LinkFinding(disk, folder, file.Place));
            if (links.Contains(file.Path) && disk.LinkTarget(file.Path) is null)
                findings.Add(LinkFinding(disk, file.Path, file.Place));
        }
    }

    private static void CheckRoots(IFileSystem disk, TreePlan plan, List<Finding> findings)
    {
        foreach (var root in plan.Roots)
        {
            if (root.Length == 0) continue;
            if (TreePath.Fault(root) is { } fault)
            {
                findings.Add(new Finding(RuleIds.PathLeavesRoot, FindingSeverity.Error, $"the tree's root '{root}': {fault}; give a folder below the repository's root"));
                continue;
            }
            for (var folder = root; folder.Length > 0; folder = TreePath.FolderOf(folder))
            {
                var kind = disk.Kind(folder);
                if (kind == DiskEntryKind.Link) findings.Add(LinkFinding(disk, folder, null));
                if (kind == DiskEntryKind.File)
                    findings.Add(new Finding(RuleIds.FileInTheWay, FindingSeverity.Error, "a file stands where the tree's root must be a folder; move it away", new FindingPlace(folder)));
            }
        }
    }

    private static void CheckPaths(TreePlan plan, List<Finding> findings)
    {
        var seen = new Dictionary<string, (string Path, FindingPlace? Place)>(plan.Files.Count, StringComparer.OrdinalIgnoreCase);
        foreach (var file in plan.Files)
        {
            if (!CheckPath(plan, file.Path, file.Place, findings)) continue;
            if (!TreePath.IsIn(file.Path, file.Unit) || file.Path.Length == file.Unit.Length)
                findings.Add(new Finding(RuleIds.PathLeavesRoot, FindingSeverity.Error, $"the file '{file.Path}' leaves the folder '{file.Unit}' that it belongs to", file.Place));
            if (TreePath.FileOf(file.Path) == OwnershipManifest.FileName || file.Path.EndsWith(DiskTree.TemporarySuffix, StringComparison.Ordinal))
                findings.Add(new Finding(RuleIds.FileInTheWay, FindingSeverity.Error, $"the name of '{file.Path}' is one that synth keeps for itself; choose another", file.Place));
            CheckDouble(seen, file.Path, file.Place, findings);
        }
        foreach (var file in plan.AuthorFiles)
            if (CheckPath(plan, file.Path, file.Place, findings) && seen.TryGetValue(file.Path, out var other))
                findings.Add(new Finding(RuleIds.DuplicateFile, FindingSeverity.Error,
                    $"'{file.Path}' is kept by hand, and synth would write it too; name only one of them", file.Place)
                { AlsoAt = other.Place is null ? [] : [other.Place] });
    }

    private static void CheckDouble(Dictionary<string, (string Path, FindingPlace? Place)> seen, string path, FindingPlace? place, List<Finding> findings)
    {
        if (seen.TryAdd(path, (path, place))) return;
        var other = seen[path];
        var how = other.Path == path ? "is written twice" : $"and '{other.Path}' differ in case only, which Windows and macOS cannot tell apart";
        var where = other.Place is null ? "" : $"; the other comes from {other.Place}";
        findings.Add(new Finding(RuleIds.DuplicateFile, FindingSeverity.Error, $"'{path}' {how}{where}; rename one of them", place)
        {
            AlsoAt = other.Place is null ? [] : [other.Place],
        });
    }

    private static bool CheckPath(TreePlan plan, string path, FindingPlace? place, List<Finding> findings)
    {
        if (TreePath.Fault(path) is { } fault)
        {
            findings.Add(new Finding(RuleIds.PathLeavesRoot, FindingSeverity.Error, $"the path '{path}': {fault}; give one below the tree's root", place));
            return false;
        }
        foreach (var root in plan.Roots)
            if (TreePath.IsIn(path, root)) return true;
        findings.Add(new Finding(RuleIds.PathLeavesRoot, FindingSeverity.Error, $"the path '{path}' is not below the tree's root '{string.Join("', '", plan.Roots)}'", place));
        return false;
    }

    private static void CheckAuthorFiles(IFileSystem disk, TreePlan plan, List<Finding> findings)
    {
        foreach (var file in plan.AuthorFiles)
        {
            var kind = disk.Kind(file.Path);
            if (kind == DiskEntryKind.Link)
            {
                if (disk.LinkTarget(file.Path) is not { } target)
                {
                    findings.Add(LinkFinding(disk, file.Path, file.Place));
                    continue;
                }
                kind = disk.Kind(target);
            }
            if (kind != DiskEntryKind.File)
                findings.Add(new Finding(RuleIds.MissingFile, FindingSeverity.Error, $"the file '{file.Path}', which is kept by hand, is not there; add it or remove its mention", file.Place));
        }
    }

    private static Finding LinkFinding(IFileSystem disk, string path, FindingPlace? place)
    {
        var target = disk.LinkTarget(path);
        var where = target is null ? "leaves the repository" : $"leads to '{target}'";
        return new Finding(RuleIds.PathLeavesRoot, FindingSeverity.Error, $"'{path}' is a symbolic link that {where}; synth writes through none: make it a folder of its own", place);
    }
}
