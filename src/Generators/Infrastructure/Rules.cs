using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>The descriptors of what the generators report. Their messages are made where the fault is found, so each format is the message alone.</summary>
internal static class Rules
{
    private const string AsIs = "{0}";

    public static readonly DiagnosticDescriptor UnreadableYaml =
        Rule.Create(RuleIds.UnreadableYaml, KustomizeMessages.UnreadableTitle, AsIs, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NotACustomResourceDefinition =
        Rule.Create(RuleIds.NotACustomResourceDefinition, "The file is no CustomResourceDefinition", AsIs, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnsupportedSchema =
        Rule.Create(RuleIds.UnsupportedSchema, "The schema cannot become a model", AsIs, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NotAValuesSchema =
        Rule.Create(RuleIds.NotAValuesSchema, "The file is no schema of a chart's values", AsIs, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor SchemaReference =
        Rule.Create(RuleIds.SchemaReference, "A reference in a schema leads nowhere", AsIs, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor AppCannotBeMade =
        Rule.Create(RuleIds.AppCannotBeMade, "The class cannot be an app or a cluster", AsIs, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DuplicateDefinition =
        Rule.Create(RuleIds.DuplicateDefinition, "Two files define one type", AsIs, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor InternalError =
        Rule.Create(RuleIds.InternalError, "GitOps.Sdk made a mistake", AsIs, DiagnosticSeverity.Error);

    private static readonly Dictionary<string, DiagnosticDescriptor> ById =
        new DiagnosticDescriptor[] { UnreadableYaml, NotACustomResourceDefinition, UnsupportedSchema, NotAValuesSchema, SchemaReference, AppCannotBeMade, DuplicateDefinition, InternalError }.ToDictionary(rule => rule.Id);

    /// <summary>The descriptor of an id; an id without one is our own mistake, and said to be.</summary>
    public static DiagnosticDescriptor Of(string id) => ById.TryGetValue(id, out var rule) ? rule : InternalError;
}
