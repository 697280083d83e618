namespace Layers;

/// <summary>K3s brings Traefik along; here stands what it is told. Neither kind has a model, and none is needed.</summary>
[App<Ns.KubeSystem>, In<Infrastructure>]
public sealed class Traefik : FluxApp
{
    /// <summary>Headers that browsers should see of every site.</summary>
    public Manifest SecureHeaders => field ??= new("traefik.io/v1alpha1", "Middleware", "secure-headers")
    {
        ["spec"] = new() { ["headers"] = new() { ["stsSeconds"] = 31_536_000, ["contentTypeNosniff"] = true, ["frameDeny"] = true } },
    };

    public override ManifestList Manifests =>
    [
        new Manifest("helm.cattle.io/v1", "HelmChartConfig", "traefik")
        {
            ["spec"] = new()
            {
                // A text with YAML in it: K3s hands it to the chart.
                ["valuesContent"] =
                    """
                    ports:
                      web:
                        redirections:
                          entryPoint:
                            to: websecure
                            scheme: https
                    service:
                      spec:
                        externalTrafficPolicy: Local
                    """,
            },
        },
        SecureHeaders,
    ];
}
