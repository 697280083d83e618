namespace Elysium;

/// <summary>Streams of the cameras, in both houses.</summary>
[App<Ns.Mediamtx>, In<Apps>]
public sealed class Mediamtx() : OneChartApp("bluenviron/mediamtx", "1.15.4", 8888)
{
    protected override Values Vars => new() { ["MTX_PROTOCOLS"] = "tcp", ["TZ"] = ClusterVars.Timezone };

    protected override ManifestList Others => [Tailnet.Ingress($"cameras-{ClusterVars.Cluster}", Name)];
}
