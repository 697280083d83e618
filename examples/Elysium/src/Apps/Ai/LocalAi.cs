namespace Elysium;

/// <summary>The interface of OpenAI over models of our own.</summary>
[App<Ns.Ai>(Directory = "ai/local-ai"), In<Apps>, RunsOn<Kyrion>]
[DependsOn<GpuPlugin>]
// renovate: datasource=helm registryUrl=https://go-skynet.github.io/helm-charts depName=local-ai
public sealed class LocalAi() : HelmApp(static charts => charts.GoSkynet, "local-ai", "3.4.2")
{
    protected override Values ChartValues => new()
    {
        ["deployment"] = new() { ["image"] = new() { ["repository"] = "localai/localai", ["tag"] = "v3.7.0-gpu-intel-f16" } },
        ["resources"] = Gpu.Resources("12Gi"),
        ["persistence"] = new() { ["models"] = new() { ["size"] = "80Gi" } },
    };
}
