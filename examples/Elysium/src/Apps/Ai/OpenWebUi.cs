namespace Elysium;

/// <summary>Chat with the models of Ollama; it asks SearXNG when they should know what is new.</summary>
[App<Ns.Ai>(Directory = "ai/open-webui"), In<Apps>, RunsOn<Kyrion>]
// renovate: datasource=helm registryUrl=https://helm.openwebui.com depName=open-webui
public sealed class OpenWebUi() : HelmApp(static charts => charts.OpenWebUi, "open-webui", "8.18.0")
{
    protected override IReadOnlyList<HelmReleaseDependsOn> DependsOnReleases => [Ref<Ollama>.To(static app => app.Release)];

    protected override Values ChartValues => new()
    {
        ["ollama"] = new() { ["enabled"] = false },
        ["pipelines"] = new() { ["enabled"] = false },
        ["ollamaUrls"] = [Ollama.Url],
        ["extraEnvVars"] = [new() { ["name"] = "SEARXNG_QUERY_URL", ["value"] = "http://searxng.ai.svc/search?q=<query>" }],
        ["persistence"] = new() { ["size"] = "10Gi" },
    };

    protected override ManifestList Others => [Tailnet.Ingress("chat", Name), Web.Route("chat", Name)];
}
