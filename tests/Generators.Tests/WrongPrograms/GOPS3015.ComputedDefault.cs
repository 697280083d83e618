namespace Home;

public sealed partial class Scratch : FluxComponent
{
    [Variable] public required Quantity Capacity { get; init; }

    [Variable] public string [|Note|] { get; init; } = Guid.NewGuid().ToString();

    protected override ManifestList Manifests => [new PersistentVolumeClaim(AppName) { Spec = new() { Resources = new() { Requests = new() { ["storage"] = Variables.Capacity } } } }];
}

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ComponentList Components => [new Scratch { Capacity = "5Gi" }];

    public override ManifestList Manifests => [new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" } } }];
}
//// right
namespace Home;

public sealed partial class Scratch : FluxComponent
{
    [Variable] public required Quantity Capacity { get; init; }

    [Variable] public string Note { get; init; } = nameof(Scratch);

    protected override ManifestList Manifests => [new PersistentVolumeClaim(AppName) { Spec = new() { Resources = new() { Requests = new() { ["storage"] = Variables.Capacity } } } }];
}

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ComponentList Components => [new Scratch { Capacity = "5Gi" }];

    public override ManifestList Manifests => [new HelmRelease { Spec = new() { Interval = "1h", ChartRef = new() { Kind = "OCIRepository", Name = "app" } } }];
}
