namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [Shared.Map()];
}

public static class Shared
{
    public static ConfigMap Map() => new() { Data = new() { ["host"] = "a.[|${SECRET_DOMIAN}|]" } };
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [Shared.Map()];
}

public static class Shared
{
    public static ConfigMap Map() => new() { Data = new() { ["host"] = "a.${SECRET_DOMAIN}" } };
}
