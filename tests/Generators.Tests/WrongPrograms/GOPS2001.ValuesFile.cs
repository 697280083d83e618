namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new ConfigMapGenerator("values") { KeyedFiles = new() { ["values.yaml"] = Files.Beside("resources/values.yaml") } },
    ];
}
//// beside resources/values.yaml
host: sonarr.${SECRET_DOMAIN}
other: "[|${TYPO}|]"
//// right beside resources/values.yaml
host: sonarr.${SECRET_DOMAIN}
other: "$${TYPO}"
