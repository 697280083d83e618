namespace GitOps;

/// <summary>One object twice in one build: kustomize refuses the second, also when only a namespace of the kustomization makes them equal.</summary>
internal static class ObjectTwiceInBuildRule
{
    public const string Id = RuleIds.ObjectTwiceInBuild;
    public const string Title = "An object stands twice in one build";
    public const string Message = "{0} is in this build already{1}; the build fails on the second";

    /// <summary>Takes each object that has the id of an earlier one out, from an index on. Of two Flux Kustomizations another rule speaks, as it does in C#.</summary>
    public static void RemoveTwins(KustomizeResult build, int from, FindingList findings)
    {
        foreach (var (twin, first) in build.TakeTwins(from))
            findings.Add(RuleMessage.Error(Id, twin.Place, Message, twin.ToString(), first.Place == twin.Place ? ", for its file is listed twice" : $", from {first.Place}") with { AlsoAt = [first.Place] });
    }
}
