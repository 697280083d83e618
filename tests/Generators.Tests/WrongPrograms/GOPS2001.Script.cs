namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new ConfigMap
        {
            Data = new()
            {
                ["run.sh"] = """
                    #!/bin/bash
                    for i in 1 2 3; do
                      echo "round [|${i}|]"
                    done
                    """,
            },
        },
    ];
}
//// right
namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new ConfigMap
        {
            Data = new()
            {
                ["run.sh"] = Text.Literal(
                    """
                    #!/bin/bash
                    for i in 1 2 3; do
                      echo "round ${i}"
                    done
                    """),
            },
        },
    ];
}
