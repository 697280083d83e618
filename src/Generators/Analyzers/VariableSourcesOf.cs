using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GitOps;

/// <summary>The variable sources in a file, read once for each text.</summary>
internal static class VariableSourcesOf
{
    private static readonly ConditionalWeakTable<SourceText, Known> Read = new();

    public static IReadOnlyList<VariableSourceModel> File(string path, AdditionalText file)
    {
        if (file.GetText() is not { } text)
            return [];
        if (Read.TryGetValue(text, out var known) && known.Path == path)
            return known.Sources;
        var content = text.ToString();
        // Most files of a tree hold none of these; a cheap look spares the reader.
        known = new Known(path, content.Contains("ConfigMap") || content.Contains("Secret") || content.Contains("Generator") ? VariableSourceReader.Read(YamlFile.Read(content), path) : []);
        Read.Remove(text);
        return Read.GetValue(text, _ => known).Sources;
    }

    private sealed record Known(string Path, IReadOnlyList<VariableSourceModel> Sources);
}
