namespace GitOps;

/// <summary>A component whose folder is not there: mostly its path has the wrong depth, for it counts from <c>spec.path</c> and not from the file that names it.</summary>
internal static class ComponentMissingRule
{
    public const string Id = RuleIds.ComponentMissing;
    public const string Title = "A component's folder is not there";
    public const string Message = "the component folder '{0}' is not there: '{1}' counts from '{2}'{3}";

    public static Finding Of(TreeFiles files, FindingPlace place, string folder, string written, string target)
    {
        var nearest = Nearest(files, folder, written);
        return RuleMessage.Error(Id, place, Message, target, written, folder, NearestName.Hint(nearest)) with { Suggestion = nearest };
    }

    /// <summary>The same path from a folder above or below, or one that is written almost so.</summary>
    private static string? Nearest(TreeFiles files, string folder, string written)
    {
        var rest = written;
        while (rest.StartsWith("../", StringComparison.Ordinal) || rest.StartsWith("./", StringComparison.Ordinal))
            rest = rest.Substring(rest.IndexOf('/') + 1);
        rest = rest.TrimEnd('/');
        for (var up = folder; ; up = RepositoryPath.FolderOf(up))
        {
            var candidate = up.Length == 0 ? rest : up + "/" + rest;
            if (rest.Length > 0 && files.KustomizationOf(candidate) is not null)
                return RepositoryPath.Relative(folder, candidate);
            if (up.Length == 0)
                break;
        }

        if (RepositoryPath.Combine(folder, written) is not { } target)
            return null;
        var parent = RepositoryPath.FolderOf(target);
        var names = files.FoldersIn(parent).Where(name => files.KustomizationOf(parent.Length == 0 ? name : parent + "/" + name) is not null);
        return NearestName.Of(RepositoryPath.NameOf(target), names) is { } near ? RepositoryPath.Relative(folder, parent.Length == 0 ? near : parent + "/" + near) : null;
    }
}
