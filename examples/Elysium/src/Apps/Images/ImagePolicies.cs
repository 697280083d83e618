namespace Elysium;

/// <summary>
/// Which tags the automation may choose. All are here, for an automation knows the policies of its own namespace alone; an app refers to one by its property, and the marker behind the tag is written from it.
/// </summary>
[App<Ns.FluxSystem>, In<Apps>]
public sealed class ImagePolicies : FluxApp
{
    // In an order of its own: who asks for a policy first must not matter.
    private readonly SortedDictionary<string, ImageRepository> repositories = new(StringComparer.Ordinal);

    /// <summary>By version.</summary>
    public ImagePolicy ErrorPages => field ??= Policy("error-pages", "ghcr.io/tarampampam/error-pages", new() { Semver = new() { Range = "^3.0.0" } });

    /// <summary>By version, with an end.</summary>
    public ImagePolicy N8n => field ??= Policy("n8n", "docker.n8n.io/n8nio/n8n", new() { Semver = new() { Range = ">=1.0.0 <2.0.0" } });

    /// <summary>By the alphabet: dates with the newest last. The filter lets only one form of tag through.</summary>
    public ImagePolicy Minio => field ??= Policy("minio", "docker.io/bitnamilegacy/minio", new() { Alphabetical = new() { Order = "asc" } }, new() { Pattern = @"^20[0-9]{2}\.[0-9]+\.[0-9]+-debian-12-r[0-9]+$" });

    /// <summary>By number: the time that the pattern cuts out.</summary>
    public ImagePolicy Raiplaysoundrss => field ??= Policy("raiplaysoundrss", "ghcr.io/example/raiplaysoundrss", new() { Numerical = new() { Order = "asc" } },
        new() { Pattern = "^main-[a-f0-9]+-(?P<ts>[0-9]+)$", Extract = "$ts" }, Ref<ClusterSecrets>.To(static secrets => secrets.Ghcr));

    /// <summary>By number: a date with its dots taken out.</summary>
    public ImagePolicy SearXng => field ??= Policy("searxng", "docker.io/searxng/searxng", new() { Numerical = new() { Order = "asc" } },
        new() { Pattern = "^(?P<y>20[0-9]{2})\\.(?P<m>[0-9]{2})\\.(?P<d>[0-9]{2})-[a-f0-9]+$", Extract = "$y$m$d" });

    public override ManifestList Manifests => [.. With(ErrorPages, Minio, N8n, Raiplaysoundrss, SearXng)];

    private ImagePolicy Policy(string name, string image, ImagePolicyChoice choice, ImagePolicyFilterTags? filter = null, LocalReference? login = null)
    {
        var repository = repositories[name] = new ImageRepository(name) { Spec = new() { Image = image, Interval = "10m", SecretRef = login } };
        return new(name) { Spec = new() { ImageRepositoryRef = repository, Policy = choice, FilterTags = filter } };
    }

    private IEnumerable<ManifestItem> With(params IReadOnlyList<ImagePolicy> policies) => [.. repositories.Values, .. policies];
}
