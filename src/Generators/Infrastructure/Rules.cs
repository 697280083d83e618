using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>The descriptors of what the generators report. Their messages are made where the fault is found, so each format is the message alone.</summary>
internal static class Rules
{
    private const string AsIs = "{0}";
    private const string Category = "GitOps.Inputs";

    public static readonly DiagnosticDescriptor UnreadableYaml = new(
        RuleIds.UnreadableYaml, "The file is no YAML", AsIs, Category, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor NotACustomResourceDefinition = new(
        RuleIds.NotACustomResourceDefinition, "The file is no CustomResourceDefinition", AsIs, Category, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor UnsupportedSchema = new(
        RuleIds.UnsupportedSchema, "The schema cannot become a model", AsIs, Category, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor AppCannotBeMade = new(
        RuleIds.AppCannotBeMade, "The class cannot be an app or a cluster", AsIs, Category, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor DuplicateDefinition = new(
        RuleIds.DuplicateDefinition, "Two files define one type", AsIs, Category, DiagnosticSeverity.Error, true);

    public static readonly DiagnosticDescriptor InternalError = new(
        RuleIds.InternalError, "GitOps.Sdk made a mistake", AsIs, "GitOps.Internal", DiagnosticSeverity.Error, true);

    private static readonly Dictionary<string, DiagnosticDescriptor> ById =
        new DiagnosticDescriptor[] { UnreadableYaml, NotACustomResourceDefinition, UnsupportedSchema, AppCannotBeMade, DuplicateDefinition, InternalError }.ToDictionary(rule => rule.Id);

    /// <summary>The descriptor of an id; an id without one is our own mistake, and said to be.</summary>
    public static DiagnosticDescriptor Of(string id) => ById.TryGetValue(id, out var rule) ? rule : InternalError;
}
