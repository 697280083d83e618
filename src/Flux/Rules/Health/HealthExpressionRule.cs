namespace GitOps;

/// <summary>
/// A CEL expression that Flux rejects. A readyExpr is compiled and must give a boolean by its form: a bare field is of any type, and stalls the object
/// (fluxcd/pkg runtime/cel/expression.go). The expressions of healthCheckExprs are parsed only.
/// </summary>
internal static class HealthExpressionRule
{
    public const string Id = RuleIds.HealthExpression;
    public const string Title = "A CEL expression of a health check that Flux rejects";
    public const string Message = "{0} has a {1} that cannot be read: {2}";
    public const string TypeMessage = "the readyExpr of {0} must give a boolean by its form, and '{1}' is {2}; compare it with something";

    private static readonly Dictionary<string, CelType> Variables = new(StringComparer.Ordinal) { ["self"] = CelType.Struct, ["dep"] = CelType.Struct };

    private static readonly string[] Checks = ["inProgress", "failed", "current"];

    public static IEnumerable<Finding> Check(ReadKustomization app)
    {
        foreach (var finding in CheckReady(app.Spec, $"'{app.Id}'", app.Place))
            yield return finding;
        foreach (var entry in app.Spec.ItemsOf("healthCheckExprs"))
            foreach (var name in Checks)
                if (entry[name] is { Kind: DataKind.String, IsPartial: false } text && CelExpression.Parse(text.Text) is { Expression: null, Error: { } error })
                    yield return RuleMessage.Error(Id, Places.Of(text.Origin) ?? app.Place, Message, $"'{app.Id}'", $"health check expression '{name}'", error) with { FieldPath = $"spec.healthCheckExprs.{name}" };
    }

    /// <summary>The readyExpr of each dependsOn of a Kustomization or HelmRelease.</summary>
    public static IEnumerable<Finding> CheckReady(DataValue spec, string who, FindingPlace? place)
    {
        foreach (var entry in spec.ItemsOf("dependsOn"))
            if (entry["readyExpr"] is { Kind: DataKind.String, IsPartial: false, Text.Length: > 0 } text)
            {
                var at = Places.Of(text.Origin) ?? place;
                var parsed = CelExpression.Parse(text.Text);
                var check = parsed.Expression is null ? null : CelTypes.Check(parsed.Expression, CelLibrary.Flux, Variables);
                if ((parsed.Error ?? check?.Error) is { } error)
                    yield return RuleMessage.Error(Id, at, Message, who, "readyExpr", error) with { FieldPath = "spec.dependsOn.readyExpr" };
                else if (check!.Type.Kind != CelTypeKind.Bool)
                    yield return RuleMessage.Error(Id, at, TypeMessage, who, text.Text, check.Type.Kind == CelTypeKind.Dyn ? "of any type" : $"a {check.Type}") with { FieldPath = "spec.dependsOn.readyExpr" };
            }
    }
}
