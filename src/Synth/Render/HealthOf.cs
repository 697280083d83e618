using GitOps.Models.FluxCD;

namespace GitOps;

/// <summary>The health checks of an app and of its constructs, of a layer also those of its apps, each once.</summary>
internal static class HealthOf
{
    /// <summary>Whether ready says something of health: Flux then evaluates expressions too.</summary>
    public static bool IsLookedAt(AppPlan plan) =>
        plan.Waits || plan.Parts.Any(static part => part.App.HealthChecks.Count > 0 || part.Constructs.Any(static construct => construct.HealthChecks.Count > 0));

    /// <summary>
    /// With names. Those of constructs, and of the apps of a layer, are left out where all that is applied is waited for, since Flux would ignore them; those that the app itself has besides are its own fault.
    /// </summary>
    public static IReadOnlyList<(string ApiVersion, string Kind, string Name, string Namespace)> Checks(AppPlan plan, ReferenceContext context)
    {
        var named = new List<(string ApiVersion, string Kind, string Name, string Namespace)>();
        foreach (var part in plan.Parts)
        {
            var app = part.App;
            context.App = app;
            if (part == plan || !plan.Waits)
                named.AddRange(app.HealthChecks.Select(Named));
            if (!plan.Waits)
                foreach (var check in part.Constructs.SelectMany(static construct => construct.HealthChecks).Select(Named))
                    if (!named.Contains(check))
                        named.Add(check);

            (string ApiVersion, string Kind, string Name, string Namespace) Named(HealthCheck said)
            {
                var check = said.For(context);
                return (check.ApiVersion, check.Kind, check.Name ?? app.Name, check.Namespace ?? app.EffectiveNamespace);
            }
        }

        context.App = plan.App;
        return named;
    }

    /// <summary>The app's own, and those of constructs for kinds of which it says nothing.</summary>
    public static IReadOnlyList<HealthCheckExpr> Expressions(AppPlan plan)
    {
        var merged = plan.Parts.SelectMany(static part => part.App.HealthCheckExprs).DistinctBy(static check => (check.ApiVersion, check.Kind)).ToList();
        if (IsLookedAt(plan))
            foreach (var brought in plan.Parts.SelectMany(static part => part.Constructs).SelectMany(static construct => construct.HealthCheckExprs))
                if (!merged.Exists(said => said.Kind == brought.Kind && GroupOf(said) == GroupOf(brought)))
                    merged.Add(brought);
        return merged;
    }

    // Flux chooses an expression by group and kind alone (fluxcd/pkg runtime/cel/status_reader.go).
    private static string GroupOf(HealthCheckExpr expression) =>
        expression.ApiVersion is { } version && version.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? version[..slash] : "";
}
