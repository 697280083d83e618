namespace HomeOps;

/// <summary>Silences that lie in Git: each is an object, and this tells Alertmanager of them.</summary>
[App<Ns.Observability>, Provides("monitoring.giantswarm.io", "observability.giantswarm.io")]
[DependsOn<Alertmanager>]
public sealed class SilenceOperator : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("gsoci.azurecr.io/charts/giantswarm/silence-operator", "0.20.1");

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
                Values = new() { ["alertmanagerAddress"] = Alertmanager.Url },
            },
        },
    ];
}
