namespace Anton;

[App<Ns.Storage>, Provides("snapshot.storage.k8s.io")]
[DependsOn<CoreDns>]
public sealed class SnapshotController : HelmChartApp
{
    public override Tier Tier => Tiers.Core;

    public override bool? Wait => true;

    protected override ObjectRef<HelmRepository> Repository => Ref<Repositories>.To(repositories => repositories.Piraeus);

    // renovate: datasource=helm registryUrl=https://piraeus.io/helm-charts depName=snapshot-controller
    protected override string Version => "4.1.1";

    protected override Values Values => new() { ["controller"] = new() { ["replicaCount"] = 1, ["resources"] = Sized.Small } };
}

[App<Ns.Storage>(Name = "volsync"), Provides("volsync.backube")]
[DependsOn<SnapshotController>]
public sealed class VolSync : HelmChartApp
{
    public override Tier Tier => Tiers.Core;

    public override bool? Wait => true;

    protected override ObjectRef<HelmRepository> Repository => Ref<Repositories>.To(repositories => repositories.Backube);

    // renovate: datasource=helm registryUrl=https://backube.github.io/helm-charts depName=volsync
    protected override string Version => "0.13.1";

    protected override Values Values => new() { ["manageCRDs"] = true, ["resources"] = Sized.Small };
}

[App<Ns.Storage>]
[DependsOn<SnapshotController>, DependsOn<OnepasswordStore>]
public sealed class Velero : HelmChartApp
{
    private ExternalSecret Keys => field ??= Vault.Secret("velero", "velero", ["cloud"]);

    protected override ObjectRef<HelmRepository> Repository => Ref<Repositories>.To(repositories => repositories.Velero);

    // renovate: datasource=helm registryUrl=https://vmware-tanzu.github.io/helm-charts depName=velero
    protected override string Version => "11.0.0";

    protected override Values Values => new()
    {
        ["credentials"] = new() { ["existingSecret"] = Keys.AsName() },
        ["configuration"] = new()
        {
            ["backupStorageLocation"] = [new() { ["name"] = "default", ["provider"] = "aws", ["bucket"] = "anton-velero", ["config"] = new() { ["s3Url"] = $"https://s3.{ClusterSecrets.SecretDomain}" } }],
        },
        ["resources"] = Sized.Medium,
    };

    public override ManifestList Manifests => [Keys, .. base.Manifests];
}
