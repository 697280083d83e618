namespace HomeOps;

/// <summary>The External Secrets Operator.</summary>
[App<Ns.ExternalSecrets>, Provides("external-secrets.io", "generators.external-secrets.io")]
public sealed class ExternalSecrets : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/external-secrets/charts/external-secrets", "2.9.0");

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
                Values = new()
                {
                    ["installCRDs"] = true,
                    ["leaderElect"] = true,
                    ["serviceMonitor"] = new() { ["enabled"] = true },
                    ["grafanaDashboard"] = new() { ["enabled"] = true },
                },
            },
        },
    ];
}
