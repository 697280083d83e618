namespace HomeOps;

/// <summary>The plugin that writes backups and write-ahead logs to object storage.</summary>
[App<Ns.Database>(Directory = "cnpg", Folder = "barman-cloud"), Provides("barmancloud.cnpg.io")]
[DependsOn<CnpgOperator>, DependsOn<CertManager>]
public sealed class CnpgBarmanCloud : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/cloudnative-pg/charts/plugin-barman-cloud", "0.7.1");

    public override bool? Wait => true;

    public override ManifestList Manifests => [Chart, new HelmRelease { Spec = new() { Interval = "1h", ChartRef = Chart } }];
}
