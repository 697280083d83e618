namespace Elysium;

/// <summary>What people see when there is nothing to see.</summary>
[App<Ns.ErrorPages>, In<Apps>]
public sealed class ErrorPages() : OneChartApp("ghcr.io/tarampampam/error-pages", "3.8.0", 8080)
{
    protected override ObjectRef<ImagePolicy> Policy => Ref<ImagePolicies>.To(static images => images.ErrorPages);

    protected override string Health => "/healthz";

    protected override Quantity Memory => "64Mi";

    protected override Values Vars => new() { ["TEMPLATE_NAME"] = "ghost", ["SHOW_DETAILS"] = "false" };
}
