namespace GitOps;

/// <summary>Compares a plan with the disk and decides, path by path, what may be done. Reads only.</summary>
internal sealed class TreeComparer
{
    private readonly IFileSystem disk;
    private readonly TreePlan plan;
    private readonly SynthOptions options;
    private readonly DiskTree tree;
    private readonly Dictionary<string, UnitState> units = new(StringComparer.Ordinal);
    private readonly List<FileChange> changes = [];
    private int unchanged;

    private TreeComparer(IFileSystem disk, TreePlan plan, SynthOptions options)
    {
        (this.disk, this.plan, this.options) = (disk, plan, options);
        tree = DiskTree.Read(disk, plan.Roots);
    }

    public static TreeComparison Compare(IFileSystem disk, TreePlan plan, SynthOptions options) => new TreeComparer(disk, plan, options).Run();

    private TreeComparison Run()
    {
        var planned = new HashSet<string>(plan.Files.Count, StringComparer.Ordinal);
        foreach (var file in plan.Files)
        {
            planned.Add(file.Path);
            ComparePlanned(file);
        }
        // What the author keeps is the author's, whatever an old manifest says.
        foreach (var file in plan.AuthorFiles) planned.Add(file.Path);
        foreach (var (path, recorded) in tree.Owned)
            if (!planned.Contains(path))
                CompareOrphan(path, recorded);
        foreach (var unit in tree.Manifests.Keys) Unit(unit);
        foreach (var unit in units.Values) CompareManifest(unit);

        changes.Sort(static (a, b) => string.CompareOrdinal(a.Path, b.Path));
        var sorted = new List<UnitState>(units.Values);
        sorted.Sort(static (a, b) => string.CompareOrdinal(a.Folder, b.Folder));
        return new TreeComparison { Units = sorted, Changes = changes, Disk = tree, Unchanged = unchanged };
    }

    private void ComparePlanned(PlannedFile file)
    {
        var unit = Unit(file.Unit);
        var content = file.Content.Span;
        var hash = ImagePolicyValues.Hash(content);
        var isOwned = tree.Owned.TryGetValue(file.Path, out var recorded);
        var kind = tree.Kind(file.Path);
        if (kind == DiskEntryKind.Link && (disk.LinkTarget(file.Path) is not { } target || disk.Kind(target) != DiskEntryKind.File))
            kind = DiskEntryKind.Folder; // A link to nothing, to a folder or to the outside is in the way like a folder: not to be read, not to be replaced.

        var action = FileAction.Create;
        var reason = ChangeReason.None;
        (bool Kustomization, bool Protected) mayHold = default;
        if (kind == DiskEntryKind.Folder)
        {
            action = FileAction.InTheWay;
        }
        else if (kind != DiskEntryKind.None)
        {
            if (disk.Holds(file.Path, content))
            {
                Unchanged();
                return;
            }
            var found = disk.Read(file.Path);
            var keepsImages = ImagePolicyValues.MayBeIn(content) && !options.OverwritesByName(file.Path);
            if (keepsImages)
            {
                // Flux has chosen another image: that is no difference.
                if (ImagePolicyValues.Hash(found) == hash)
                {
                    Unchanged();
                    return;
                }
                file = file with { Content = ImagePolicyValues.Keep(file.Content, found) };
                content = file.Content.Span;
            }
            mayHold = (MayHoldKustomization(found), ProtectedObject.MayBeIn(found));
            (action, reason) = isOwned ? JudgeOwned(file.Path, found, recorded!, content) : options.Adopt
                ? (FileAction.Update, ChangeReason.Adopted)
                : (FileAction.InTheWay, ChangeReason.None);
            if (keepsImages && reason == ChangeReason.MergeConflict && Sides(file.Path, found) is var (ours, theirs))
                file = file with { Content = ImagePolicyValues.Keep(file.Content, ours, theirs) };
        }

        // A kept edit stays known by what we wrote last, so that it is reported until somebody decides.
        if (action == FileAction.KeepEdited) recorded!.AddTo(unit.Lines, unit.Relative(file.Path));
        else unit.Lines.Add(new ManifestLine(unit.Relative(file.Path), hash));
        Add(unit, new FileChange(file.Path, file.Unit, action, reason, file, mayHold.Kustomization, mayHold.Protected));

        void Unchanged()
        {
            unchanged++;
            unit.Lines.Add(new ManifestLine(unit.Relative(file.Path), hash));
        }
    }

    private void CompareOrphan(string path, RecordedHashes recorded)
    {
        var kind = tree.Kind(path);
        // Not there any more, or no longer a file of ours: the line goes, nothing else.
        if (kind is DiskEntryKind.None or DiskEntryKind.Folder) return;
        var unit = Unit(recorded.Unit);
        var (action, reason) = (FileAction.KeepEditedOrphan, ChangeReason.None);
        (bool Kustomization, bool Protected) mayHold = default;
        if (kind == DiskEntryKind.File)
        {
            var found = disk.Read(path);
            mayHold = (MayHoldKustomization(found), ProtectedObject.MayBeIn(found));
            (action, reason) = JudgeOwned(path, found, recorded, []);
            action = action == FileAction.Update ? FileAction.Delete : FileAction.KeepEditedOrphan;
        }
        if (action == FileAction.KeepEditedOrphan) recorded.AddTo(unit.Lines, unit.Relative(path));
        Add(unit, new FileChange(path, unit.Folder, action, reason, null, mayHold.Kustomization, mayHold.Protected));
    }

    private (FileAction, ChangeReason) JudgeOwned(string path, ReadOnlySpan<byte> found, RecordedHashes recorded, ReadOnlySpan<byte> wanted)
    {
        if (IsRecorded(found, recorded)) return (FileAction.Update, ChangeReason.None);
        if (found.Length == 0) return (FileAction.Update, ChangeReason.Empty);
        if (LineEndings.WithoutCarriageReturns(found) is { } normal)
        {
            if (IsOurs(normal, recorded, wanted)) return (FileAction.Update, ChangeReason.LineEndings);
            found = normal;
        }
        if (MergeConflict.TrySplit(found, out var ours, out var theirs) && IsSettled(path, ours, theirs, recorded, wanted))
            return (FileAction.Update, ChangeReason.MergeConflict);
        return options.Overwrites(path) ? (FileAction.Update, ChangeReason.Overwritten) : (FileAction.KeepEdited, ChangeReason.None);
    }

    // What stands between the markers is enough where the conflict is the only change. Where Git merged other lines by itself, its index has the files that met.
    private bool IsSettled(string path, byte[] ours, byte[] theirs, RecordedHashes recorded, ReadOnlySpan<byte> wanted)
    {
        if (IsOurs(ours, recorded, wanted) && IsOurs(theirs, recorded, wanted)) return true;
        return disk.ConflictSides(path) is var (mine, other) && IsOurs(mine, recorded, wanted) && IsOurs(other, recorded, wanted);
    }

    private (byte[] Ours, byte[] Theirs)? Sides(string path, byte[] found) => disk.ConflictSides(path) ?? (MergeConflict.TrySplit(found, out var ours, out var theirs) ? (ours, theirs) : null);

    private static bool IsOurs(ReadOnlySpan<byte> content, RecordedHashes recorded, ReadOnlySpan<byte> wanted) =>
        content.SequenceEqual(wanted) || IsRecorded(content, recorded);

    private static bool IsRecorded(ReadOnlySpan<byte> content, RecordedHashes recorded) =>
        recorded.Has(ContentHash.Of(content)) || (ImagePolicyValues.MayBeIn(content) && recorded.Has(ImagePolicyValues.Hash(content)));

    private void CompareManifest(UnitState unit)
    {
        unit.Lines.Sort();
        for (var i = unit.Lines.Count - 1; i > 0; i--)
            if (unit.Lines[i] == unit.Lines[i - 1])
                unit.Lines.RemoveAt(i);
        var onDisk = tree.Manifests.GetValueOrDefault(unit.Folder);
        if (onDisk is null || unit.Lines.Count == 0)
        {
            unit.ManifestChanges = onDisk is not null || unit.Lines.Count > 0;
            return;
        }
        unit.ManifestChanges = !onDisk.Content.AsSpan().SequenceEqual(OwnershipManifest.Write(unit.Lines).Span);
    }

    private static bool MayHoldKustomization(ReadOnlySpan<byte> content) => content.IndexOf("kustomize.toolkit.fluxcd.io"u8) >= 0;

    private void Add(UnitState unit, FileChange change)
    {
        unit.Changes.Add(change);
        changes.Add(change);
    }

    private UnitState Unit(string folder)
    {
        if (!units.TryGetValue(folder, out var unit)) units.Add(folder, unit = new UnitState(folder));
        return unit;
    }
}
