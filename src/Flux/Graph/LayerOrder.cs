namespace GitOps;

/// <summary>The order of layers, as they themselves say it, and what their apps add to it.</summary>
internal sealed class LayerOrder
{
    private readonly Dictionary<KustomizationId, AppModel> apps;

    /// <param name="apps">The Kustomizations with what they themselves depend on.</param>
    public LayerOrder(IEnumerable<AppModel> apps) => this.apps = apps.GroupBy(static app => app.Id).ToDictionary(static same => same.Key, static same => same.First());

    /// <summary>What Flux makes of a need: nothing within one layer, a dependency of the layer, or a contradiction where the other comes later.</summary>
    public LayerVerdict Judge(LayerMemberModel member, LayerNeed need) =>
        need.AppliedBy == member.Layer ? LayerVerdict.SameLayer
        : Waits(need.AppliedBy, member.Layer) ? LayerVerdict.Later
        : LayerVerdict.Earlier;

    /// <summary>Kustomizations with what the apps of layers need among the layer's dependencies: each once, and none that contradicts the order.</summary>
    public IEnumerable<AppModel> With(IEnumerable<AppModel> apps, IReadOnlyCollection<LayerMemberModel> members)
    {
        var byLayer = members.ToLookup(static member => member.Layer);
        foreach (var app in apps)
        {
            var said = new HashSet<KustomizationId>(app.Dependencies.Select(static dependency => dependency.Target));
            var added = byLayer[app.Id].SelectMany(member => member.Needs.Where(need => Judge(member, need) == LayerVerdict.Earlier && !IsAwaited(member.Layer, need)))
                .Where(need => said.Add(need.AppliedBy)).Select(static need => need.Dependency with { Target = need.AppliedBy }).ToList();
            yield return added.Count == 0 ? app : app with { Dependencies = [.. app.Dependencies, .. added] };
        }
    }

    /// <summary>
    /// Whether a layer waits for what a need names already, through other layers: of one source, a Kustomization is ready for a revision only behind those that it depends on, so to say it once more
    /// adds nothing.
    /// </summary>
    public bool IsAwaited(KustomizationId layer, LayerNeed need) => !need.Dependency.HasReadyExpression && Waits(layer, need.AppliedBy);

    /// <summary>Whether a Kustomization waits for another, however far.</summary>
    private bool Waits(KustomizationId from, KustomizationId to)
    {
        var seen = new HashSet<KustomizationId>();
        var open = new Stack<KustomizationId>();
        open.Push(from);
        while (open.Count > 0)
            if (apps.TryGetValue(open.Pop(), out var app))
                foreach (var dependency in app.Dependencies)
                {
                    if (dependency.IsImplied)
                        continue;
                    if (dependency.Target == to)
                        return true;
                    if (seen.Add(dependency.Target))
                        open.Push(dependency.Target);
                }

        return false;
    }
}

/// <summary>Where what an app of a layer needs stands.</summary>
internal enum LayerVerdict
{
    /// <summary>The layer can wait for it.</summary>
    Earlier,

    /// <summary>It is in the same layer, which Flux applies at once.</summary>
    SameLayer,

    /// <summary>It waits for the layer itself.</summary>
    Later,
}
