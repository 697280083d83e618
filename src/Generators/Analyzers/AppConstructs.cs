using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps;

/// <summary>
/// What the constructs of an app need, as far as the syntax says it: those that the app lists plainly, made in the list or in a property of the same class. What is passed through other code is not followed:
/// synth sees it.
/// </summary>
internal sealed class AppConstructs
{
    // What turns a reference into what a field wants, and keeps its object. Its name as a text is no reference any more.
    private static readonly HashSet<string> Conversions = new(StringComparer.Ordinal) { "AsParentRef", "AsBackendRef", "AsReference", "Key" };

    private readonly FluxTypes types;
    private readonly Dictionary<string, INamedTypeSymbol?> constructs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, INamedTypeSymbol?> apps = new(StringComparer.Ordinal);
    private readonly Dictionary<INamedTypeSymbol, IReadOnlyList<Need>> needs = new(SymbolEqualityComparer.Default);

    public AppConstructs(FluxTypes types, IEnumerable<INamedTypeSymbol> apps)
    {
        this.types = types;
        foreach (var type in types.App.ContainingNamespace.GetTypeMembers().Concat(types.UserClasses))
            if (FluxTypes.Derives(type, types.Construct))
                constructs[type.Name] = constructs.ContainsKey(type.Name) ? null : type;
        foreach (var app in apps)
            this.apps[app.Name] = this.apps.ContainsKey(app.Name) ? null : app;
    }

    /// <summary>Something that a construct needs.</summary>
    /// <param name="Target">The app, or the reference to a Kustomization.</param>
    /// <param name="Creation">Where the construct is made.</param>
    /// <param name="Construct">The construct's class.</param>
    /// <param name="Attribute">The attribute of its class that says so; <see langword="null"/> where a reference does.</param>
    public sealed record Need(INamedTypeSymbol Target, ExpressionSyntax Creation, INamedTypeSymbol Construct, AttributeData? Attribute);

    /// <summary>What the constructs of an app need, in the order of its list.</summary>
    public IReadOnlyList<Need> Of(INamedTypeSymbol app)
    {
        if (types.Construct is null)
            return [];
        if (!needs.TryGetValue(app, out var found))
            needs.Add(app, found = [.. Listed(app).SelectMany(made => NeedsOf(made.Creation, made.Construct, app))]);
        return found;
    }

    private IEnumerable<(BaseObjectCreationExpressionSyntax Creation, INamedTypeSymbol Construct)> Listed(INamedTypeSymbol app)
    {
        if (Declared.Property(app, "Manifests") is not { IsOverride: true } property || Declared.Expression(property) is not CollectionExpressionSyntax list)
            yield break;
        foreach (var element in list.Elements)
            if (element is ExpressionElementSyntax { Expression: var written } && Made(written, property.ContainingType) is { } creation && ConstructOf(creation) is { } construct)
                yield return (creation, construct);
    }

    /// <summary>The creation that an entry is: written there, or in the property that it names.</summary>
    private static BaseObjectCreationExpressionSyntax? Made(ExpressionSyntax written, INamedTypeSymbol owner) => Declared.Plain(written) switch
    {
        BaseObjectCreationExpressionSyntax creation => creation,
        IdentifierNameSyntax name => Behind(name, owner) as BaseObjectCreationExpressionSyntax,
        _ => null,
    };

    /// <summary>What a property of the class holds, also where it is made when first asked for (<c>field ??= new(…)</c>).</summary>
    private static ExpressionSyntax? Behind(IdentifierNameSyntax name, INamedTypeSymbol owner) =>
        owner.GetMembers(name.Identifier.ValueText) is [IPropertySymbol property] && Declared.Expression(property) is { } expression
            ? expression is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression, Right: var right } ? Declared.Plain(right) : expression
            : null;

    private INamedTypeSymbol? ConstructOf(BaseObjectCreationExpressionSyntax creation)
    {
        var name = creation is ObjectCreationExpressionSyntax { Type: var made } ? NameOf(made)
            : creation.Ancestors().OfType<PropertyDeclarationSyntax>().FirstOrDefault() is { Type: var declared } property && property.DescendantNodes().OfType<BaseObjectCreationExpressionSyntax>().First() == creation ? NameOf(declared)
            : null;
        return name is not null && constructs.TryGetValue(name, out var type) ? type : null;
    }

    private IEnumerable<Need> NeedsOf(BaseObjectCreationExpressionSyntax creation, INamedTypeSymbol construct, INamedTypeSymbol app)
    {
        var owner = creation.Ancestors().OfType<PropertyDeclarationSyntax>().Any() ? app : null;
        for (var current = construct; current is not null && !SymbolEqualityComparer.Default.Equals(current, types.Construct); current = current.BaseType)
        {
            foreach (var attribute in FluxTypes.AttributesOf(current, types.DependsOn))
                if (attribute.AttributeClass!.TypeArguments is [INamedTypeSymbol { TypeKind: TypeKind.Class } target])
                    yield return new(target, creation, construct, attribute);
            // What a class of the user's hands to its base, whatever its own arguments are.
            foreach (var declaration in current.DeclaringSyntaxReferences.Select(static one => one.GetSyntax()).OfType<TypeDeclarationSyntax>())
                if (declaration.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault() is { } baseCall)
                    foreach (var target in References(baseCall.ArgumentList, baseCall, current))
                        yield return new(target, creation, construct, null);
        }

        foreach (var part in new SyntaxNode?[] { creation.ArgumentList, creation.Initializer })
            if (part is not null)
                foreach (var target in References(part, creation, owner))
                    yield return new(target, creation, construct, null);
    }

    /// <summary>The apps whose objects a part of a creation refers to, and those that it names as dependencies.</summary>
    private IEnumerable<INamedTypeSymbol> References(SyntaxNode part, SyntaxNode creation, INamedTypeSymbol? owner)
    {
        foreach (var node in part.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax))
        {
            var target = node switch
            {
                InvocationExpressionSyntax call when IsReference(call) => TargetOf(((GenericNameSyntax)((MemberAccessExpressionSyntax)call.Expression).Expression).TypeArgumentList),
                InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Dependency" }, Name: GenericNameSyntax { Identifier.ValueText: "On" } on } } => TargetOf(on.TypeArgumentList),
                // A reference that a property of the class holds.
                IdentifierNameSyntax name when owner is not null && IsValue(name) && Behind(name, owner) is InvocationExpressionSyntax held && IsReference(held) => TargetOf(((GenericNameSyntax)((MemberAccessExpressionSyntax)held.Expression).Expression).TypeArgumentList),
                _ => null,
            };
            if (target is not null && Arrives(node, creation))
                yield return target;
        }
    }

    // A name that is set, or that follows a dot, is no property of the class.
    private static bool IsValue(IdentifierNameSyntax name) =>
        name.Parent is not NameColonSyntax && !(name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name) && !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name);

    private static bool IsReference(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: GenericNameSyntax { Identifier.ValueText: "Ref", TypeArgumentList.Arguments.Count: 1 }, Name.Identifier.ValueText: "To" };

    private INamedTypeSymbol? TargetOf(TypeArgumentListSyntax arguments) =>
        arguments.Arguments is [var argument] && NameOf(argument) is { } name && apps.TryGetValue(name, out var app) ? app : null;

    /// <summary>Whether a value stands in the construct as it is: in an argument, an initializer or a list. Code that is called may do anything with it.</summary>
    private bool Arrives(SyntaxNode node, SyntaxNode creation)
    {
        for (var at = node; at != creation; at = at.Parent!)
            switch (at.Parent)
            {
                case MemberAccessExpressionSyntax access when access.Expression == at && access.Parent is InvocationExpressionSyntax && Conversions.Contains(access.Name.Identifier.ValueText):
                case InvocationExpressionSyntax or ParenthesizedExpressionSyntax or CastExpressionSyntax or CollectionExpressionSyntax or ExpressionElementSyntax or InitializerExpressionSyntax or ImplicitObjectCreationExpressionSyntax:
                case AssignmentExpressionSyntax assignment when assignment.Right == at:
                case PrimaryConstructorBaseTypeSyntax:
                case ObjectCreationExpressionSyntax created when created == creation || IsOfTheSdk(created.Type):
                case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } when IsPassedOn(call):
                case ArgumentSyntax { Parent: ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax or PrimaryConstructorBaseTypeSyntax } }:
                case ArgumentListSyntax:
                    continue;
                default:
                    return false;
            }

        return true;
    }

    // What the SDK makes of a reference for a construct.
    private static bool IsPassedOn(InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "PostgresPassword" or "Dependency" } };

    private bool IsOfTheSdk(TypeSyntax type) => NameOf(type) is { } name && types.App.ContainingNamespace.GetTypeMembers(name).Any(found => SymbolEqualityComparer.Default.Equals(found.ContainingAssembly, types.App.ContainingAssembly));

    private static string? NameOf(TypeSyntax type) => type switch
    {
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        NullableTypeSyntax nullable => NameOf(nullable.ElementType),
        _ => null,
    };
}
