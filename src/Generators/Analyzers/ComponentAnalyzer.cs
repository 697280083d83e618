using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GitOps;

/// <summary>The rules over components: what an app lists together, and what the properties of one written in C# say.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ComponentAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Conflict = Rule.Create(ConflictingValuesRule.Id, ConflictingValuesRule.Title, ConflictingValuesRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Shared = Rule.Create(SharedVariableRule.Id, SharedVariableRule.Title, SharedVariableRule.Message, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor Twice = Rule.Create(ComponentTwiceRule.Id, ComponentTwiceRule.Title, ComponentTwiceRule.Message, DiagnosticSeverity.Error);
    private static readonly DiagnosticDescriptor Property = Rule.Create(VariablePropertyRule.Id, VariablePropertyRule.Title, "{0}", DiagnosticSeverity.Error);

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Conflict, Shared, Twice, Property];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (FluxTypes.Find(start.Compilation) is not { } types)
                return;
            var scopes = AppScopes.Of(types);
            start.RegisterSemanticModelAction(model =>
            {
                foreach (var one in TreeOverview.Of(model.SemanticModel.SyntaxTree, model.CancellationToken).Classes)
                {
                    foreach (var member in one.Declaration.Members)
                        if (member is PropertyDeclarationSyntax { Identifier.ValueText: "Components" } property && property.Modifiers.Any(SyntaxKind.OverrideKeyword))
                            JudgeList(model, property, types, scopes);
                    if (one.Declaration is ClassDeclarationSyntax declaration)
                        JudgeVariables(model, declaration, types);
                }
            });
        });
    }

    private static void JudgeList(SemanticModelAnalysisContext context, PropertyDeclarationSyntax declaration, FluxTypes types, AppScopes scopes)
    {
        if (context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { ContainingType: { } type } property
            || !FluxTypes.Derives(type, types.App) || Declared.Expression(property) is not CollectionExpressionSyntax list)
            return;
        var places = new SourcePlaces("");
        var creations = list.Elements.OfType<ExpressionElementSyntax>().Select(static element => Declared.Plain(element.Expression))
            .Select(creation => (Creation: creation, Component: scopes.ComponentOf(creation))).Where(static pair => pair.Component is not null).ToList();
        if (creations.Count < 2)
            return;

        // Constants are bound only for a variable that two components of the list are given.
        var set = creations.ToDictionary(static pair => pair.Creation, pair => Set(pair.Creation, pair.Component!, scopes).ToList());
        var shared = new HashSet<string>(set.Values.SelectMany(static one => one.Select(static entry => entry.Variable).Distinct())
            .GroupBy(static variable => variable, StringComparer.Ordinal).Where(static same => same.Skip(1).Any()).Select(static same => same.Key), StringComparer.Ordinal);
        var app = new AppModel(default)
        {
            // What the app sets itself counts for all components; where that is computed, two values may be none.
            Variables = AppScopes.SubstituteOf(type) ?? [],
            Components = [.. creations.Select(pair => new ComponentUse(pair.Component!.Name, Model(pair.Component, types, scopes), places.Of(pair.Creation.GetLocation()))
            {
                Values = [.. set[pair.Creation].Select(entry => new VariableAssignment(
                    entry.Variable,
                    shared.Contains(entry.Variable) ? TextOf(context.SemanticModel.GetConstantValue(entry.Assignment.Right, context.CancellationToken)) : null,
                    places.Of(entry.Assignment.GetLocation())))],
            })],
        };
        Report(ComponentTwiceRule.Check(app), Twice);
        if (AppScopes.SubstituteOf(type) is null)
            return;
        Report(SharedVariableRule.Check(app), Shared);
        if (shared.Count > 0)
            Report(ConflictingValuesRule.Check(app), Conflict);

        void Report(IEnumerable<Finding> findings, DiagnosticDescriptor rule)
        {
            foreach (var finding in findings)
                if (places.Find(finding.Place) is { } at)
                    context.ReportDiagnostic(Diagnostic.Create(
                        rule, at, finding.AlsoAt.Select(places.Find).Where(static other => other is not null).Select(static other => other!), finding.Arguments.ToArray<object>()));
        }
    }

    /// <summary>The variables that a creation sets, with the assignments that do.</summary>
    private static IEnumerable<(string Variable, AssignmentExpressionSyntax Assignment)> Set(ExpressionSyntax creation, INamedTypeSymbol component, AppScopes scopes)
    {
        if (scopes.VariablesOf(component) is not { } variables || creation is not BaseObjectCreationExpressionSyntax { Initializer: { } initializer })
            return [];
        return from assignment in initializer.Expressions.OfType<AssignmentExpressionSyntax>()
               from variable in variables
               where assignment.Left is IdentifierNameSyntax name && name.Identifier.ValueText == variable.Property
               select (variable.Variable, assignment);
    }

    /// <summary>A component as far as its class shows it: what it takes, and whether it brings objects.</summary>
    private static ComponentModel Model(INamedTypeSymbol component, FluxTypes types, AppScopes scopes)
    {
        var directory = scopes.DirectoryOf(component) ?? component.ToDisplayString();
        var brings = scopes.IsWritten(component)
            ? Declared.Property(component, "Manifests") is { } property && Declared.Expression(property) is CollectionExpressionSyntax { Elements.Count: > 0 }
            : component.GetMembers().OfType<IPropertySymbol>().Any(member => member.Type is INamedTypeSymbol type && SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, types.ComponentObject));
        return new ComponentModel(directory)
        {
            Parameters = [.. (scopes.VariablesOf(component) ?? []).Where(static variable => variable.Property.Length > 0)
                .Select(variable => new ComponentParameter(variable.Variable) { IsRequired = Declared.Property(component, variable.Property) is null or { IsRequired: true } })],
            Objects = brings ? [new ObjectModel("", "", "", "")] : [],
        };
    }

    /// <summary>
    /// The properties with <c>[Variable]</c>: whether each can be one, and whether the component's texts, which are made once for all, use the value that one
    /// user sets.
    /// </summary>
    private static void JudgeVariables(SemanticModelAnalysisContext context, ClassDeclarationSyntax declaration, FluxTypes types)
    {
        if (types.Variable is null || context.SemanticModel.GetDeclaredSymbol(declaration, context.CancellationToken) is not { } type)
            return;
        foreach (var member in declaration.Members.OfType<PropertyDeclarationSyntax>())
            if (HasMark(member) && context.SemanticModel.GetDeclaredSymbol(member, context.CancellationToken) is { } own && VariablePropertyParser.VariableOf(own) is not null
                && VariablePropertyParser.Read(own, member, context.SemanticModel, context.CancellationToken).Fault is { } fault)
                context.ReportDiagnostic(Diagnostic.Create(Property, member.Identifier.GetLocation(), string.Format(CultureInfo.InvariantCulture, VariablePropertyRule.Message, own.Name, fault)));
        if (!FluxTypes.Derives(type, types.Component))
            return;
        var variables = new Dictionary<string, IPropertySymbol>(StringComparer.Ordinal);
        for (var current = type; current is not null && !SymbolEqualityComparer.Default.Equals(current, types.Component); current = current.BaseType)
            foreach (var property in current.GetMembers().OfType<IPropertySymbol>().Where(property => property.GetAttributes().Any(one => SymbolEqualityComparer.Default.Equals(one.AttributeClass, types.Variable))))
                variables[property.Name] = property;
        if (variables.Count == 0)
            return;
        foreach (var name in declaration.DescendantNodes(static node => !IsForValues(node)).OfType<IdentifierNameSyntax>())
            if (variables.TryGetValue(name.Identifier.ValueText, out var property) && IsOfThis(name)
                && SymbolEqualityComparer.Default.Equals(context.SemanticModel.GetSymbolInfo(name, context.CancellationToken).Symbol, property))
                context.ReportDiagnostic(Diagnostic.Create(
                    Property, name.GetLocation(), property.Locations, string.Format(CultureInfo.InvariantCulture, VariablePropertyRule.ValueMessage, property.Name, ExpressionOf(type, property))));
    }

    /// <summary>What deals with the values on purpose: the method that hands them on, and a property's own code.</summary>
    private static bool IsForValues(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText == "AddVariables",
        PropertyDeclarationSyntax property => HasMark(property),
        InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } } => true,
        _ => false,
    };

    // By its look: what is bound is bound for each class of a project.
    private static bool HasMark(PropertyDeclarationSyntax property) => property.AttributeLists.SelectMany(static list => list.Attributes)
        .Any(static one => one.Name.ToString() is var name && (name.EndsWith("Variable", StringComparison.Ordinal) || name.EndsWith("VariableAttribute", StringComparison.Ordinal)));

    private static bool IsOfThis(IdentifierNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == name => access.Expression is ThisExpressionSyntax,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment => assignment.Left != name,
        _ => true,
    };

    private static string ExpressionOf(INamedTypeSymbol type, IPropertySymbol property) =>
        type.GetTypeMembers("Variables").FirstOrDefault()?.GetMembers(property.Name).OfType<IFieldSymbol>().FirstOrDefault()?.ConstantValue as string
        ?? $"${{{VariablePropertyParser.VariableOf(property)}}}";

    private static string? TextOf(Optional<object?> constant) => constant is not { HasValue: true, Value: { } value } ? null : value switch
    {
        string text => text,
        bool flag => flag ? "true" : "false",
        int or long => Convert.ToString(value, CultureInfo.InvariantCulture),
        _ => null,
    };
}
