namespace HomeOps;

/// <summary>Keeps films of the web, from outside too: the login stands at the external gateway.</summary>
[App<Ns.Media>]
public sealed class Ytptube : FluxApp
{
    public override ComponentList Components => [new Volsync { Capacity = "1Gi" }, new Keda { Probe = BlackboxExporter.NasProbe }, new ExtAuthExternal()];

    public override ManifestList Manifests =>
    [
        new AppTemplate("4.1.1")
        {
            Container = new()
            {
                Image = new("ghcr.io/arabcoders/ytptube", "v1.0.6"),
                Env = new() { ["TZ"] = ClusterSettings.Timezone, ["YTP_DOWNLOAD_PATH"] = "/media" },
                Probes = AppProbes.Http("/api/ping"),
                Resources = Pods.Resources("50m", "2Gi"),
                SecurityContext = Pods.Restricted,
            },
            Port = 8081,
            Route = new($"tube.{ClusterSecrets.SecretDomain}", Ref<EnvoyGateway>.To(gateway => gateway.External)),
            Pod = Pods.NasUser,
            Persistence = new() { ["config"] = new ClaimVolume(Volsync.PersistentVolumeClaim), ["media"] = Pods.Share("/mnt/pool/tube", "/media"), ["tmp"] = new EmptyDirVolume() },
        },
    ];
}
