namespace GitOps;

/// <summary>What people who run clusters agree on, object by object: none of it stops Flux, each has bitten somebody.</summary>
internal static class PracticeRules
{
    /// <summary>Stands for a text that is there, or may be, and that only running the code would tell.</summary>
    public const string NotKnown = "?";

    /// <summary>What wins over a tag, so that nothing is said of one where it may be set.</summary>
    public const string Digest = "digest";

    /// <summary>The findings of one object.</summary>
    /// <param name="placeOf">Where a value stands, by its origin.</param>
    /// <param name="wantsLimits">Whether containers must have limits.</param>
    public static IEnumerable<Finding> Check(DataValue value, Func<object?, FindingPlace?> placeOf, bool wantsLimits)
    {
        foreach (var finding in UnpinnedChartRule.Check(value, placeOf).Concat(InfiniteRetriesRule.Check(value, placeOf)).Concat(Containers(value, placeOf, wantsLimits)))
            yield return finding;
        if (value.TextOf("kind") == "HelmRelease" && value.MapOf("spec")["values"] is { Kind: DataKind.Map } values)
            foreach (var finding in OfValues(values, placeOf, "spec.values", wantsLimits))
                yield return finding;
    }

    /// <summary>The findings of the values of a chart that is known by a schema of its own.</summary>
    public static IEnumerable<Finding> OfChart(DataValue values, Func<object?, FindingPlace?> placeOf) => OfValues(values, placeOf, "spec.values", wantsLimits: false);

    /// <summary>What one map of Helm values says, by its texts: the fields with what is said of them.</summary>
    /// <param name="fields">The fields; a text that is not known is <see cref="NotKnown"/> where it counts that there is one.</param>
    public static IEnumerable<(string Field, Finding Finding)> OfMap(IReadOnlyList<KeyValuePair<string, string?>> fields)
    {
        string? TextOf(string name) => fields.FirstOrDefault(field => field.Key == name).Value;
        if (UnpinnedImageRule.InValues(TextOf) is var (image, at))
            yield return (at, image);
        // An entry of a list of variables, as charts and Pods have it.
        if (TextOf("name") is { } name && TextOf("value") is { } given && SecretLiteralRule.IsSecret(name, given))
            yield return ("value", SecretLiteralRule.Of(name));
        foreach (var field in fields)
            if (field.Value is { } text && SecretLiteralRule.IsSecret(field.Key, text))
                yield return (field.Key, SecretLiteralRule.Of(field.Key));
    }

    private static IEnumerable<Finding> OfValues(DataValue value, Func<object?, FindingPlace?> placeOf, string path, bool wantsLimits)
    {
        if (value.Kind == DataKind.Map)
        {
            var texts = value.Fields.Select(static field => new KeyValuePair<string, string?>(field.Name, field.Value is { Kind: DataKind.String, IsPartial: false } text ? text.Text : null)).ToList();
            if (!value.Knows(Digest) || value[Digest] is { Kind: DataKind.Unknown } or { Kind: DataKind.String, IsPartial: true })
                texts.Insert(0, new(Digest, NotKnown));
            foreach (var (field, finding) in OfMap(texts))
                yield return finding with { Place = placeOf(value[field]!.Origin), FieldPath = $"{path}.{field}" };
            // The values of app-template, and of charts that name their containers likewise.
            if (wantsLimits && path.EndsWith(".containers", StringComparison.Ordinal))
                foreach (var container in value.Fields)
                    if (container.Value.Kind == DataKind.Map && MissingLimitsRule.Of(container.Name, container.Value) is { } missing)
                        yield return missing with { Place = placeOf(container.Value.Origin), FieldPath = $"{path}.{container.Name}" };
            foreach (var field in value.Fields)
                foreach (var finding in OfValues(field.Value, placeOf, $"{path}.{field.Name}", wantsLimits))
                    yield return finding;
        }
        else if (value.Kind == DataKind.List)
        {
            for (var i = 0; i < value.Items.Count; i++)
                foreach (var finding in OfValues(value.Items[i], placeOf, $"{path}[{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}]", wantsLimits))
                    yield return finding;
        }
    }

    private static IEnumerable<Finding> Containers(DataValue value, Func<object?, FindingPlace?> placeOf, bool wantsLimits)
    {
        var (template, path) = (value.TextOf("apiVersion"), value.TextOf("kind")) switch
        {
            ("apps/v1", "Deployment" or "StatefulSet" or "DaemonSet") or ("batch/v1", "Job") => (value.MapOf("spec").MapOf("template").MapOf("spec"), "spec.template.spec"),
            ("batch/v1", "CronJob") => (value.MapOf("spec").MapOf("jobTemplate").MapOf("spec").MapOf("template").MapOf("spec"), "spec.jobTemplate.spec.template.spec"),
            ("v1", "Pod") => (value.MapOf("spec"), "spec"),
            _ => (DataEdit.Empty, ""),
        };
        foreach (var list in new[] { "initContainers", "containers" })
        {
            var containers = template.ItemsOf(list);
            for (var i = 0; i < containers.Count; i++)
            {
                var at = $"{path}.{list}[{i.ToString(System.Globalization.CultureInfo.InvariantCulture)}]";
                if (containers[i].TextOf("image") is { } image && UnpinnedImageRule.Of(image) is { } moving)
                    yield return moving with { Place = placeOf(containers[i]["image"]!.Origin), FieldPath = at + ".image" };
                if (wantsLimits && MissingLimitsRule.Of(containers[i].TextOf("name") ?? "?", containers[i]) is { } missing)
                    yield return missing with { Place = placeOf(containers[i].Origin), FieldPath = at };
            }
        }
    }
}
