namespace Elysium;

/// <summary>Podcasts of the radio as feeds. Built from every commit of main, into a private package: the policy compares the time in the tag, and both Flux and the node need a login to see it.</summary>
[App<Ns.Raiplaysoundrss>, In<Apps>, RunsOn<Kyrion>]
public sealed class Raiplaysoundrss() : OneChartApp("ghcr.io/example/raiplaysoundrss", "main-4f2a9c1-1763829104", 8080)
{
    private Secret Login => field ??= Provided(new Secret("ghcr"));

    protected override ObjectRef<ImagePolicy> Policy => Ref<ImagePolicies>.To(static images => images.Raiplaysoundrss);

    protected override Secret PullSecret => Login;

    protected override ManifestList Others => [Files.InTree("ghcr-sealed-secret.yaml"), Web.Route("feeds", Name)];
}
