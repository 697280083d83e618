namespace HomeOps;

/// <summary>The house itself. Its own keys are a SOPS file beside this one, which goes into the tree as it is; phones reach it from outside and log in by themselves.</summary>
[App<Ns.Default>]
public sealed class HomeAssistant : FluxApp
{
    // In the encrypted file; SOPS keeps the names readable.
    private Secret Keys => field ??= Provided(new Secret("home-assistant"));

    public override ComponentList Components => [new Volsync { Capacity = "10Gi" }];

    public override ManifestList Manifests =>
    [
        new Encrypted("resources/home-assistant.sops.yaml"),
        new AppTemplate("4.1.1")
        {
            Annotations = Pods.Reloaded,
            Container = new()
            {
                Image = new("ghcr.io/home-operations/home-assistant", "2026.7.2@sha256:547d0fcb67ceb2c2d3adf22db37c7ea79d9ff9e91f3e3c536c6aebd998083f0f"),
                Env = new() { ["TZ"] = ClusterSettings.Timezone },
                EnvFrom = [Keys],
                Probes = AppProbes.Http("/"),
                Resources = Pods.Resources("100m", "2Gi"),
                SecurityContext = Pods.Restricted,
            },
            Port = 8123,
            Route = new($"home.{ClusterSecrets.SecretDomain}", Ref<EnvoyGateway>.To(gateway => gateway.External)),
            Pod = Pods.NasUser,
            Persistence = new() { ["config"] = new ClaimVolume(Volsync.PersistentVolumeClaim), ["tmp"] = new EmptyDirVolume() },
        },
    ];
}
