using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>The user's files by the role that their MSBuild item gives them.</summary>
internal static class InputFiles
{
    public const string Crd = "GitOpsCrd";
    public const string Component = "GitOpsComponent";
    public const string Variables = "GitOpsVariables";
    public const string Kustomization = "GitOpsKustomization";
    public const string File = "GitOpsFile";
    public const string ValuesSchema = "GitOpsValuesSchema";

    public static IncrementalValuesProvider<AdditionalText> WithRole(this IncrementalGeneratorInitializationContext context, string role) =>
        context.AdditionalTextsProvider.Combine(context.AnalyzerConfigOptionsProvider)
            .Where(pair => ProjectOptions.HasRole(pair.Right, pair.Left, role))
            .Select(static (pair, _) => pair.Left);

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
}
