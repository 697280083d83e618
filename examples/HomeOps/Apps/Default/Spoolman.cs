namespace HomeOps;

/// <summary>How much filament is left. Its backup and its login are made by constructs, without a component; the login needs no grant, for the outpost lives in this namespace.</summary>
[App<Ns.Default>]
[DependsOn<SecretStores>, DependsOn<VolSyncOperator>, DependsOn<RookCephCluster>]
public sealed class Spoolman : FluxApp
{
    private ExternalSecret Restic => field ??= Akeyless.Secret("spoolman-volsync", "/storage/volsync", new()
    {
        ["RESTIC_REPOSITORY"] = "{{ .BUCKET_URL }}/spoolman",
        ["RESTIC_PASSWORD"] = "{{ .RESTIC_PASSWORD }}",
        ["AWS_ACCESS_KEY_ID"] = "{{ .ACCESS_KEY_ID }}",
        ["AWS_SECRET_ACCESS_KEY"] = "{{ .SECRET_ACCESS_KEY }}",
    });

    private VolSyncBackup Backup => field ??= new() { Capacity = "1Gi", Repository = Restic, StorageClass = "ceph-block", SnapshotClass = "csi-ceph-block", SecurityContext = Pods.NasUser.SecurityContext };

    public override ManifestList Manifests =>
    [
        Restic,
        Backup,
        new ForwardAuth(Ref<Authentik>.To(authentik => authentik.Outpost), 9000, "/outpost.goauthentik.io/auth/envoy"),
        new AppTemplate("4.1.1")
        {
            Container = new()
            {
                Image = new("ghcr.io/donkie/spoolman", "0.22.1"),
                Env = new() { ["TZ"] = ClusterSettings.Timezone, ["SPOOLMAN_DIR_DATA"] = "/data" },
                Probes = AppProbes.Http("/api/v1/health"),
                Resources = Pods.Resources("10m", "256Mi"),
            },
            Port = 8000,
            Route = new($"spools.{ClusterSecrets.SecretDomain}", Ref<EnvoyGateway>.To(gateway => gateway.Internal)),
            Pod = Pods.NasUser,
            Persistence = new() { ["data"] = new ClaimVolume(Backup.Claim) { Mount = "/data" } },
        },
    ];
}
