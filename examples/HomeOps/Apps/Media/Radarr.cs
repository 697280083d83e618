namespace HomeOps;

/// <summary>Films.</summary>
[App<Ns.Media>]
public sealed class Radarr : FluxApp
{
    public override ComponentList Components => [new Volsync { Capacity = "5Gi" }, new Keda { Probe = BlackboxExporter.NasProbe }, new ExtAuthInternal()];

    public override ManifestList Manifests =>
    [
        new AppTemplate("4.1.1")
        {
            Container = new()
            {
                Image = new("ghcr.io/home-operations/radarr", "6.4.1.10545"),
                Env = new() { ["TZ"] = ClusterSettings.Timezone, ["RADARR__AUTH__METHOD"] = "External", ["RADARR__SERVER__PORT"] = 7878 },
                Probes = AppProbes.Http("/ping"),
                Resources = Pods.Resources("50m", "1Gi"),
                SecurityContext = Pods.Restricted,
            },
            Port = 7878,
            Route = new($"radarr.{ClusterSecrets.SecretDomain}", Ref<EnvoyGateway>.To(gateway => gateway.Internal)),
            Pod = Pods.NasUser,
            Persistence = new() { ["config"] = new ClaimVolume(Volsync.PersistentVolumeClaim), ["media"] = Pods.Share("/mnt/pool/media", "/media"), ["tmp"] = new EmptyDirVolume() },
        },
    ];
}
