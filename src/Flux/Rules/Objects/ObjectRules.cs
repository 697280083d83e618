namespace GitOps;

/// <summary>All that the API server would reject of one object, as findings: by its schema, and what Kubernetes checks of metadata whatever the schema says.</summary>
internal static class ObjectRules
{
    private static readonly HashSet<string> Workloads = new(StringComparer.Ordinal) { "Deployment", "StatefulSet", "DaemonSet" };

    /// <param name="value">The object as it is applied; what is not known of it is unknown.</param>
    /// <param name="placeOf">The place of a value's or a field name's <see cref="DataValue.Origin"/>.</param>
    public static IReadOnlyList<Finding> Check(DataValue value, SchemaSet schemas, Func<object?, FindingPlace?> placeOf)
    {
        var findings = new List<Finding>();
        if (value.TextOf("kind") is not { } kind || value.TextOf("apiVersion") is not { } apiVersion)
            return findings;
        if (ApiVersionRule.Check(value, schemas, placeOf) is { } gone)
            findings.Add(gone);
        var found = schemas.Find(apiVersion, kind, out var source);
        // kustomize's own files are for kustomize to read.
        if (found is { Scope: SchemaScope.File })
            return findings;
        if (found is not null)
            findings.AddRange(Findings(Untold(ObjectValidator.Validate(value, found, source), value, kind), kind, placeOf, isClosed: source is ModelSchemas || found.Name.Namespace == CoreChecks.Namespace));
        CheckMetadata(value, kind, apiVersion, found, placeOf, findings);
        findings.AddRange(LeadingZeroRule.Check(value, placeOf));
        return findings;
    }

    /// <summary>Findings of issues, one for each fault.</summary>
    /// <param name="kind">The kind, or the name of the type, of which the issues speak.</param>
    /// <param name="isClosed">The schema is the cluster's own: values that it does not list are errors.</param>
    public static IEnumerable<Finding> Findings(IReadOnlyList<SchemaIssue> issues, string kind, Func<object?, FindingPlace?> placeOf, bool isClosed)
    {
        foreach (var issue in issues)
        {
            if (issue.Kind == SchemaIssueKind.MissingField && IsMisspelt(issue, issues) || kind == "HelmRelease" && IsChartRule(issue))
                continue;
            var place = placeOf(issue.Origin ?? issue.Value.Origin);
            yield return issue.Kind switch
            {
                SchemaIssueKind.UnknownField => UnknownFieldRule.Of(issue, kind, place),
                SchemaIssueKind.MissingField => MissingFieldRule.Of(issue, kind, place),
                SchemaIssueKind.WrongType => WrongTypeRule.Of(issue, kind, place),
                SchemaIssueKind.UnknownValue => UnknownEnumValueRule.Of(issue, kind, place, isClosed),
                SchemaIssueKind.Pattern => PatternRule.Of(issue, kind, place),
                SchemaIssueKind.Format => FormatRule.Of(issue, kind, place),
                SchemaIssueKind.Limit => LimitRule.Of(issue, kind, place),
                SchemaIssueKind.Duplicate => DuplicateItemRule.Of(issue, kind, place),
                SchemaIssueKind.Union => UnionRule.Of(issue, kind, place),
                _ => BrokenValidationRule.Of(issue, kind, place),
            };
        }
    }

    /// <summary>The missing field is there under a name that is nearly its own: one fault, told once.</summary>
    private static bool IsMisspelt(SchemaIssue missing, IReadOnlyList<SchemaIssue> issues)
    {
        foreach (var other in issues)
            if (other.Kind == SchemaIssueKind.UnknownField && other.Path.Count == missing.Path.Count && UnknownFieldRule.NearestOf(other) == missing.Path[missing.Path.Count - 1]
                && other.Path.Take(other.Path.Count - 1).SequenceEqual(missing.Path.Take(missing.Path.Count - 1)))
                return true;
        return false;
    }

    /// <summary>Chart and chartRef together, or neither, is a rule with an id of its own (GOPS4005).</summary>
    private static bool IsChartRule(SchemaIssue issue) => issue.Kind == SchemaIssueKind.Rule && issue.Path.Count == 1 && issue.Path[0] == "spec"
        && issue.Expected.IndexOf("self.chartRef", StringComparison.Ordinal) >= 0 && issue.Expected.IndexOf("self.chart)", StringComparison.Ordinal) >= 0;

    /// <summary>The URL of an OCI registry, too (GOPS4006).</summary>
    private static IReadOnlyList<SchemaIssue> Untold(IReadOnlyList<SchemaIssue> issues, DataValue value, string kind) =>
        issues.Count > 0 && (kind == "OCIRepository" || kind == "HelmRepository" && value["spec"]?.TextOf("type") == "oci") ? issues.Where(static issue => !IsOciUrl(issue)).ToList() : issues;

    private static bool IsOciUrl(SchemaIssue issue) => issue.Kind == SchemaIssueKind.Pattern && issue.FieldPath == "spec.url" && OciUrlLiteral.Fault(issue.Value.Text) is not null;

    private static void CheckMetadata(DataValue value, string kind, string apiVersion, SchemaKind? found, Func<object?, FindingPlace?> placeOf, List<Finding> findings)
    {
        var isCore = found is null ? IsBuiltIn(apiVersion) : found.Name.Namespace == CoreChecks.Namespace;
        if (value["metadata"] is { Kind: DataKind.Map } metadata)
        {
            // A built-in kind that we do not know may have a grammar of its own.
            if ((found is not null || !isCore) && Known(metadata["name"]) is { Length: > 0 } name && ObjectNameRule.Fault(kind, name, isCore) is { } nameFault)
                findings.Add(RuleMessage.Error(ObjectNameRule.Id, placeOf(metadata["name"]!.Origin), ObjectNameRule.Message, name, kind, nameFault) with { FieldPath = "metadata.name" });
            if ((found is not null || !isCore) && Known(metadata["generateName"]) is { Length: > 0 } prefix
                && ObjectNameRule.Fault(kind, prefix.Length > 1 && prefix[prefix.Length - 1] == '-' ? prefix.Substring(0, prefix.Length - 1) + "a" : prefix, isCore) is { } prefixFault)
                findings.Add(MetadataRule.Of(placeOf(metadata["generateName"]!.Origin), "metadata.generateName", "generateName", prefix, prefixFault));
            if (found?.Scope != SchemaScope.Cluster && Known(metadata["namespace"]) is { Length: > 0 } space && KubernetesNames.LabelFault(space) is { } spaceFault)
                findings.Add(MetadataRule.Of(placeOf(metadata["namespace"]!.Origin), "metadata.namespace", "namespace", space, spaceFault));
            CheckLabels(metadata, "metadata", placeOf, findings);
            CheckFinalizers(metadata, placeOf, findings);
            CheckOwners(metadata, placeOf, findings);
        }

        if (!isCore || found is null || value["spec"] is not { Kind: DataKind.Map } spec)
        {
            if (isCore && kind is "ConfigMap" or "Secret" && apiVersion == "v1")
                CheckKeys(value, placeOf, findings);
            return;
        }

        if (spec["template"]?["metadata"] is { Kind: DataKind.Map } template)
            CheckLabels(template, "spec.template.metadata", placeOf, findings);
        if (Workloads.Contains(kind))
            findings.AddRange(LabelRule.Selector(spec, placeOf));
    }

    private static void CheckLabels(DataValue metadata, string path, Func<object?, FindingPlace?> placeOf, List<Finding> findings)
    {
        if (metadata["labels"] is { Kind: DataKind.Map } labels)
            findings.AddRange(LabelRule.Labels(labels, path + ".labels", placeOf));
        if (metadata["annotations"] is { Kind: DataKind.Map } annotations)
            findings.AddRange(LabelRule.Annotations(annotations, path + ".annotations", placeOf));
    }

    private static void CheckFinalizers(DataValue metadata, Func<object?, FindingPlace?> placeOf, List<Finding> findings)
    {
        if (metadata["finalizers"] is not { Kind: DataKind.List } finalizers)
            return;
        for (var i = 0; i < finalizers.Items.Count; i++)
            if (Known(finalizers.Items[i]) is { } finalizer && KubernetesNames.LabelKeyFault(finalizer) is { } fault)
                findings.Add(MetadataRule.Of(placeOf(finalizers.Items[i].Origin), $"metadata.finalizers[{i}]", "finalizer", IssueWords.Short(finalizer), fault));
    }

    private static void CheckOwners(DataValue metadata, Func<object?, FindingPlace?> placeOf, List<Finding> findings)
    {
        if (metadata["ownerReferences"] is not { Kind: DataKind.List } owners)
            return;
        for (var i = 0; i < owners.Items.Count; i++)
            foreach (var field in new[] { "apiVersion", "kind", "name", "uid" })
                if (Known(owners.Items[i][field]) is { Length: 0 })
                    findings.Add(MetadataRule.Of(placeOf(owners.Items[i][field]!.Origin), $"metadata.ownerReferences[{i}].{field}", $"{field} of an owner", "", "is empty"));
    }

    private static void CheckKeys(DataValue value, Func<object?, FindingPlace?> placeOf, List<Finding> findings)
    {
        foreach (var map in new[] { "data", "binaryData", "stringData" })
            if (value[map] is { Kind: DataKind.Map } data)
                foreach (var entry in data.Fields)
                    if (KubernetesNames.DataKeyFault(entry.Name) is { } fault)
                        findings.Add(MetadataRule.Of(placeOf(entry.Origin), $"{map}.{entry.Name}", "key", entry.Name, fault));
    }

    private static string? Known(DataValue? value) => value is { Kind: DataKind.String, IsPartial: false } ? value.Text : null;

    /// <summary>A kind of Kubernetes itself: of no group, of one without a dot, or of one below k8s.io.</summary>
    private static bool IsBuiltIn(string apiVersion)
    {
        var slash = apiVersion.IndexOf('/');
        var group = slash < 0 ? "" : apiVersion.Substring(0, slash);
        return group.IndexOf('.') < 0 || group.EndsWith(".k8s.io", StringComparison.Ordinal);
    }
}
