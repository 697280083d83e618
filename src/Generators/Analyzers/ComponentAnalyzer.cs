using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GitOps;

/// <summary>The rules over the components that an app lists.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ComponentAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Conflict = Rule.Create(ConflictingValuesRule.Id, ConflictingValuesRule.Title, ConflictingValuesRule.Message, DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Conflict];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (FluxTypes.Find(start.Compilation) is not { } types)
                return;
            var scopes = new AppScopes(types);
            start.RegisterSyntaxNodeAction(node => Judge(node, types, scopes), SyntaxKind.PropertyDeclaration);
        });
    }

    private static void Judge(SyntaxNodeAnalysisContext context, FluxTypes types, AppScopes scopes)
    {
        var declaration = (PropertyDeclarationSyntax)context.Node;
        if (declaration.Identifier.ValueText != "Components" || !declaration.Modifiers.Any(SyntaxKind.OverrideKeyword)
            || context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { ContainingType: { } type } property
            || !FluxTypes.Derives(type, types.App) || Declared.Expression(property) is not CollectionExpressionSyntax list)
            return;
        // What the app sets itself counts for all components; where that is computed, two values may be none.
        if (AppScopes.SubstituteOf(type) is not { } own)
            return;
        // Constants are bound only for a variable that two components of the list are given.
        var shared = new HashSet<string>(list.Elements.OfType<ExpressionElementSyntax>().SelectMany(element => Set(element.Expression, scopes).Select(static set => set.Variable).Distinct())
            .GroupBy(static variable => variable, StringComparer.Ordinal).Where(static same => same.Skip(1).Any()).Select(static same => same.Key), StringComparer.Ordinal);
        if (shared.Count == 0)
            return;
        var places = new SourcePlaces("");
        var uses = list.Elements.OfType<ExpressionElementSyntax>().Select(element => Use(element.Expression, shared, scopes, places, context)).Where(static use => use is not null).Select(static use => use!).ToList();
        foreach (var finding in ConflictingValuesRule.Check(new AppModel(default) { Variables = own, Components = uses }))
            if (places.Find(finding.Place) is { } at)
                context.ReportDiagnostic(Diagnostic.Create(
                    Conflict, at, finding.AlsoAt.Select(places.Find).Where(static other => other is not null).Select(static other => other!), finding.Arguments.ToArray<object>()));
    }

    /// <summary>The variables that a creation sets, with the assignments that do.</summary>
    private static IEnumerable<(string Variable, AssignmentExpressionSyntax Assignment)> Set(ExpressionSyntax element, AppScopes scopes)
    {
        var creation = Declared.Plain(element);
        if (scopes.ComponentOf(creation) is not { } component || scopes.VariablesOf(component) is not { } variables || creation is not BaseObjectCreationExpressionSyntax { Initializer: { } initializer })
            return [];
        return from assignment in initializer.Expressions.OfType<AssignmentExpressionSyntax>()
               from variable in variables
               where assignment.Left is IdentifierNameSyntax name && name.Identifier.ValueText == variable.Property
               select (variable.Variable, assignment);
    }

    /// <summary>A component of the list with what is set on it, as far as that is constant.</summary>
    private static ComponentUse? Use(ExpressionSyntax element, HashSet<string> shared, AppScopes scopes, SourcePlaces places, SyntaxNodeAnalysisContext context)
    {
        var creation = Declared.Plain(element);
        if (scopes.ComponentOf(creation) is not { } component)
            return null;
        var values = new List<VariableAssignment>();
        foreach (var (variable, assignment) in Set(element, scopes))
            if (shared.Contains(variable) && TextOf(context.SemanticModel.GetConstantValue(assignment.Right, context.CancellationToken)) is { } text)
                values.Add(new VariableAssignment(variable, text, places.Of(assignment.GetLocation())));
        var directory = Declared.Property(component, "Directory") is { } property && Declared.Expression(property) is LiteralExpressionSyntax { Token.Value: string written } ? written : component.Name;
        return new ComponentUse(directory, new ComponentModel(directory), places.Of(creation.GetLocation())) { Values = values };
    }

    private static string? TextOf(Optional<object?> constant) => constant is not { HasValue: true, Value: { } value } ? null : value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        int or long => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
