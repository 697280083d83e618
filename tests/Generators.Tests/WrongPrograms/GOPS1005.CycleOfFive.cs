namespace Home;

public abstract class Small : FluxApp
{
    public override ManifestList Manifests => [];
}

[App<Ns.Media>, [|DependsOn<B>|]] public sealed class A : Small;
[App<Ns.Media>, DependsOn<C>] public sealed class B : Small;
[App<Ns.Media>(Name = "z"), DependsOn<D>] public sealed class C : Small;
[App<Ns.Media>, DependsOn<E>] public sealed class D : Small;
[App<Ns.Media>, DependsOn<A>] public sealed class E : Small;
//// right
namespace Home;

public abstract class Small : FluxApp
{
    public override ManifestList Manifests => [];
}

[App<Ns.Media>, DependsOn<B>] public sealed class A : Small;
[App<Ns.Media>, DependsOn<C>] public sealed class B : Small;
[App<Ns.Media>(Name = "z"), DependsOn<D>] public sealed class C : Small;
[App<Ns.Media>, DependsOn<E>] public sealed class D : Small;
[App<Ns.Media>] public sealed class E : Small;
