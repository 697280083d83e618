namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Deployment
        {
            Spec = new()
            {
                Selector = new() { MatchLabels = new() { ["app"] = "sonarr" } },
                Template = new()
                {
                    Metadata = new() { Labels = new() { ["app"] = "sonarr" } },
                    Spec = new() { Containers = [new() { Name = "app", Image = [|"ghcr.io/home-operations/sonarr:latest"|] }] },
                },
            },
        },
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Deployment
        {
            Spec = new()
            {
                Selector = new() { MatchLabels = new() { ["app"] = "sonarr" } },
                Template = new()
                {
                    Metadata = new() { Labels = new() { ["app"] = "sonarr" } },
                    Spec = new() { Containers = [new() { Name = "app", Image = "ghcr.io/home-operations/sonarr:4.0.15" }] },
                },
            },
        },
    ];
}
