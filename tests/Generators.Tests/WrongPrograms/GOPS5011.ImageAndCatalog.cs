using GitOps.Models.CloudNativePG;

namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Cluster
        {
            Spec = [|new()|]
            {
                ImageName = "ghcr.io/cloudnative-pg/postgresql:17",
                ImageCatalogRef = new() { ApiGroup = "postgresql.cnpg.io", Kind = "ImageCatalog", Name = "postgresql", Major = 17 },
            },
        },
    ];
}
//// right
using GitOps.Models.CloudNativePG;

namespace Home;

[App<Ns.Media>]
public sealed class Sonarr : FluxApp
{
    public override ManifestList Manifests =>
    [
        new Cluster
        {
            Spec = new() { ImageCatalogRef = new() { ApiGroup = "postgresql.cnpg.io", Kind = "ImageCatalog", Name = "postgresql", Major = 17 } },
        },
    ];
}
