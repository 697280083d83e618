namespace Elysium;

/// <summary>Search that tells nobody who asked. Its tags are a date and a commit; the policy compares the date.</summary>
[App<Ns.Ai>(Name = "searxng", Directory = "ai/searxng"), In<Apps>, RunsOn<Kyrion>]
public sealed class SearXng() : OneChartApp("searxng/searxng", "2025.11.21-b876d0bed", 8080)
{
    protected override ObjectRef<ImagePolicy> Policy => Ref<ImagePolicies>.To(static images => images.SearXng);

    protected override string Health => "/healthz";

    protected override ManifestList Others => [Tailnet.Ingress("search", Name)];
}
