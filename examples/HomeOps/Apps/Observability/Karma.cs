namespace HomeOps;

/// <summary>All alerts on one page, to look at and to silence.</summary>
[App<Ns.Observability>]
[DependsOn<Alertmanager>]
public sealed class Karma : FluxApp
{
    public override ComponentList Components => [new ExtAuthInternal()];

    public override ManifestList Manifests =>
    [
        new AppTemplate("4.1.1")
        {
            Container = new()
            {
                Image = new("ghcr.io/prymitive/karma", "v0.121"),
                Env = new() { ["ALERTMANAGER_URI"] = Alertmanager.Url },
                Probes = AppProbes.Http("/health"),
                Resources = Pods.Resources("10m", "128Mi"),
                SecurityContext = Pods.Restricted,
            },
            Port = 8080,
            Route = new($"alerts.{ClusterSecrets.SecretDomain}", Ref<EnvoyGateway>.To(gateway => gateway.Internal)),
        },
    ];
}
