using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>Makes descriptors from the constants of the rules: category and help page follow from the id, so none is forgotten.</summary>
internal static class Rule
{
    public static DiagnosticDescriptor Create(string id, string title, string messageFormat, DiagnosticSeverity defaultSeverity) =>
        new(id, title, messageFormat, CategoryOf(id), defaultSeverity, isEnabledByDefault: true, helpLinkUri: HelpPages + id + ".md");

    // As RuleInfo.HelpPage: below the repository, until the pages stand at an address of their own.
    private const string HelpPages = "docs/rules/";

    private static string CategoryOf(string id) => id["GOPS".Length] switch
    {
        '1' => "GitOps.Graph",
        '2' => "GitOps.Substitution",
        '3' => "GitOps.Kustomize",
        '4' => "GitOps.Sources",
        '5' => "GitOps.Objects",
        '7' => "GitOps.Secrets",
        '9' => "GitOps.Internal",
        _ => "GitOps.Inputs",
    };
}
