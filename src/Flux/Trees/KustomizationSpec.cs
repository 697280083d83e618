namespace GitOps;

/// <summary>From a Flux Kustomization's values to the neutral model.</summary>
internal static class KustomizationSpec
{
    /// <summary>Everything but texts, objects and components.</summary>
    public static AppModel AppOf(ReadKustomization read)
    {
        var spec = read.Spec;
        var postBuild = spec.MapOf("postBuild");
        return new(read.Id, read.Place)
        {
            IsSuspended = spec.IsTrue("suspend"),
            ChecksHealth = Health(spec),
            Dependencies = [.. spec.ItemsOf("dependsOn").Where(static entry => entry.Kind == DataKind.Map).Select(entry => Dependency(entry, read.Id.Namespace))],
            Variables = [.. postBuild.MapOf("substitute").Fields.Select(static field => new VariableAssignment(field.Name, TextOf(field.Value), Places.Of(field.Origin)))],
            Sources = [.. postBuild.ItemsOf("substituteFrom").Where(static entry => entry.Kind == DataKind.Map).Select(static entry =>
                new VariableSourceReference(entry.TextOf("kind") ?? "", entry.TextOf("name") ?? "", Places.Of(entry.Origin)) { IsOptional = entry.IsTrue("optional") })],
            SubstitutesAlways = postBuild.TextOf("substituteStrategy") == "Always",
            IsOpen = !spec.Knows("postBuild") || !postBuild.Knows("substitute") || !postBuild.Knows("substituteFrom")
                || postBuild["substituteFrom"] is { IsPartial: true } || postBuild["substitute"] is { IsPartial: true } || postBuild.ItemsOf("substituteFrom").Any(static entry => entry.TextOf("name") is null),
        };
    }

    /// <summary>A dependsOn entry of a Kustomization or HelmRelease; without a namespace it means the dependent's own.</summary>
    public static DependencyModel Dependency(DataValue entry, string @namespace) =>
        new(new(Written(entry["namespace"]) is { Length: > 0 } other ? other : @namespace, Written(entry["name"]) ?? ""), Places.Of(entry["name"]?.Origin) ?? Places.Of(entry.Origin))
        {
            HasReadyExpression = entry["readyExpr"] is { Kind: not DataKind.Null } and not { Kind: DataKind.String, IsPartial: false, Text: "" },
        };

    /// <summary>A text that is known, or as it is written where a variable makes it.</summary>
    public static string? Written(DataValue? value) => value switch
    {
        null or { Kind: DataKind.Null } => null,
        { Kind: DataKind.String, IsPartial: false } => value.Text,
        // Whoever looks for the name sees that it is none yet.
        _ => (value.Origin as YamlScalar)?.Text is { } text ? SubstitutionText.MayHoldExpressions(text) ? text : value.IsUnknown || value.IsPartial ? "${?}" : text : "${?}",
    };

    /// <summary>What a variable is set to: any scalar is its text.</summary>
    private static string? TextOf(DataValue value) => value switch
    {
        { Kind: DataKind.String, IsPartial: false } => value.Text,
        { Kind: DataKind.Null } => "",
        { Kind: DataKind.Bool or DataKind.Integer or DataKind.Float } => (value.Origin as YamlScalar)?.Text ?? value.ToString(),
        _ => null,
    };

    private static bool? Health(DataValue spec)
    {
        if (spec.IsTrue("wait") || spec.ItemsOf("healthChecks").Count > 0)
            return true;
        return spec.Knows("wait") && spec.Knows("healthChecks") && spec["wait"] is null or { Kind: DataKind.Bool } or { Kind: DataKind.Null } ? false : null;
    }
}
