namespace Elysium;

/// <summary>Podcasts of the radio as feeds. Built from every commit of main: the policy compares the time in the tag.</summary>
[App<Ns.Raiplaysoundrss>, In<Apps>, RunsOn<Kyrion>]
public sealed class Raiplaysoundrss() : OneChartApp("ghcr.io/example/raiplaysoundrss", "main-4f2a9c1-1763829104", 8080)
{
    protected override ObjectRef<ImagePolicy> Policy => Ref<ImagePolicies>.To(static images => images.Raiplaysoundrss);

    protected override ManifestList Others => [Web.Route("feeds", Name)];
}
