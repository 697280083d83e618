namespace HomeOps;

/// <summary>KEDA: scales apps by what happens; the component Keda says for which app and when. Its chart is in a classic Helm repository.</summary>
[App<Ns.Observability>(Name = "keda"), Provides("keda.sh")]
public sealed class KedaOperator : FluxApp
{
    private HelmRepository Repository => field ??= new() { Spec = new() { Interval = "1h", Url = "https://kedacore.github.io/charts" } };

    public override bool? Wait => true;

    public override ManifestList Manifests =>
    [
        Repository,
        new HelmRelease
        {
            Spec = new()
            {
                Interval = "1h",
                Chart = new()
                {
                    Spec = new()
                    {
                        Chart = "keda",
                        Version = "2.18.1",
                        SourceRef = Repository,
                        Comments = new() { ["version"] = "renovate: datasource=helm registryUrl=https://kedacore.github.io/charts depName=keda" },
                    },
                },
                Values = new() { ["prometheus"] = new() { ["operator"] = new() { ["enabled"] = true, ["serviceMonitor"] = new() { ["enabled"] = true } } } },
            },
        },
    ];
}
