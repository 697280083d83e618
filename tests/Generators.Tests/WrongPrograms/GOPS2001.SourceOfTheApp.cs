namespace Home;

[SubstituteFrom<OtherSecrets>]
[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" }, Values = new() { ["host"] = "${TOKEN} [|${TYPO}|]" } } },
    ];
}
//// right
namespace Home;

[SubstituteFrom<OtherSecrets>]
[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" }, Values = new() { ["host"] = "${TOKEN} ${SECRET_DOMAIN}" } } },
    ];
}
