namespace Home;

public abstract class Small : FluxApp
{
    public override ManifestList Manifests => [];
}

[App<Ns.Database>] public sealed class Infrastructure : FluxLayer;
[App<Ns.Database>, DependsOn<Infrastructure>] public sealed class Databases : FluxLayer;
[App<Ns.Database>, DependsOn<Databases>] public sealed class Applications : FluxLayer;

[App<Ns.Media>, In<Databases>] public sealed class Postgres : Small;
[App<Ns.Media>, In<Databases>, [|DependsOn<Postgres>|]] public sealed class PgAdmin : Small;
//// right
namespace Home;

public abstract class Small : FluxApp
{
    public override ManifestList Manifests => [];
}

[App<Ns.Database>] public sealed class Infrastructure : FluxLayer;
[App<Ns.Database>, DependsOn<Infrastructure>] public sealed class Databases : FluxLayer;
[App<Ns.Database>, DependsOn<Databases>] public sealed class Applications : FluxLayer;

[App<Ns.Media>, In<Databases>] public sealed class Postgres : Small;
[App<Ns.Media>, In<Applications>, DependsOn<Postgres>] public sealed class PgAdmin : Small;
