namespace HomeOps;

/// <summary>Who watched what.</summary>
[App<Ns.Media>]
public sealed class Tautulli : FluxApp
{
    public override ComponentList Components => [new Volsync { Capacity = "5Gi" }, new ExtAuthInternal()];

    public override ManifestList Manifests =>
    [
        new AppTemplate("4.1.1")
        {
            Container = new()
            {
                Image = new("ghcr.io/home-operations/tautulli", "2.16.0"),
                Env = new() { ["TZ"] = ClusterSettings.Timezone },
                Probes = AppProbes.Http("/status"),
                Resources = Pods.Resources("20m", "512Mi"),
                SecurityContext = Pods.Restricted,
            },
            Port = 8181,
            Route = new($"watched.{ClusterSecrets.SecretDomain}", Ref<EnvoyGateway>.To(gateway => gateway.Internal)),
            Pod = Pods.NasUser,
            Persistence = new() { ["config"] = new ClaimVolume(Volsync.PersistentVolumeClaim), ["tmp"] = new EmptyDirVolume() },
        },
    ];
}
