using Microsoft.CodeAnalysis.Diagnostics;

namespace GitOps;

/// <summary>The schemas of the project's own CRDs.</summary>
internal static class UserSchemas
{
    public static SchemaSet Of(AnalyzerOptions options, CancellationToken ct)
    {
        var all = SchemaSet.Shipped;
        foreach (var file in options.AdditionalFiles)
            if (ProjectOptions.HasRole(options.AnalyzerConfigOptionsProvider, file, InputFiles.Crd) && file.GetText(ct) is { } text)
                all = all.With(SchemaReader.Read(file.Path, text.ToString(), new SchemaReadOptions { Exact = true }, ct));
        return all;
    }
}
