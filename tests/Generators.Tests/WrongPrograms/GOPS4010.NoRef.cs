namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new OCIRepository { Spec = [|new()|] { Interval = "1h", Url = "oci://ghcr.io/me/chart" } },
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new OCIRepository { Spec = new() { Interval = "1h", Url = "oci://ghcr.io/me/chart", Ref = new() { Tag = "1.0.0" } } },
    ];
}
