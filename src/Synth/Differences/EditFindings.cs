namespace GitOps;

/// <summary>Says field by field how a file on disk differs from the plan, at the C# line that it comes from.</summary>
internal static class EditFindings
{
    private const int MostFields = 8;

    /// <param name="what">What is to be said of the file; the fields follow it.</param>
    /// <param name="advice">What the user can do.</param>
    public static void Add(List<Finding> findings, string id, FindingSeverity severity, IFileSystem disk, FileChange change, string what, string advice)
    {
        var planned = change.Planned!;
        var place = planned.Place ?? new FindingPlace(change.Path);
        if (disk.Kind(change.Path) is DiskEntryKind.Folder
            || FieldDifferences.Between(planned.Content.Span, disk.Read(change.Path)) is not { Count: > 0 } differences)
        {
            findings.Add(new Finding(id, severity, $"'{change.Path}' {what} ({advice})", place));
            return;
        }
        for (var i = 0; i < differences.Count && i < MostFields; i++)
        {
            var more = i == MostFields - 1 && differences.Count > MostFields ? $" (and {differences.Count - MostFields} more fields)" : "";
            findings.Add(new Finding(id, severity, $"'{change.Path}' {what} ({advice}): {differences[i]}{more}", PlaceOf(planned, differences[i].Object) ?? place, differences[i].Path));
        }
    }

    /// <summary>The C# line of an object in a planned file.</summary>
    public static FindingPlace? PlaceOf(PlannedFile planned, string name)
    {
        foreach (var item in planned.Objects)
            if ($"{item.Kind}/{item.Name}" == name) return item.Place;
        return null;
    }
}
