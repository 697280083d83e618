namespace Home;

public static class Tiers
{
    public static Tier Critical { get; } = new("critical", "5m");

    public static Tier Standard { get; } = new("standard", "1h") { Minimum = "10m" };
}

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override Tier? Tier => Tiers.Standard;

    public override Duration? Interval => [|"1m"|];

    public override ManifestList Manifests => [];
}
//// right
namespace Home;

public static class Tiers
{
    public static Tier Critical { get; } = new("critical", "5m");

    public static Tier Standard { get; } = new("standard", "1h") { Minimum = "10m" };
}

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override Tier? Tier => Tiers.Standard;

    public override Duration? Interval => "15m";

    public override ManifestList Manifests => [];
}
