using GitOps.Models.EnvoyGateway;
using GitOps.Models.GatewayApi;

namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    HTTPRoute Route => field ??= new() { Spec = new() };

    public override ManifestList Manifests =>
    [
        Route,
        new SecurityPolicy { Spec = [|new()|] { TargetRef = Route, TargetRefs = [Route] } },
    ];
}
//// right
using GitOps.Models.EnvoyGateway;
using GitOps.Models.GatewayApi;

namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    HTTPRoute Route => field ??= new() { Spec = new() };

    public override ManifestList Manifests =>
    [
        Route,
        new SecurityPolicy { Spec = new() { TargetRefs = [Route] } },
    ];
}
