namespace GitOps;

/// <summary>
/// The values of HelmReleases against the schemas of their charts, as Helm checks them before it renders: of releases whose chart is one that the project has listed the
/// schema of, by the chart's name.
/// </summary>
internal static class ReleaseValues
{
    /// <param name="modelOf">The schema of a chart's values, by the chart's name; <see langword="null"/> for one that is not listed.</param>
    public static IEnumerable<Finding> Check(ReadCluster cluster, ReadObject release, Func<string, SchemaModel?> modelOf, SchemaSet schemas)
    {
        // What SOPS left of a release is not what Helm is given.
        if (!release.Is(FluxKinds.HelmGroup, "HelmRelease") || release.Value["sops"] is { Kind: DataKind.Map } || release.Spec["values"] is not { Kind: DataKind.Map } values
            || ChartOf(cluster, release) is not { } chart || modelOf(chart) is not { Values: { } type } model)
            yield break;
        // What other sources of values give may lie below any key.
        var isOpen = release.Spec.ItemsOf("valuesFrom").Count > 0 || release.Spec.MapOf("chart").MapOf("spec").ItemsOf("valuesFiles").Count > 0;
        var issues = ObjectValidator.ValidateType(AsHelmSees(values, type, model, isOpen), type, schemas.With(model));
        foreach (var finding in ObjectRules.Findings(issues, type.Name!.Value.Name, Places.Of, isClosed: true))
            yield return ChartValueRule.Of(finding) with { Place = finding.Place ?? release.Place, FieldPath = finding.FieldPath is { Length: > 0 } path ? "spec.values." + path : "spec.values" };
    }

    /// <summary>The name of the chart: what the release names, or the last part of its OCIRepository's address.</summary>
    private static string? ChartOf(ReadCluster cluster, ReadObject release)
    {
        if (release.Spec["chart"] is { Kind: DataKind.Map } chart)
            return LastPart(chart.MapOf("spec").TextOf("chart"));
        if (release.Spec["chartRef"] is not { Kind: DataKind.Map } reference || ReleaseRules.Reference(release, reference) is not var (group, kind, id)
            || cluster.Index.Find(group, kind, id.Namespace, id.Name) is not { } source)
            return null;
        return kind switch
        {
            "OCIRepository" => LastPart(source.Spec.TextOf("url")),
            "HelmChart" => LastPart(source.Spec.TextOf("chart")),
            _ => null,
        };
    }

    private static string? LastPart(string? path) => path?.TrimEnd('/') is { Length: > 0 } whole ? whole.Substring(whole.LastIndexOf('/') + 1) : null;

    /// <summary>Helm lays the values over the chart's own: what is null is taken out, and what is missing on the way from the root may be there.</summary>
    private static DataValue AsHelmSees(DataValue value, SchemaType? type, SchemaModel model, bool isOpen)
    {
        switch (value.Kind)
        {
            case DataKind.Map:
                var shape = type is { Kind: SchemaTypeKind.Object, Name: { } name } ? model.Shapes.FirstOrDefault(shape => shape.Name == name) : null;
                var fields = value.Fields.Where(static field => field.Value.Kind != DataKind.Null)
                    .Select(field => field with { Value = AsHelmSees(field.Value, shape?.Fields.FirstOrDefault(known => known.Name == field.Name)?.Type ?? type?.Item, model, isOpen) });
                return DataValue.Map([.. fields], value.Origin, isPartial: value.IsPartial || isOpen || shape?.IsMerged == true);
            default:
                return value;
        }
    }
}
