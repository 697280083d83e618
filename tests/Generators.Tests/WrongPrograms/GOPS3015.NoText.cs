namespace Home;

public sealed partial class Scratch : FluxComponent
{
    [Variable] public required Quantity Capacity { get; init; }

    [Variable] public required DateTime [|Until|] { get; init; }

    protected override ManifestList Manifests => [new PersistentVolumeClaim(AppName) { Spec = new() { Resources = new() { Requests = new() { ["storage"] = Variables.Capacity } } } }];
}

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ComponentList Components => [new Scratch { Capacity = "5Gi", Until = DateTime.UnixEpoch }];

    public override ManifestList Manifests => [new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" } } }];
}
//// right
namespace Home;

public sealed partial class Scratch : FluxComponent
{
    [Variable] public required Quantity Capacity { get; init; }

    [Variable] public required string Until { get; init; }

    protected override ManifestList Manifests => [new PersistentVolumeClaim(AppName) { Spec = new() { Resources = new() { Requests = new() { ["storage"] = Variables.Capacity } } } }];
}

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ComponentList Components => [new Scratch { Capacity = "5Gi", Until = "2026-01-01" }];

    public override ManifestList Manifests => [new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" } } }];
}
