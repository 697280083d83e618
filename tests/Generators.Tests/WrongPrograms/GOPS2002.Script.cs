namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" }, Values = new() { ["host"] = """
            for i in 1 2; do
              echo [|${i%}|]
            done
            """ } } },
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" }, Values = new() { ["host"] = Text.Literal("""
            for i in 1 2; do
              echo ${i%}
            done
            """) } } },
    ];
}
