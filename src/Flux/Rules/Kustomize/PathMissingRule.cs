namespace GitOps;

/// <summary><c>spec.path</c> names no folder of the source: "kustomization path not found".</summary>
internal static class PathMissingRule
{
    public const string Id = RuleIds.PathMissing;
    public const string Title = "The path of a Kustomization is not there";
    public const string Message = "'{0}' builds '{1}', and there is no such folder{2}";

    public static Finding Of(TreeFiles files, FindingPlace place, string app, string folder)
    {
        var nearest = Nearest(files, folder);
        return RuleMessage.Error(Id, place, Message, app, folder, NearestName.Hint(nearest)) with { Suggestion = nearest };
    }

    /// <summary>A folder whose name is almost that, below the last folder of the path that is there.</summary>
    private static string? Nearest(TreeFiles files, string folder)
    {
        var parts = folder.Split('/');
        var there = "";
        for (var i = 0; i < parts.Length; i++)
        {
            var next = there.Length == 0 ? parts[i] : there + "/" + parts[i];
            if (files.HasFolder(next))
            {
                there = next;
                continue;
            }

            return NearestName.Of(parts[i], files.FoldersIn(there)) is { } near ? (there.Length == 0 ? near : there + "/" + near) + string.Concat(parts.Skip(i + 1).Select(static part => "/" + part)) is var guess && files.HasFolder(guess) ? guess : null : null;
        }

        return null;
    }
}
