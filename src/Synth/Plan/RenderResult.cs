namespace GitOps;

/// <summary>What rendering the apps gave: a plan, the faults found on the way, or both.</summary>
/// <param name="Plan">The plan, or <see langword="null"/> when faults leave none.</param>
/// <param name="Findings">All faults; one of severity error means that nothing is written.</param>
internal sealed record RenderResult(TreePlan? Plan, IReadOnlyList<Finding> Findings)
{
    public RenderResult(TreePlan plan) : this(plan, []) { }

    public RenderResult(params Finding[] findings) : this(null, findings) { }
}
