namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new OCIRepository { Spec = new() { Interval = "1h", Url = [|"oci://ghcr.io/me/chart:1.0.0"|], Ref = new() { Tag = "1.0.0" } } },
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
