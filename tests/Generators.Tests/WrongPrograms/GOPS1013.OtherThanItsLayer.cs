namespace Home;

public abstract class Small : FluxApp
{
    public override ManifestList Manifests => [];
}

[Cluster("clusters/kyrion")] public sealed partial class Kyrion : FluxCluster;
[Cluster("clusters/styx")] public sealed partial class Styx : FluxCluster;

[App<Ns.Database>, RunsOn<Kyrion>] public sealed class Databases : FluxLayer;

[App<Ns.Database>, In<Databases>, RunsOn<Kyrion>, [|RunsOn<Styx>|]] public sealed class Postgres : Small;
//// right
namespace Home;

public abstract class Small : FluxApp
{
    public override ManifestList Manifests => [];
}

[Cluster("clusters/kyrion")] public sealed partial class Kyrion : FluxCluster;
[Cluster("clusters/styx")] public sealed partial class Styx : FluxCluster;

[App<Ns.Database>, RunsOn<Kyrion>] public sealed class Databases : FluxLayer;

[App<Ns.Database>, In<Databases>, RunsOn<Kyrion>] public sealed class Postgres : Small;
