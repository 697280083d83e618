namespace GitOps;

/// <summary>Folders that include each other, or a folder around them.</summary>
internal static class IncludeCircleRule
{
    public const string Id = RuleIds.IncludeCircle;
    public const string Title = "Kustomizations include each other in a circle";
    public const string Message = "'{0}' is on the way to itself ({1}); kustomize takes no folder that includes itself or one around it";

    public static Finding Of(FindingPlace place, string folder, IEnumerable<string> way) =>
        RuleMessage.Error(Id, place, Message, folder.Length == 0 ? "." : folder, string.Join(" → ", way.Select(static step => step.Length == 0 ? "." : step)));
}
