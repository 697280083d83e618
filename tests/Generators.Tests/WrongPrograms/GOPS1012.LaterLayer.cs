namespace Home;

public abstract class Small : FluxApp
{
    public override ManifestList Manifests => [];
}

[App<Ns.Database>] public sealed class Infrastructure : FluxLayer;
[App<Ns.Database>, DependsOn<Infrastructure>] public sealed class Databases : FluxLayer;
[App<Ns.Database>, DependsOn<Databases>] public sealed class Applications : FluxLayer;

[App<Ns.Media>, In<Infrastructure>, [|DependsOn<Authentik>|]] public sealed class CertManager : Small;
[App<Ns.Media>, In<Applications>] public sealed class Authentik : Small;
//// right
namespace Home;

public abstract class Small : FluxApp
{
    public override ManifestList Manifests => [];
}

[App<Ns.Database>] public sealed class Infrastructure : FluxLayer;
[App<Ns.Database>, DependsOn<Infrastructure>] public sealed class Databases : FluxLayer;
[App<Ns.Database>, DependsOn<Databases>] public sealed class Applications : FluxLayer;

[App<Ns.Media>, In<Infrastructure>] public sealed class CertManager : Small;
[App<Ns.Media>, In<Applications>, DependsOn<CertManager>] public sealed class Authentik : Small;
