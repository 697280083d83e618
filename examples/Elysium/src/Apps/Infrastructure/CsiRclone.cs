namespace Elysium;

/// <summary>Volumes that lie in the cloud. Its chart comes as an OCI artifact, so it needs no repository.</summary>
[App<Ns.CsiRclone>, In<InfraControllers>]
public sealed class CsiRclone : FluxApp
{
    private OCIRepository Chart => field ??= new()
    {
        Spec = new()
        {
            Interval = "1h",
            LayerSelector = new() { MediaType = "application/vnd.cncf.helm.chart.content.v1.tar+gzip", Operation = "copy" },
            Url = "oci://ghcr.io/veloxpack/charts/csi-driver-rclone",
            Ref = new() { Tag = "0.2.0", Comments = new() { ["tag"] = "renovate: datasource=docker depName=ghcr.io/veloxpack/charts/csi-driver-rclone" } },
        },
    };

    public override ManifestList Manifests => [Chart, new HelmRelease { Spec = new() { Interval = "1h", ChartRef = Chart } }];
}
