using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GitOps;

/// <summary>
/// What the texts of each app can take, as far as types and constants say it: sources by attribute, keys of <c>Substitute</c>, variables of components. Where
/// anything of it is computed the app is open, and nothing is called undefined.
/// </summary>
internal sealed class AppScopes
{
    private static readonly IReadOnlyList<(string Variable, string Property)> FilledByApp = [("APP", ""), ("NAMESPACE", "")];

    private readonly FluxTypes types;
    private readonly ConcurrentDictionary<INamedTypeSymbol, IReadOnlyList<(string Variable, string Property)>?> variablesOf = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> takenOut = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, AppModel> apps = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, AppModel> alone = new(SymbolEqualityComparer.Default);
    private readonly Lazy<(IReadOnlyList<INamedTypeSymbol> Sources, bool IsOpen)> clusters;
    private readonly Lazy<ILookup<INamedTypeSymbol, INamedTypeSymbol>> members;
    private readonly Lazy<Dictionary<string, INamedTypeSymbol?>> components;
    private readonly Lazy<IReadOnlyList<VariableSourceModel>> sources;

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<FluxTypes, AppScopes> Made = new();

    /// <summary>Those of a compilation; what one analyzer has read the others need not read again.</summary>
    public static AppScopes Of(FluxTypes types) => Made.GetValue(types, static key => new AppScopes(key));

    private AppScopes(FluxTypes types)
    {
        this.types = types;
        clusters = new(OfClusters);
        members = new(() => types.UserClasses.Where(type => types.LayerOf(type) is not null)
            .ToLookup(type => types.LayerOf(type)!, static type => type, (IEqualityComparer<INamedTypeSymbol>)SymbolEqualityComparer.Default));
        components = new(ComponentsByName);
        sources = new(() => [.. types.UserClasses
            .Where(type => !type.IsAbstract && FluxTypes.Derives(type, types.VariableSource)).Select(ModelOf)]);
    }

    /// <summary>The variable sources that have a class.</summary>
    public IReadOnlyList<VariableSourceModel> Sources => sources.Value;

    /// <summary>The app of a class, without its texts. A class that others derive from is open: they may add to it.</summary>
    public AppModel Of(INamedTypeSymbol type) => apps.GetOrAdd(type, Read);

    /// <summary>The variables that a component's properties set, by property; <see langword="null"/> when its code is not plain.</summary>
    public IReadOnlyList<(string Variable, string Property)>? VariablesOf(INamedTypeSymbol component) => variablesOf.GetOrAdd(component, ReadVariables);

    /// <summary>The components that an app lists, as far as they are plain creations, with those of its bases where it spreads them.</summary>
    public IEnumerable<(ExpressionSyntax Creation, INamedTypeSymbol Component)> ComponentsOf(INamedTypeSymbol app) => ComponentsOf(Declared.Property(app, "Components"));

    private IEnumerable<(ExpressionSyntax Creation, INamedTypeSymbol Component)> ComponentsOf(IPropertySymbol? property)
    {
        if (property is not { IsOverride: true } || Declared.Expression(property) is not CollectionExpressionSyntax list)
            yield break;
        foreach (var element in list.Elements)
            if (element is SpreadElementSyntax { Expression: MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax, Name.Identifier.ValueText: "Components" } })
            {
                foreach (var inherited in ComponentsOf(property.OverriddenProperty))
                    yield return inherited;
            }
            else if (element is ExpressionElementSyntax { Expression: var written } && Declared.Plain(written) is var creation && ComponentOf(creation) is { } component)
                yield return (creation, component);
    }

    /// <summary>Whether what the clusters themselves say of variables cannot be seen.</summary>
    public bool HasOpenCluster => clusters.Value.IsOpen;

    /// <summary>
    /// Whether an app takes what it builds out of substitution, or may: by annotations, labels or patches for all of it. What is not written out plainly may do so.
    /// </summary>
    public bool IsTakenOut(INamedTypeSymbol app) => takenOut.GetOrAdd(app, static type =>
        new[] { "Kustomize", "Patches" }.Any(name => Declared.Property(type, name) is { IsOverride: true } property && (Declared.Expression(property) is not { } written || MayTakeOut(written))));

    private static bool MayTakeOut(ExpressionSyntax written)
    {
        foreach (var node in written.DescendantNodesAndSelf())
            switch (node)
            {
                case LiteralExpressionSyntax { Token.Value: string text } when text.Contains(SubstitutionSwitch.Key) || text.Contains("fluxcd.io~1substitute"):
                case InterpolatedStringTextSyntax { TextToken.ValueText: var part } when part.Contains(SubstitutionSwitch.Key):
                case SpreadElementSyntax:
                case ImplicitElementAccessSyntax { ArgumentList.Arguments: not [{ Expression: LiteralExpressionSyntax }] }:
                case InvocationExpressionSyntax call when !IsOfTheSdk(call.Expression):
                // A map, a patch or a text made elsewhere.
                case IdentifierNameSyntax name when IsValue(name):
                    return true;
            }

        return false;
    }

    private static bool IsOfTheSdk(ExpressionSyntax called) =>
        called is IdentifierNameSyntax { Identifier.ValueText: "nameof" } or MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Patch" or "JsonPatchOperation" or "Files" or "Text" } };

    // Inside a text a constant is one of a variable; anything else that is only named may hold the mark.
    private static bool IsValue(IdentifierNameSyntax name)
    {
        if (name.Ancestors().TakeWhile(static node => node is ExpressionSyntax or InterpolationSyntax or ArgumentSyntax or ArgumentListSyntax).Any(static node => node is InterpolationSyntax or InvocationExpressionSyntax))
            return false;
        SyntaxNode at = name;
        while (at.Parent is MemberAccessExpressionSyntax)
            at = at.Parent;
        return at.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Right == at && at is IdentifierNameSyntax,
            ExpressionElementSyntax or ArrowExpressionClauseSyntax => true,
            _ => false,
        };
    }

    /// <summary>All components that a class lists, or <see langword="null"/> when one of them is computed.</summary>
    public IReadOnlyList<INamedTypeSymbol>? AllComponentsOf(INamedTypeSymbol type)
    {
        var found = new List<INamedTypeSymbol>();
        return AddComponents(Declared.Property(type, "Components"), found.Add) ? found : null;
    }

    private IReadOnlyList<(string Variable, string Property)>? ReadVariables(INamedTypeSymbol component)
    {
        for (var current = component; current is not null && !SymbolEqualityComparer.Default.Equals(current, types.Component); current = current.BaseType)
            if (current.GetMembers("AddVariables").OfType<IMethodSymbol>().FirstOrDefault(static method => method.IsOverride) is { } method)
                return Calls(method) is { } calls ? [.. calls, .. IsWritten(component) ? FilledByApp : []] : null;
        return IsWritten(component) ? FilledByApp : [];
    }

    /// <summary>A component's directory below the tree, as its class says it or after its name; <see langword="null"/> when it is computed.</summary>
    public string? DirectoryOf(INamedTypeSymbol component)
    {
        if (Declared.Property(component, "Directory") is not { } property)
            return null;
        if (SymbolEqualityComparer.Default.Equals(property.ContainingType, types.Component))
            return "components/" + KubernetesNames.FromClassName(component.Name);
        return Declared.Expression(property) is LiteralExpressionSyntax { Token.Value: string written } ? written.TrimEnd('/') : null;
    }

    /// <summary>Whether a component is written in C#: it has manifests of its own. Which variables of its app those take is not known here.</summary>
    public bool IsWritten(INamedTypeSymbol component) => !SymbolEqualityComparer.Default.Equals(Declared.Property(component, "Manifests")?.ContainingType, types.Component);

    /// <summary>The component that a creation in a list makes, by the class's simple name; <see langword="null"/> when that says too little.</summary>
    public INamedTypeSymbol? ComponentOf(ExpressionSyntax creation)
    {
        var name = creation is ObjectCreationExpressionSyntax { Type: var made } ? made switch
        {
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            _ => null,
        } : null;
        return name is not null && components.Value.TryGetValue(name, out var type) ? type : null;
    }

    /// <summary>The keys of an app's <c>Substitute</c>, or <see langword="null"/> when they are computed.</summary>
    public static IReadOnlyList<VariableAssignment>? SubstituteOf(INamedTypeSymbol type)
    {
        var variables = new List<VariableAssignment>();
        return AddSubstitute(type, variables) ? variables : null;
    }

    /// <summary>The apps of one layer share its Kustomization, and so the variables of all of them.</summary>
    private AppModel Read(INamedTypeSymbol type)
    {
        var own = Alone(type);
        if (types.Layer is null || (types.LayerOf(type) ?? (FluxTypes.Derives(type, types.Layer) ? type : null)) is not { } layer)
            return own;
        var parts = members.Value[layer].Append(layer).Where(part => !SymbolEqualityComparer.Default.Equals(part, type)).Select(Alone).Prepend(own).ToList();
        return own with
        {
            IsOpen = parts.Exists(static part => part.IsOpen),
            Variables = [.. parts.SelectMany(static part => part.Variables)],
            Sources = [.. parts.SelectMany(static part => part.Sources).Distinct()],
        };
    }

    private AppModel Alone(INamedTypeSymbol type) => alone.GetOrAdd(type, ReadAlone);

    private AppModel ReadAlone(INamedTypeSymbol type)
    {
        var attribute = FluxTypes.AttributeOf(type, types.AppAttribute);
        var space = attribute?.AttributeClass?.TypeArguments is [INamedTypeSymbol { TypeKind: not TypeKind.Error } found] ? found : null;
        var id = new KustomizationId(
            space is null ? "" : types.NamespaceOf(space),
            (attribute is null ? null : AppParser.Argument(attribute, "Name")) ?? KubernetesNames.FromClassName(type.Name));
        var isOpen = space is null || type.IsAbstract || clusters.Value.IsOpen;
        var from = new List<INamedTypeSymbol>(clusters.Value.Sources);
        isOpen |= !AddSources(space, from) | !AddSources(type, from);
        var variables = new List<VariableAssignment>();
        isOpen |= !AddSubstitute(type, variables) | !AddComponentVariables(type, variables);
        return new AppModel(id)
        {
            IsEnabled = Declared.Bool(type, "Enabled") != false,
            IsOpen = isOpen,
            Variables = variables,
            Sources = [.. from.Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default).Select(ModelOf).Select(static source => new VariableSourceReference(source.Kind, source.Name))],
        };
    }

    /// <summary>Adds what the attributes of a class and of its bases name; false when one of them is not known.</summary>
    private bool AddSources(INamedTypeSymbol? type, List<INamedTypeSymbol> from)
    {
        var known = true;
        for (var current = type; current is not null && types.SubstituteFrom is not null; current = current.BaseType)
            foreach (var attribute in FluxTypes.AttributesOf(current, types.SubstituteFrom))
                if (attribute.AttributeClass!.TypeArguments is [INamedTypeSymbol { TypeKind: TypeKind.Class } source])
                    from.Add(source);
                else
                    known = false;
        return known;
    }

    private static bool AddSubstitute(INamedTypeSymbol type, List<VariableAssignment> variables)
    {
        if (Declared.Property(type, "Substitute") is not { IsOverride: true } property)
            return true;
        switch (Declared.Expression(property))
        {
            case CollectionExpressionSyntax { Elements.Count: 0 }:
                return true;
            case BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 }, Initializer: var initializer }:
                foreach (var entry in initializer?.Expressions ?? [])
                {
                    if (entry is not AssignmentExpressionSyntax { Left: ImplicitElementAccessSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax key }] } } || key.Token.Value is not string name)
                        return false;
                    variables.Add(new VariableAssignment(name, Declared.Plain(((AssignmentExpressionSyntax)entry).Right) is LiteralExpressionSyntax { Token.Value: string value } ? value : null));
                }

                return true;
            default:
                return false;
        }
    }

    private bool AddComponentVariables(INamedTypeSymbol type, List<VariableAssignment> variables)
    {
        var known = true;
        return AddComponents(Declared.Property(type, "Components"), component =>
        {
            known &= VariablesOf(component) is not null;
            variables.AddRange((VariablesOf(component) ?? []).Select(static variable => new VariableAssignment(variable.Variable, null)));
        }) && known;
    }

    /// <summary>Every component of a list and of those it spreads; false when one of them is no plain creation.</summary>
    private bool AddComponents(IPropertySymbol? property, Action<INamedTypeSymbol> add)
    {
        if (property is not { IsOverride: true })
            return true;
        if (Declared.Expression(property) is not CollectionExpressionSyntax list)
            return false;
        foreach (var element in list.Elements)
        {
            if (element is SpreadElementSyntax { Expression: MemberAccessExpressionSyntax { Expression: BaseExpressionSyntax, Name.Identifier.ValueText: "Components" } })
            {
                if (!AddComponents(property.OverriddenProperty, add))
                    return false;
            }
            else if (element is ExpressionElementSyntax { Expression: var creation } && ComponentOf(Declared.Plain(creation)) is { } component)
                add(component);
            else
                return false;
        }

        return true;
    }

    private static IReadOnlyList<(string Variable, string Property)>? Calls(IMethodSymbol method)
    {
        if (method.DeclaringSyntaxReferences is not [{ } reference] || reference.GetSyntax() is not MethodDeclarationSyntax declaration)
            return null;
        var expressions = declaration.ExpressionBody is { } arrow ? [arrow.Expression]
            : declaration.Body?.Statements.Select(static statement => (statement as ExpressionStatementSyntax)?.Expression).ToList() ?? [null];
        var calls = new List<(string, string)>();
        foreach (var expression in expressions)
        {
            if (expression is not InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax, Name.Identifier.ValueText: "Set" },
                    ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax name }, { Expression: var value }, ..],
                } || name.Token.Value is not string variable)
                return null;
            calls.Add((variable, ((value is CastExpressionSyntax cast ? cast.Expression : value) as IdentifierNameSyntax)?.Identifier.ValueText ?? ""));
        }

        return calls;
    }

    /// <summary>What all clusters of this project share out. Where a patch of the root may add sources nothing is known.</summary>
    private (IReadOnlyList<INamedTypeSymbol> Sources, bool IsOpen) OfClusters()
    {
        var from = new List<INamedTypeSymbol>();
        var isOpen = false;
        foreach (var cluster in FluxTypes.ClassesOf(types.UserAssemblies[0].GlobalNamespace).Where(type => !type.IsAbstract && FluxTypes.Derives(type, types.Cluster)))
        {
            isOpen |= !AddSources(cluster, from);
            if (Declared.Property(cluster, "Root") is { IsOverride: true } root)
                isOpen |= Declared.Expression(root) is not BaseObjectCreationExpressionSyntax { ArgumentList: null or { Arguments.Count: 0 } } made
                    || (made.Initializer?.Expressions.Any(static entry => entry is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.ValueText: not "Patches" } }) ?? false);
        }

        return (from, isOpen);
    }

    private Dictionary<string, INamedTypeSymbol?> ComponentsByName()
    {
        var found = new Dictionary<string, INamedTypeSymbol?>(StringComparer.Ordinal);
        foreach (var type in types.UserClasses.Where(type => FluxTypes.Derives(type, types.Component)))
            found[type.Name] = found.ContainsKey(type.Name) ? null : type;
        return found;
    }

    /// <summary>The object that a source's class stands for, where the class says so by plain literals.</summary>
    public static (string Kind, string Name)? IdOf(INamedTypeSymbol source) => TextOf(source, "Kind") is { } kind && TextOf(source, "Name") is { } name ? (kind, name) : null;

    /// <summary>As synth reads it (DeclaredVariables): its constants <c>${NAME}</c>, and a class without any says nothing of what there is.</summary>
    public static VariableSourceModel ModelOf(INamedTypeSymbol source)
    {
        var keys = new List<VariableAssignment>();
        for (var current = source; current is not null; current = current.BaseType)
            foreach (var field in current.GetMembers().OfType<IFieldSymbol>())
                if (field is { IsConst: true, ConstantValue: string text } && SubstitutionText.MayHoldExpressions(text) && SubstitutionText.Parse(text).Whole is { Operator: "" } whole)
                    keys.Add(new VariableAssignment(whole.Name, null));
        var kind = TextOf(source, "Kind");
        var name = TextOf(source, "Name");
        return new VariableSourceModel(kind ?? "VariableSource", null, name ?? source.ToDisplayString()) { Keys = keys, IsOpen = keys.Count == 0 || kind is null || name is null, Class = source.ToDisplayString() };
    }

    private static string? TextOf(INamedTypeSymbol source, string property) =>
        Declared.Property(source, property) is { } found && Declared.Expression(found) is LiteralExpressionSyntax literal ? literal.Token.Value as string : null;
}
