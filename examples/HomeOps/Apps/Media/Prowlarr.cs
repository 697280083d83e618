namespace HomeOps;

/// <summary>Indexers for the others. It touches no media, so it stays up without the NAS.</summary>
[App<Ns.Media>]
public sealed class Prowlarr : FluxApp
{
    public override ComponentList Components => [new Volsync { Capacity = "1Gi" }, new ExtAuthInternal()];

    public override ManifestList Manifests =>
    [
        new AppTemplate("4.1.1")
        {
            Container = new()
            {
                Image = new("ghcr.io/home-operations/prowlarr", "2.6.1.5509"),
                Env = new() { ["TZ"] = ClusterSettings.Timezone, ["PROWLARR__AUTH__METHOD"] = "External", ["PROWLARR__SERVER__PORT"] = 9696 },
                Probes = AppProbes.Http("/ping"),
                Resources = Pods.Resources("50m", "512Mi"),
                SecurityContext = Pods.Restricted,
            },
            Port = 9696,
            Route = new($"prowlarr.{ClusterSecrets.SecretDomain}", Ref<EnvoyGateway>.To(gateway => gateway.Internal)),
            Pod = Pods.NasUser,
            Persistence = new() { ["config"] = new ClaimVolume(Volsync.PersistentVolumeClaim), ["tmp"] = new EmptyDirVolume() },
        },
    ];
}
