namespace Elysium;

/// <summary>Makes runners for GitHub Actions, inside the private network.</summary>
[App<Ns.ArcSystem>(Name = "arc"), Provides("actions.github.com"), In<InfraControllers>]
// renovate: datasource=docker depName=ghcr.io/actions/actions-runner-controller-charts/gha-runner-scale-set-controller
public sealed class ArcController() : HelmApp(static charts => charts.Runners, "gha-runner-scale-set-controller", "0.13.0")
{
    protected override bool IsAwaited => true;
}
