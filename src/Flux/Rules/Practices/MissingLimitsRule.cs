namespace GitOps;

/// <summary>A container without a limit of its memory. Off unless the cluster asks for it.</summary>
internal static class MissingLimitsRule
{
    public const string Id = RuleIds.MissingLimits;
    public const string Title = "A container without limits";
    public const string Message = "the container '{0}' has no {1}; without it one Pod can take a node's memory from all others";

    /// <summary>Of one container, without a place; nothing where a field may be there and is not seen.</summary>
    public static Finding? Of(string name, DataValue container)
    {
        if (!container.Knows("resources") || !container.MapOf("resources").Knows("limits") || !container.MapOf("resources").MapOf("limits").Knows("memory"))
            return null;
        return container.MapOf("resources").MapOf("limits")["memory"] is { Kind: not DataKind.Null } ? null : RuleMessage.Warning(Id, null, Message, name, "resources.limits.memory");
    }
}
