namespace GitOps;

/// <summary>A path of a tree that leads out of the repository: Flux builds inside the source's artifact, and nothing is outside.</summary>
internal static class PathLeavesRootRule
{
    public const string Id = RuleIds.PathLeavesRoot;
    public const string Title = "A path leaves its place";
    public const string Message = "'{0}' leads out of the repository, and Flux sees nothing outside of it";

    public static Finding Of(FindingPlace place, string path) => RuleMessage.Error(Id, place, Message, path);
}
