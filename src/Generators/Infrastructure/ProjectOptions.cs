using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GitOps;

/// <summary>What MSBuild tells of the project and its files. Pipelines take single texts from here, never the provider.</summary>
internal static class ProjectOptions
{
    public static string Directory(AnalyzerConfigOptionsProvider options) => Property(options, "ProjectDir");

    /// <summary>The namespace of classes made from the user's files.</summary>
    public static string RootNamespace(AnalyzerConfigOptionsProvider options) => Property(options, "RootNamespace");

    /// <summary>The folder of the Kubernetes tree.</summary>
    public static string Tree(AnalyzerConfigOptionsProvider options) => Property(options, "GitOpsTree");

    /// <summary>The repository's root; without one that is known, the folder that holds the tree.</summary>
    public static string Root(AnalyzerConfigOptionsProvider options) => Property(options, "GitOpsRoot") is { Length: > 0 } root ? root : InputFiles.FolderOf(Tree(options));

    /// <summary>Whether the usual folders of the tree are given to the compiler by default, all of them.</summary>
    public static bool HasDefaultItems(AnalyzerConfigOptionsProvider options) => Property(options, "GitOpsDefaultItems") == "true";

    /// <summary>Whether this is the project of the SDK itself.</summary>
    public static bool IsSdk(AnalyzerConfigOptionsProvider options) => Property(options, "GitOpsIsSdk") == "true";

    /// <summary>Whether a file has a role: <c>GitOpsCrd</c>, <c>GitOpsComponent</c> …</summary>
    public static bool HasRole(AnalyzerConfigOptionsProvider options, AdditionalText file, string role) =>
        string.Equals(Metadata(options, file, role), "true", StringComparison.OrdinalIgnoreCase);

    public static string Metadata(AnalyzerConfigOptionsProvider options, AdditionalText file, string name) =>
        options.GetOptions(file).TryGetValue("build_metadata.AdditionalFiles." + name, out var value) ? value : "";

    private static string Property(AnalyzerConfigOptionsProvider options, string name) =>
        options.GlobalOptions.TryGetValue("build_property." + name, out var value) ? value : "";
}
