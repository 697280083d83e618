namespace GitOps;

/// <summary>A label or annotation that Kubernetes rejects, and a selector that its own template does not match.</summary>
internal static class LabelRule
{
    public const string Id = RuleIds.InvalidLabel;
    public const string Title = "A label or annotation that Kubernetes rejects";
    public const string Message = "the {0} '{1}' {2}";

    // apimachinery, api/validation/objectmeta.go TotalAnnotationSizeLimitB
    private const int MostBytes = 256 * 1024;

    public static IEnumerable<Finding> Labels(DataValue labels, string path, Func<object?, FindingPlace?> placeOf)
    {
        foreach (var label in labels.Fields)
        {
            if (KubernetesNames.LabelKeyFault(label.Name) is { } keyFault)
                yield return Error(placeOf(label.Origin), path, label.Name, "label's key", label.Name, keyFault);
            if (label.Value is { Kind: DataKind.String, IsPartial: false } value && KubernetesNames.LabelValueFault(value.Text) is { } fault)
                yield return Error(placeOf(value.Origin), path, label.Name, $"value of label '{label.Name}',", IssueWords.Short(value.Text), fault);
        }
    }

    public static IEnumerable<Finding> Annotations(DataValue annotations, string path, Func<object?, FindingPlace?> placeOf)
    {
        long bytes = 0;
        foreach (var annotation in annotations.Fields)
        {
            if (KubernetesNames.AnnotationKeyFault(annotation.Name) is { } fault)
                yield return Error(placeOf(annotation.Origin), path, annotation.Name, "annotation's key", annotation.Name, fault);
            bytes += System.Text.Encoding.UTF8.GetByteCount(annotation.Name) + System.Text.Encoding.UTF8.GetByteCount(annotation.Value.Text);
        }

        if (bytes > MostBytes)
            yield return Error(placeOf(annotations.Origin), path, null, "annotations of", path.Split('.')[0], $"have {bytes} bytes together, {MostBytes} are the most");
    }

    /// <summary>The labels that a workload selects must be on its own template.</summary>
    public static IEnumerable<Finding> Selector(DataValue spec, Func<object?, FindingPlace?> placeOf)
    {
        if (spec["selector"]?["matchLabels"] is not { Kind: DataKind.Map, IsPartial: false } selected || spec["template"] is not { Kind: DataKind.Map, IsPartial: false } template
            || template["metadata"] is { Kind: not DataKind.Map } || template["metadata"] is { IsPartial: true } || template["metadata"]?["labels"] is { IsPartial: true } or { Kind: DataKind.Unknown })
            yield break;
        foreach (var label in selected.Fields)
        {
            if (label.Value is not { Kind: DataKind.String, IsPartial: false } wanted)
                continue;
            var carried = template["metadata"]?["labels"]?[label.Name];
            if (carried is null || carried is { Kind: DataKind.String, IsPartial: false } && carried.Text != wanted.Text)
                yield return Error(placeOf(wanted.Origin), "spec.selector.matchLabels", label.Name, "selector's label", $"{label.Name}: {IssueWords.Short(wanted.Text)}", carried is null
                    ? "is not among the labels of spec.template, so the object would not find its own pods"
                    : $"is '{IssueWords.Short(carried.Text)}' in spec.template, so the object would not find its own pods");
        }
    }

    private static Finding Error(FindingPlace? place, string path, string? key, string what, string name, string fault) =>
        RuleMessage.Error(Id, place, Message, what, name, fault) with { FieldPath = key is null ? path : $"{path}.{key}" };
}
