namespace Elysium;

/// <summary>Runners for each repository that may use them.</summary>
[App<Ns.ArcRunners>, In<Apps>, RunsOn<Kyrion>]
[DependsOn<ArcController>]
public sealed class ArcRunners : FluxApp
{
    private Secret GitHub => field ??= Provided(new Secret("github-app"));

    public override ManifestList Manifests => [Files.InTree("github-app-sealed-secret.yaml"), Runners("coder", 3), Runners("copilot", 2), Runners("fission", 2), Runners("raiplaysoundrss", 1)];

    // renovate: datasource=docker depName=ghcr.io/actions/actions-runner-controller-charts/gha-runner-scale-set
    private HelmRelease Runners(string name, int most) => Charts.Release(static charts => charts.Runners, "gha-runner-scale-set", "0.13.0", name, new()
    {
        ["githubConfigUrl"] = $"https://github.com/example/{name}",
        ["githubConfigSecret"] = GitHub.AsName(),
        ["minRunners"] = 0,
        ["maxRunners"] = most,
        ["containerMode"] = new() { ["type"] = "dind" },
        ["controllerServiceAccount"] = new() { ["namespace"] = "arc-system", ["name"] = "arc-gha-rs-controller" },
    });
}
