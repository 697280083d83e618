namespace HomeOps;

/// <summary>Series: an app of app-template with a backed-up volume, the media on the NAS, and the login in front. It depends on what its components and its route need.</summary>
[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ComponentList Components => [new Volsync { Capacity = "5Gi" }, new Keda { Probe = BlackboxExporter.NasProbe }, new ExtAuthInternal()];

    public override ManifestList Manifests =>
    [
        new AppTemplate("4.1.1")
        {
            Container = new()
            {
                Image = new("ghcr.io/home-operations/sonarr", "4.0.19.3001"),
                Env = new() { ["TZ"] = ClusterSettings.Timezone, ["SONARR__AUTH__METHOD"] = "External", ["SONARR__SERVER__PORT"] = 8989 },
                Probes = AppProbes.Http("/ping"),
                Resources = Pods.Resources("100m", "1Gi"),
                SecurityContext = Pods.Restricted,
            },
            Port = 8989,
            Route = new($"sonarr.{ClusterSecrets.SecretDomain}", Ref<EnvoyGateway>.To(gateway => gateway.Internal)),
            Pod = Pods.NasUser,
            Persistence = new() { ["config"] = new ClaimVolume(Volsync.PersistentVolumeClaim), ["media"] = Pods.Share("/mnt/pool/media", "/media"), ["tmp"] = new EmptyDirVolume() },
        },
    ];
}
