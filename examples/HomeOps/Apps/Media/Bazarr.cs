namespace HomeOps;

/// <summary>Subtitles.</summary>
[App<Ns.Media>]
public sealed class Bazarr : FluxApp
{
    public override ComponentList Components => [new Volsync { Capacity = "2Gi" }, new Keda { Probe = BlackboxExporter.NasProbe }, new ExtAuthInternal()];

    public override ManifestList Manifests =>
    [
        new AppTemplate("4.1.1")
        {
            Container = new()
            {
                Image = new("ghcr.io/home-operations/bazarr", "1.6.0"),
                Env = new() { ["TZ"] = ClusterSettings.Timezone },
                Probes = AppProbes.Http("/health"),
                Resources = Pods.Resources("50m", "512Mi"),
                SecurityContext = Pods.Restricted,
            },
            Port = 6767,
            Route = new($"bazarr.{ClusterSecrets.SecretDomain}", Ref<EnvoyGateway>.To(gateway => gateway.Internal)),
            Pod = Pods.NasUser,
            Persistence = new() { ["config"] = new ClaimVolume(Volsync.PersistentVolumeClaim), ["media"] = Pods.Share("/mnt/pool/media", "/media"), ["tmp"] = new EmptyDirVolume() },
        },
    ];
}
