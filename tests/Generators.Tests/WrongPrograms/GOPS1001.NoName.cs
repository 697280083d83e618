namespace Home;

[App<Ns.Media>, [|DependsOn<Rook>|]]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [];
}

public sealed class Rook : KustomizationReference;
//// right
namespace Home;

[App<Ns.Media>, DependsOn<Rook>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [];
}

[KustomizationName("storage", "rook")]
public sealed class Rook : KustomizationReference;
