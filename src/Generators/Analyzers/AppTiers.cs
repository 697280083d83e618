using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps;

/// <summary>
/// The intervals of apps against their tiers, as far as both are written out: an interval that is a literal, and a tier that is made of literals, in the app or as a static member of a class of this
/// project. Nothing is bound; a class is found by its name, where no other has it.
/// </summary>
internal sealed class AppTiers(FluxTypes types)
{
    private readonly ConcurrentDictionary<string, INamedTypeSymbol?> classes = new(StringComparer.Ordinal);

    /// <summary>What is said of an app, at its interval; of one that a base class says, at the app's attribute, as synth does.</summary>
    public AppGraph.Said? Judge(INamedTypeSymbol app)
    {
        if (Declared.Property(app, "Interval") is not { IsOverride: true } interval || Declared.Property(app, "Tier") is not { IsOverride: true } tier
            || Declared.Expression(interval) is not LiteralExpressionSyntax { Token.Value: string own } written || Declared.Bool(app, "Enabled") == false
            || types.IdOf(app) is not { } id || Declared.Expression(tier) is not { } said || TierOf(said, tier.ContainingType) is not var (name, minimum)
            || IntervalBelowTierRule.Of(null, id.ToString(), own, name, minimum) is not { } finding)
            return null;
        return SymbolEqualityComparer.Default.Equals(interval.ContainingType, app) ? new(finding, [written.GetLocation()])
            : new(finding, [FluxTypes.AttributeOf(app, types.AppAttribute)?.ApplicationSyntaxReference is { } attribute ? Location.Create(attribute.SyntaxTree, attribute.Span) : app.Locations[0], written.GetLocation()]);
    }

    private (string Name, string Minimum)? TierOf(ExpressionSyntax said, INamedTypeSymbol owner) => said switch
    {
        BaseObjectCreationExpressionSyntax creation => Made(creation),
        AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression, Right: var made } => Made(made),
        IdentifierNameSyntax name => Member(owner, name.Identifier.ValueText),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: IdentifierNameSyntax { Identifier.ValueText: var of } } => Member(ClassOf(of), name),
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name, Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var of } } => Member(ClassOf(of), name),
        _ => null,
    };

    /// <summary>What a static member holds for good.</summary>
    private (string Name, string Minimum)? Member(INamedTypeSymbol? owner, string name)
    {
        for (var current = owner; current is not null; current = current.BaseType)
            switch (current.GetMembers(name))
            {
                case [IPropertySymbol { IsStatic: true, SetMethod: null } property] when HasNoCode(current):
                    return Declared.Expression(property) is { } expression ? Made(expression is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression, Right: var made } ? made : expression) : null;
                case [IFieldSymbol { IsStatic: true, IsReadOnly: true, DeclaringSyntaxReferences: [var reference] }] when HasNoCode(current):
                    return reference.GetSyntax() is VariableDeclaratorSyntax { Initializer.Value: var value } ? Made(value) : null;
                case [_, ..]:
                    return null;
            }

        return null;

        // A static constructor may set it anew.
        static bool HasNoCode(INamedTypeSymbol type) => type.StaticConstructors.All(static made => made.IsImplicitlyDeclared);
    }

    private static (string Name, string Minimum)? Made(ExpressionSyntax expression)
    {
        if (Declared.Plain(expression) is not BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [var first, var second] } creation
            || !(creation is ImplicitObjectCreationExpressionSyntax || creation is ObjectCreationExpressionSyntax { Type: var type } && ModelValues.SimpleName(type) == "Tier")
            || Text(first, "Name") is not { } name || Text(second, "Interval") is not { } minimum)
            return null;
        foreach (var entry in creation.Initializer?.Expressions ?? [])
            if (entry is AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: "Minimum" }, Right: LiteralExpressionSyntax { Token: var token, RawKind: var kind } })
                minimum = kind == (int)SyntaxKind.NullLiteralExpression ? minimum : token.Value as string;
            else
                return null;
        return minimum is null ? null : (name, minimum);

        static string? Text(ArgumentSyntax argument, string parameter) =>
            argument.NameColon is null || argument.NameColon.Name.Identifier.ValueText == parameter ? (argument.Expression as LiteralExpressionSyntax)?.Token.Value as string : null;
    }

    private INamedTypeSymbol? ClassOf(string name) => classes.GetOrAdd(name, key =>
    {
        var found = types.UserClasses.Where(type => type.Name == key).Take(2).ToList();
        return found.Count == 1 ? found[0] : null;
    });
}
