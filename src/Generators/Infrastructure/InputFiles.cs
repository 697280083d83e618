using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>The user's files by the role that their MSBuild item gives them.</summary>
internal static class InputFiles
{
    public const string Crd = "GitOpsCrd";
    public const string Component = "GitOpsComponent";
    public const string Variables = "GitOpsVariables";
    public const string Owned = "GitOpsOwned";

    public static IncrementalValuesProvider<AdditionalText> WithRole(this IncrementalGeneratorInitializationContext context, string role) =>
        context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Where(pair => ProjectOptions.HasRole(pair.Right, pair.Left, role))
            .Select(static (pair, _) => pair.Left);

    /// <summary>What synth wrote: never an input, so a broken or deleted tree does not stop the project from compiling.</summary>
    public static IncrementalValueProvider<EquatableArray<string>> OwnedFiles(this IncrementalGeneratorInitializationContext context) =>
        context.WithRole(Owned)
            .SelectMany(static (file, ct) => OwnedPaths(file.Path, file.GetText(ct)?.ToString() ?? ""))
            .Collect()
            .Select(static (paths, _) => paths.OrderBy(static path => path, StringComparer.Ordinal).ToEquatableArray());

    public static string Normal(string path) => path.Replace('\\', '/');

    /// <summary>The folder of a path, with forward slashes; empty for a bare name.</summary>
    public static string FolderOf(string path)
    {
        var normal = Normal(path);
        var slash = normal.LastIndexOf('/');
        return slash < 0 ? "" : normal.Substring(0, slash);
    }

    /// <summary>The last part of a path.</summary>
    public static string NameOf(string path)
    {
        var normal = Normal(path);
        return normal.Substring(normal.LastIndexOf('/') + 1);
    }

    // A line is sixteen digits of a hash, two blanks and the path below the manifest's folder. All else (a header, conflict markers) says nothing.
    private static IEnumerable<string> OwnedPaths(string manifest, string text)
    {
        const int HashLength = 16;
        var folder = FolderOf(manifest);
        foreach (var line in text.Split('\n'))
        {
            var entry = line.TrimEnd('\r');
            if (entry.Length > HashLength + 2 && entry[HashLength] == ' ' && entry[HashLength + 1] == ' ' && entry.Take(HashLength).All(IsHexadecimal))
                yield return folder + "/" + entry.Substring(HashLength + 2);
        }
    }

    private static bool IsHexadecimal(char character) => character is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
}
