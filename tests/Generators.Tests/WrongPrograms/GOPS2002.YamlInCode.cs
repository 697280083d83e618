namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        Manifest.Yaml(
            """
            # ${IN_A_COMMENT}
            apiVersion: example.org/v1
            kind: Thing
            metadata:
              name: one
            spec:
              host: "a.[|${SECRET_DOMAIN-x}|]"
            """),
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        Manifest.Yaml(
            """
            # ${IN_A_COMMENT}
            apiVersion: example.org/v1
            kind: Thing
            metadata:
              name: one
            spec:
              host: "a.${SECRET_DOMAIN:-x}"
            """),
    ];
}
