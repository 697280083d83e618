namespace HomeOps;

/// <summary>Where the family asks for films; they do it from outside too, so the login stands at the external gateway.</summary>
[App<Ns.Media>]
public sealed class Seerr : FluxApp
{
    public override ComponentList Components => [new Volsync { Capacity = "2Gi" }, new ExtAuthExternal()];

    public override ManifestList Manifests =>
    [
        new AppTemplate("4.1.1")
        {
            Container = new()
            {
                Image = new("ghcr.io/seerr-team/seerr", "v3.0.1"),
                Env = new() { ["TZ"] = ClusterSettings.Timezone },
                Probes = AppProbes.Http("/api/v1/status"),
                Resources = Pods.Resources("50m", "1Gi"),
                SecurityContext = Pods.Restricted,
            },
            Port = 5055,
            Route = new($"requests.{ClusterSecrets.SecretDomain}", Ref<EnvoyGateway>.To(gateway => gateway.External)),
            Pod = Pods.NasUser,
            Persistence = new() { ["config"] = new ClaimVolume(Volsync.PersistentVolumeClaim), ["tmp"] = new EmptyDirVolume() },
        },
    ];
}
