using System.Text;

namespace GitOps;

/// <summary>Finds the scalars that somebody has edited in files that synth wrote.</summary>
internal sealed class HandEdits
{
    private readonly IFileSystem disk;
    private readonly DiskTree tree;

    private HandEdits(IFileSystem disk, DiskTree tree) => (this.disk, this.tree) = (disk, tree);

    /// <summary>What may come home into the C#.</summary>
    public List<HandEdit> Edits { get; } = [];

    /// <summary>What cannot, whatever the C# looks like.</summary>
    public List<Finding> Others { get; } = [];

    /// <param name="changes">The files that are kept because they were edited.</param>
    public static HandEdits In(IFileSystem disk, DiskTree tree, IEnumerable<FileChange> changes)
    {
        var edits = new HandEdits(disk, tree);
        foreach (var change in changes)
            edits.Read(change);
        return edits;
    }

    /// <summary>Says of a file, or of a field in it, why it stays an edit by hand.</summary>
    public static Finding Kept(string path, string what, FindingPlace? place, string? field = null) =>
        new(RuleIds.EditedByHand, FindingSeverity.Warning, $"'{path}' was edited by hand and is kept: {what}", place ?? new FindingPlace(path), field is { Length: > 0 } ? field : null);

    private void Read(FileChange change)
    {
        var planned = change.Planned!;
        var found = disk.Read(change.Path);
        // What synth wrote is where both the C# and the edit began: without it nobody could tell which of the two has changed a field.
        if (Written(change, planned.Content.Span, found) is not { } written)
        {
            Add("the C# has changed since synth wrote the file, and no commit holds what it wrote, so what of the difference is the edit cannot be told; run 'diff', and change the C# by hand");
            return;
        }
        if (FieldDifferences.Between(written, planned.Content.Span) is not { } byCode)
        {
            ReadText(change, written, found);
            return;
        }
        if (FieldDifferences.Between(written, found) is not { } differences)
        {
            Add("it is no YAML that can be read");
            return;
        }
        if (differences.Count == 0)
            Add($"only comments, quotes or spaces differ, which no literal makes; give them up with 'synth --overwrite {change.Path}', or change the C# by hand");
        var changed = byCode.ToDictionary(static difference => (difference.Object, difference.Path));
        foreach (var difference in differences)
            Read(change, difference, changed.GetValueOrDefault((difference.Object, difference.Path)));

        void Add(string what) => Others.Add(Kept(change.Path, what, planned.Place));
    }

    private void Read(FileChange change, FieldDifference difference, FieldDifference? changed)
    {
        var place = EditFindings.PlaceOf(change.Planned!, difference.Object) ?? change.Planned!.Place;
        if (difference is not { PlannedScalar: { } before, OnDiskScalar: { } after })
        {
            Others.Add(Kept(change.Path, $"{difference}; a field that comes or goes is no literal, so change the C# by hand", place, difference.Path));
            return;
        }
        // What the C# calls planned now; on disk it is the edit's.
        if (changed is not null)
        {
            if (changed.OnDiskScalar is null || !HandEdit.Same(changed.OnDiskScalar, after))
                Others.Add(Kept(change.Path, $"the file says {difference.OnDisk}, and the C# has changed here too: it says {changed.OnDisk ?? "nothing"} instead of {difference.Planned}", place, difference.Path));
            return;
        }
        if (after.Core.Kind == YamlValueKind.Null)
        {
            Others.Add(Kept(change.Path, $"{difference}; no literal says that", place, difference.Path));
            return;
        }
        Edits.Add(new HandEdit(change.Path, difference.Object, difference.Path, place) { Before = before.Text, After = after.Text, Scalar = after, Difference = difference.ToString() });
    }

    private void ReadText(FileChange change, byte[] written, byte[] found)
    {
        if (!written.AsSpan().SequenceEqual(change.Planned!.Content.Span))
        {
            Others.Add(Kept(change.Path, "the C# has changed it too; settle both by hand", change.Planned.Place));
            return;
        }
        Edits.Add(new HandEdit(change.Path, "", "", change.Planned.Place)
        {
            Before = Encoding.UTF8.GetString(written),
            After = Encoding.UTF8.GetString(LineEndings.WithoutCarriageReturns(found) ?? found),
            Difference = "the text differs",
        });
    }

    private byte[]? Written(FileChange change, ReadOnlySpan<byte> planned, byte[] found)
    {
        if (!tree.Owned.TryGetValue(change.Path, out var recorded))
            return null;
        if (IsRecorded(planned, recorded))
            return planned.ToArray();
        foreach (var version in disk.EarlierVersions(change.Path))
            if ((LineEndings.WithoutCarriageReturns(version) ?? version) is var content && IsRecorded(content, recorded))
                return ImagePolicyValues.Keep(content, found).ToArray();
        return null;
    }

    private static bool IsRecorded(ReadOnlySpan<byte> content, RecordedHashes recorded) => recorded.Has(ImagePolicyValues.Hash(content));
}
