namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new OCIRepository { Spec = new() { Interval = "1h", Url = "oci://ghcr.io/me/chart", Ref = new() { Semver = [|">=latest"|] } } },
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new OCIRepository { Spec = new() { Interval = "1h", Url = "oci://ghcr.io/me/chart", Ref = new() { Semver = "1.0.0" } } },
    ];
}
