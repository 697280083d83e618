namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [new ConfigMap { Data = new() { ["url"] = $"https://sonarr.{[|ClusterSecrets.SecretDomain|]}", ["own"] = "${TOKEN}", ["script"] = "cd\necho ${SECRET_DOMAIN}" } }];
}
//// right
namespace Home;

[App<Ns.Media>, SubstituteFrom<ClusterSecrets>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests => [new ConfigMap { Data = new() { ["url"] = $"https://sonarr.{ClusterSecrets.SecretDomain}", ["own"] = Text.Literal("${TOKEN}") } }];
}
//// prelude
global using GitOps;
global using GitOps.Models.Kubernetes;

namespace Home;

public static class Ns
{
    public sealed class Media : FluxNamespace;
}

[Cluster("kubernetes")]
public sealed partial class HomeCluster : FluxCluster;

public sealed class ClusterSecrets : VariableSource
{
    public const string SecretDomain = "${SECRET_DOMAIN}";

    public override string Kind => "Secret";

    public override string Name => "cluster-secrets";
}
