using Microsoft.CodeAnalysis.Diagnostics;

namespace GitOps;

/// <summary>The ConfigMaps and Secrets of the repository that may hold keys which it does not show, such as an ExternalSecret with <c>dataFrom</c>.</summary>
internal static class OpenSources
{
    public static HashSet<(string Kind, string Name)> Of(AnalyzerOptions options)
    {
        var open = new HashSet<(string, string)>();
        foreach (var file in options.AdditionalFiles)
        {
            if (!ProjectOptions.HasRole(options.AnalyzerConfigOptionsProvider, file, InputFiles.Variables) || file.GetText()?.ToString() is not { } text)
                continue;
            // What makes a source open; most files hold none of it, and a cheap look spares the reader.
            if (!text.Contains("dataFrom") && !text.Contains("templateFrom") && !text.Contains("env"))
                continue;
            foreach (var source in VariableSourceReader.Read(YamlFile.Read(text), file.Path))
                if (source.IsOpen)
                    open.Add((source.Kind, source.Name));
        }

        return open;
    }
}
