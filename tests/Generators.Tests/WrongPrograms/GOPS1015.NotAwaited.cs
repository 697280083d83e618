using GitOps.Models.ExternalSecrets;

namespace Home;

[App<Ns.Database>, Provides("external-secrets.io")]
public sealed class ExternalSecrets : FluxApp
{
    public override ManifestList Manifests => [];
}

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        [|new ExternalSecret|] { Spec = new() { SecretStoreRef = new() { Name = "vault", Kind = "ClusterSecretStore" }, DataFrom = [new() { Extract = new() { Key = "sonarr" } }] } },
    ];
}
//// right
using GitOps.Models.ExternalSecrets;

namespace Home;

[App<Ns.Database>, Provides("external-secrets.io")]
public sealed class ExternalSecrets : FluxApp
{
    public override ManifestList Manifests => [];
}

[App<Ns.Media>, DependsOn<ExternalSecrets>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new ExternalSecret { Spec = new() { SecretStoreRef = new() { Name = "vault", Kind = "ClusterSecretStore" }, DataFrom = [new() { Extract = new() { Key = "sonarr" } }] } },
    ];
}
