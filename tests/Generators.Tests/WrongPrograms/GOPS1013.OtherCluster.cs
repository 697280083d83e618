namespace Home;

public abstract class Small : FluxApp
{
    public override ManifestList Manifests => [];
}

[Cluster("clusters/kyrion")] public sealed partial class Kyrion : FluxCluster;
[Cluster("clusters/styx")] public sealed partial class Styx : FluxCluster;

[App<Ns.Database>, RunsOn<Kyrion>] public sealed class Postgres : Small;
[App<Ns.Media>, [|DependsOn<Postgres>|]] public sealed class Mealie : Small;
//// right
namespace Home;

public abstract class Small : FluxApp
{
    public override ManifestList Manifests => [];
}

[Cluster("clusters/kyrion")] public sealed partial class Kyrion : FluxCluster;
[Cluster("clusters/styx")] public sealed partial class Styx : FluxCluster;

[App<Ns.Database>, RunsOn<Kyrion>] public sealed class Postgres : Small;
[App<Ns.Media>, RunsOn<Kyrion>, DependsOn<Postgres>] public sealed class Mealie : Small;
