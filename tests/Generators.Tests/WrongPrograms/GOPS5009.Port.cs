using GitOps.Models.GatewayApi;

namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Gateway { Spec = new() { GatewayClassName = "envoy", Listeners = [new() { Name = "web", Port = [|80800|], Protocol = "HTTP" }] } },
    ];
}
//// right
using GitOps.Models.GatewayApi;

namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Gateway { Spec = new() { GatewayClassName = "envoy", Listeners = [new() { Name = "web", Port = 8080, Protocol = "HTTP" }] } },
    ];
}
