using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace GitOps;

/// <summary>
/// The objects that apps list, as far as the list says their kinds: by the type of a creation, of a member, or of what a method returns. Nothing is bound. An app is whole where that is all it lists
/// and where nothing but attributes and plain components says what it depends on: constructs, files and computed lists may bring anything.
/// </summary>
internal sealed class AppObjects(FluxTypes types, AppScopes scopes, Lazy<ModelTypes> models)
{
    private readonly Dictionary<INamedTypeSymbol, (IReadOnlyList<Listed> Objects, bool IsWhole)> known = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<string, INamedTypeSymbol?> classes = new(StringComparer.Ordinal);

    /// <summary>An object with its kind, and where it is made or listed.</summary>
    public sealed record Listed(SchemaKind Kind, Location Place);

    /// <summary>The API groups that an app says it brings.</summary>
    public IEnumerable<string> GroupsOf(INamedTypeSymbol app)
    {
        for (var current = app; current is not null && types.Provides is not null; current = current.BaseType)
            foreach (var attribute in current.GetAttributes())
                if (SymbolEqualityComparer.Default.Equals(attribute.AttributeClass, types.Provides) && attribute.ConstructorArguments is [{ Kind: TypedConstantKind.Array, Values: var groups }])
                    foreach (var group in groups)
                        if (group.Value is string name)
                            yield return name;
    }

    public IReadOnlyList<Listed> Of(INamedTypeSymbol app) => Read(app).Objects;

    /// <summary>Whether this is all that an app has and needs.</summary>
    public bool IsWhole(INamedTypeSymbol app) => Read(app).IsWhole;

    private (IReadOnlyList<Listed> Objects, bool IsWhole) Read(INamedTypeSymbol app)
    {
        if (!known.TryGetValue(app, out var found))
        {
            var objects = new List<Listed>();
            var isWhole = AddObjects(Declared.Property(app, "Manifests"), objects) && Declared.Property(app, "DependsOn") is not { IsOverride: true }
                && FluxTypes.AttributeOf(app, types.AppAttribute) is { } attribute && AppParser.Argument(attribute, "Existing") is null
                && (Declared.Property(app, "Components") is not { IsOverride: true } components
                    || (Declared.Expression(components) is CollectionExpressionSyntax list && list.Elements.All(static element => element is ExpressionElementSyntax) && list.Elements.Count == scopes.ComponentsOf(app).Count()));
            known.Add(app, found = (objects, isWhole));
        }

        return found;
    }

    /// <summary>Adds what a list says; false where it says not all.</summary>
    private bool AddObjects(IPropertySymbol? property, List<Listed> objects)
    {
        // A layer has no objects of its own.
        if (property is null || SymbolEqualityComparer.Default.Equals(property.ContainingType, types.Layer))
            return property is not null;
        if (!property.IsOverride || Declared.Expression(property) is not CollectionExpressionSyntax list)
            return false;
        var isWhole = true;
        foreach (var element in list.Elements)
            if (element is SpreadElementSyntax { Expression: MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax, Name.Identifier.ValueText: "Manifests" } })
                isWhole &= AddObjects(property.OverriddenProperty, objects);
            else if (element is ExpressionElementSyntax { Expression: var written } && KindOf(Declared.Plain(written), property.ContainingType) is var (kind, place))
            {
                objects.Add(new(kind, place));
                // It may bring any group.
                isWhole &= kind.Kind != "CustomResourceDefinition";
            }
            else
                isWhole = false;
        return isWhole;
    }

    private (SchemaKind Kind, Location Place)? KindOf(ExpressionSyntax written, INamedTypeSymbol owner)
    {
        switch (written)
        {
            case ObjectCreationExpressionSyntax creation:
                return models.Value.Of(creation.Type)?.Kind is { } made ? (made, PlaceOf(creation)) : null;
            case IdentifierNameSyntax name:
                return Held(Members(owner, name.Identifier.ValueText));
            case MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax of, Name: IdentifierNameSyntax name }:
                return Held(Members(ClassOf(of.Identifier.ValueText), name.Identifier.ValueText));
            case InvocationExpressionSyntax { Expression: IdentifierNameSyntax name }:
                return Returned(Members(owner, name.Identifier.ValueText));
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax of, Name: IdentifierNameSyntax name } }:
                return Returned(Members(ClassOf(of.Identifier.ValueText), name.Identifier.ValueText));
            default:
                return null;
        }

        (SchemaKind, Location)? Held(IReadOnlyList<ISymbol> members) => members switch
        {
            [IPropertySymbol property] when KindOf(property.Type) is { } kind =>
                (kind, Declared.Expression(property) switch
                {
                    AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression, Right: BaseObjectCreationExpressionSyntax creation } => PlaceOf(creation),
                    BaseObjectCreationExpressionSyntax creation => PlaceOf(creation),
                    _ => written.GetLocation(),
                }),
            [IFieldSymbol field] when KindOf(field.Type) is { } kind => (kind, written.GetLocation()),
            _ => null,
        };

        (SchemaKind, Location)? Returned(IReadOnlyList<ISymbol> members) =>
            members is [IMethodSymbol first, ..] && members.All(member => member is IMethodSymbol method && SymbolEqualityComparer.Default.Equals(method.ReturnType, first.ReturnType)) && KindOf(first.ReturnType) is { } kind
                ? (kind, written.GetLocation()) : null;
    }

    private SchemaKind? KindOf(ITypeSymbol type) => type is INamedTypeSymbol { TypeKind: TypeKind.Class } of ? models.Value.Of(of)?.Kind : null;

    private static Location PlaceOf(BaseObjectCreationExpressionSyntax creation) =>
        Location.Create(creation.SyntaxTree, TextSpan.FromBounds(creation.SpanStart, creation is ObjectCreationExpressionSyntax { Type: var type } ? type.Span.End : creation.ArgumentList!.Span.End));

    /// <summary>The members of that name of the nearest class that has one.</summary>
    private static IReadOnlyList<ISymbol> Members(INamedTypeSymbol? type, string name)
    {
        for (var current = type; current is not null; current = current.BaseType)
            if (current.GetMembers(name) is { IsEmpty: false } members)
                return members;
        return [];
    }

    private INamedTypeSymbol? ClassOf(string name)
    {
        if (!classes.TryGetValue(name, out var found))
        {
            var all = types.UserClasses.Where(type => type.Name == name).Take(2).ToList();
            classes.Add(name, found = all.Count == 1 ? all[0] : null);
        }

        return found;
    }
}
