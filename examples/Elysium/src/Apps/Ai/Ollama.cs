namespace Elysium;

/// <summary>Runs language models on the GPU. Models are large: the first start takes as long as their download.</summary>
[App<Ns.Ai>(Directory = "ai/ollama"), In<Apps>, RunsOn<Kyrion>]
[DependsOn<GpuPlugin>]
// renovate: datasource=helm registryUrl=https://otwld.github.io/ollama-helm depName=ollama
public sealed class Ollama() : HelmApp(static charts => charts.Otwld, "ollama", "1.34.0")
{
    public const string Url = "http://ollama.ai.svc:11434";

    protected override Values ChartValues => new()
    {
        ["ollama"] = new() { ["gpu"] = new() { ["enabled"] = false }, ["models"] = new() { ["pull"] = ["llama3.2", "nomic-embed-text"] } },
        ["persistentVolume"] = new() { ["enabled"] = true, ["size"] = "100Gi" },
        ["resources"] = Gpu.Resources("16Gi"),
    };
}
