namespace Elysium;

/// <summary>Automation, in both houses; the smaller one gets less. The policy follows version 1.</summary>
[App<Ns.N8n>, In<Apps>]
public sealed class N8n() : OneChartApp("docker.n8n.io/n8nio/n8n", "1.120.4", 5678)
{
    protected override ObjectRef<ImagePolicy> Policy => Ref<ImagePolicies>.To(static images => images.N8n);

    protected override string Health => "/healthz";

    protected override Quantity Memory => "1Gi";

    protected override Values Vars => new() { ["N8N_HOST"] = $"n8n-{ClusterVars.Cluster}", ["WEBHOOK_URL"] = $"https://n8n.{ClusterVars.Domain}/", ["GENERIC_TIMEZONE"] = ClusterVars.Timezone };

    protected override Values Volumes => [Volume("data", "/home/node/.n8n", "5Gi")];

    protected override ManifestList Others => [Tailnet.Ingress($"n8n-{ClusterVars.Cluster}", Name), Web.Route("n8n", Name)];

    protected override IReadOnlyList<Patch> PatchesOn(FluxCluster cluster) => cluster is Styx
        ? [Patch.On(Release).Merge(new() { ["spec"] = new() { ["values"] = new() { ["resources"] = new() { ["limits"] = new() { ["memory"] = "512Mi" } } } } })]
        : [];
}
