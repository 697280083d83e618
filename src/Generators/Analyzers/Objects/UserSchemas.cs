using Microsoft.CodeAnalysis.Diagnostics;

namespace GitOps;

/// <summary>The schemas of the project's own CRDs, and of the values of its charts.</summary>
internal static class UserSchemas
{
    public static ModelSchemaSet Of(AnalyzerOptions options, CancellationToken ct)
    {
        var all = SchemaSet.Shipped;
        foreach (var file in options.AdditionalFiles)
            if (ProjectOptions.HasRole(options.AnalyzerConfigOptionsProvider, file, InputFiles.Crd) && file.GetText(ct) is { } text)
                all = all.With(SchemaReader.Read(file.Path, text.ToString(), new SchemaReadOptions { Exact = true }, ct));
        var ofCharts = new HashSet<SchemaTypeName>();
        foreach (var chart in Charts(options, ct))
        {
            all = all.With(chart);
            ofCharts.UnionWith(chart.Shapes.Select(static shape => shape.Name));
        }

        return new ModelSchemaSet(all, ofCharts);
    }

    private static IEnumerable<SchemaModel> Charts(AnalyzerOptions options, CancellationToken ct)
    {
        var provider = options.AnalyzerConfigOptionsProvider;
        var files = options.AdditionalFiles.Where(file => ProjectOptions.HasRole(provider, file, InputFiles.ValuesSchema)).Select(file => ValuesParser.Input(file, provider, ct)).ToList();
        var all = files.Select(static input => input.File).ToList();
        return files.Where(static input => input.Chart.Length > 0)
            .Select(input => ValuesSchemaReader.Read(input.File, all, input.Chart, ProjectOptions.RootNamespace(provider), ct));
    }
}
