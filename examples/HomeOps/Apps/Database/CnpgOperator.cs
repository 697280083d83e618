namespace HomeOps;

/// <summary>CloudNativePG. Operator, plugin and cluster are three Kustomizations of one directory, so they share its ks.yaml.</summary>
[App<Ns.Database>(Directory = "cnpg"), Provides("postgresql.cnpg.io")]
public sealed class CnpgOperator : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/cloudnative-pg/charts/cloudnative-pg", "0.29.0");

    public override bool? Wait => true;

    public override ManifestList Manifests =>
    [
        Chart,
        new HelmRelease
        {
            Spec = new()
            {
                Interval = "1h",
                ChartRef = Chart,
                Values = new() { ["crds"] = new() { ["create"] = true }, ["monitoring"] = new() { ["podMonitorEnabled"] = true } },
            },
        },
    ];
}
