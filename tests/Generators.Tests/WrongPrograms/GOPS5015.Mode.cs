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
                    Spec = new()
                    {
                        Containers = [new() { Name = "app", Image = "ghcr.io/me/app:1.0" }],
                        Volumes = [new() { Name = "scripts", ConfigMap = new() { Name = "scripts", DefaultMode = [|0555|] } }],
                    },
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
                    Spec = new()
                    {
                        Containers = [new() { Name = "app", Image = "ghcr.io/me/app:1.0" }],
                        Volumes = [new() { Name = "scripts", ConfigMap = new() { Name = "scripts", DefaultMode = Octal("0555") } }],
                    },
                },
            },
        },
    ];
}
