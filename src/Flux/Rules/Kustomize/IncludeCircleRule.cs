namespace GitOps;

/// <summary>Folders that include each other, or a folder around them.</summary>
internal static class IncludeCircleRule
{
    public const string Id = RuleIds.IncludeCircle;
    public const string Title = "Kustomizations include each other in a circle";
    public const string Message = "'{0}' is on the way to itself ({1}); kustomize takes no folder that includes itself or one around it";

    public const string EndlessMessage = "'{0}' applies Kustomizations that build '{1}' again, under new names each time, which goes on without end";

    public static Finding Endless(FindingPlace place, string name, string folder) => RuleMessage.Error(Id, place, EndlessMessage, name, folder);

    public static Finding Of(FindingPlace place, string folder, IEnumerable<string> way) =>
        RuleMessage.Error(Id, place, Message, folder.Length == 0 ? "." : folder, string.Join(" → ", way.Select(static step => step.Length == 0 ? "." : step)));
}
