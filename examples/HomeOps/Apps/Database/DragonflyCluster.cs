namespace HomeOps;

/// <summary>The cache that all apps share; each takes a database number of its own.</summary>
[App<Ns.Database>(Directory = "dragonfly", Folder = "cluster")]
[DependsOn<DragonflyOperator>]
public sealed class DragonflyCluster : FluxApp
{
    public Dragonfly Cache => field ??= new()
    {
        Spec = new()
        {
            Image = "ghcr.io/dragonflydb/dragonfly:v1.40.1",
            Comments = new() { ["image"] = "renovate: datasource=docker depName=ghcr.io/dragonflydb/dragonfly" },
            Replicas = 3,
            // $(MAX_MEMORY) is filled in by Kubernetes, not by Flux: only "${" is a variable.
            Args = ["--maxmemory=$(MAX_MEMORY)Mi", "--proactor_threads=2", "--cluster_mode=emulated", "--default_lua_flags=allow-undeclared-keys"],
            Env = [new() { Name = "MAX_MEMORY", ValueFrom = new() { ResourceFieldRef = new() { Resource = "limits.memory", Divisor = "1Mi" } } }],
            Resources = new() { Requests = new() { ["cpu"] = "100m" }, Limits = new() { ["memory"] = "512Mi" } },
        },
    };

    public override IReadOnlyList<HealthCheck> HealthChecks => [Cache];

    public override IReadOnlyList<HealthCheckExpr> HealthCheckExprs => [HealthExpressions.Dragonfly];

    public override ManifestList Manifests =>
    [
        Cache,
        new NetworkPolicy("dragonfly")
        {
            Spec = new()
            {
                PodSelector = new() { MatchLabels = new() { ["app.kubernetes.io/part-of"] = "dragonfly" } },
                PolicyTypes = ["Ingress"],
                Ingress = [new() { From = [new() { NamespaceSelector = new() }], Ports = [new() { Port = 6379, Protocol = "TCP" }] }],
            },
        },
    ];
}
