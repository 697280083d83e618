using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>The types of the SDK that the analyzers look for, resolved once in a compilation.</summary>
internal sealed class FluxTypes
{
    private readonly Compilation compilation;
    private readonly INamedTypeSymbol? model;
    private readonly INamedTypeSymbol? manifestItem;
    private readonly ConcurrentDictionary<INamedTypeSymbol, KustomizationId?> ids = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<INamedTypeSymbol, string> namespaces = new(SymbolEqualityComparer.Default);
    private readonly Lazy<IReadOnlyList<IAssemblySymbol>> userAssemblies;
    private readonly Lazy<IReadOnlyList<INamedTypeSymbol>> userClasses;

    private FluxTypes(Compilation compilation, INamedTypeSymbol app, INamedTypeSymbol appAttribute, INamedTypeSymbol dependsOn)
    {
        this.compilation = compilation;
        App = app;
        AppAttribute = appAttribute;
        DependsOn = dependsOn;
        userAssemblies = new(() => [.. AssembliesOfUser()]);
        userClasses = new(() => [.. UserAssemblies.SelectMany(static assembly => ClassesOf(assembly.GlobalNamespace))]);
        model = Type("Model");
        manifestItem = Type("ManifestItem");
        Component = Type("FluxComponent");
        Construct = Type("Construct");
        Cluster = Type("FluxCluster");
        Namespace = Type("FluxNamespace");
        VariableSource = Type("VariableSource");
        SubstituteFrom = Type("SubstituteFromAttribute`1");
        Duration = Type("Duration");
        Quantity = Type("Quantity");
        KustomizationReference = Type("KustomizationReference");
        KustomizationName = Type("KustomizationNameAttribute");
        ClusterAttribute = Type("ClusterAttribute");
        ComponentObject = Type("ComponentObject`1");
        Variable = Type("VariableAttribute");
        In = Type("InAttribute`1");
        RunsOn = Type("RunsOnAttribute`1");
        Layer = Type("FluxLayer");
        Provides = Type("ProvidesAttribute");
    }

    public INamedTypeSymbol? Component { get; }

    public INamedTypeSymbol? Construct { get; }

    /// <summary>A Kustomization that is no app.</summary>
    public INamedTypeSymbol? KustomizationReference { get; }

    public INamedTypeSymbol? KustomizationName { get; }

    public INamedTypeSymbol? ClusterAttribute { get; }

    public INamedTypeSymbol? Cluster { get; }

    public INamedTypeSymbol? Namespace { get; }

    public INamedTypeSymbol? VariableSource { get; }

    /// <summary><c>[SubstituteFrom&lt;TSource&gt;]</c>, unbound.</summary>
    public INamedTypeSymbol? SubstituteFrom { get; }

    public INamedTypeSymbol? Duration { get; }

    public INamedTypeSymbol? Quantity { get; }

    /// <summary>A reference to an object that a component brings, unbound.</summary>
    public INamedTypeSymbol? ComponentObject { get; }

    /// <summary><c>[In&lt;TLayer&gt;]</c>, unbound.</summary>
    public INamedTypeSymbol? In { get; }

    /// <summary><c>[RunsOn&lt;TCluster&gt;]</c>, unbound.</summary>
    public INamedTypeSymbol? RunsOn { get; }

    /// <summary>A Kustomization that applies several apps.</summary>
    public INamedTypeSymbol? Layer { get; }

    /// <summary><c>[Provides]</c></summary>
    public INamedTypeSymbol? Provides { get; }

    /// <summary>The layer that an app is part of, or <see langword="null"/>.</summary>
    public INamedTypeSymbol? LayerOf(INamedTypeSymbol app) =>
        In is not null && AttributeOf(app, In) is { AttributeClass.TypeArguments: [INamedTypeSymbol { TypeKind: not TypeKind.Error } layer] } ? layer : null;

    /// <summary>The clusters that an app runs on by its own word or its layer's; none: all there are.</summary>
    public IReadOnlyList<INamedTypeSymbol> ClustersOf(INamedTypeSymbol app)
    {
        if (RunsOn is null)
            return [];
        var own = AttributesOf(app, RunsOn).Select(static attribute => attribute.AttributeClass!.TypeArguments[0]).OfType<INamedTypeSymbol>().Where(static type => type.TypeKind != TypeKind.Error).ToList();
        return own.Count > 0 ? own : LayerOf(app) is { } layer && !SymbolEqualityComparer.Default.Equals(layer, app) ? ClustersOf(layer) : [];
    }

    /// <summary><c>[Variable]</c></summary>
    public INamedTypeSymbol? Variable { get; }

    public INamedTypeSymbol App { get; }

    /// <summary><c>[App&lt;TNamespace&gt;]</c>, unbound.</summary>
    public INamedTypeSymbol AppAttribute { get; }

    /// <summary><c>[DependsOn&lt;TApp&gt;]</c>, unbound.</summary>
    public INamedTypeSymbol DependsOn { get; }

    /// <summary>The types, or <see langword="null"/> where the SDK is not referenced. The analyzers of one compilation share them.</summary>
    public static FluxTypes? Find(Compilation compilation) => Found.GetValue(compilation, static key => new Box(
        key.GetTypeByMetadataName("GitOps.FluxApp") is { } app
        && key.GetTypeByMetadataName("GitOps.AppAttribute`1") is { } appAttribute
        && key.GetTypeByMetadataName("GitOps.DependsOnAttribute`1") is { } dependsOn
            ? new FluxTypes(key, app, appAttribute, dependsOn)
            : null)).Types;

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<Compilation, Box> Found = new();

    private sealed class Box(FluxTypes? types)
    {
        public FluxTypes? Types { get; } = types;
    }

    /// <summary>Whether a type is the SDK's, or a model or component that a generator made. What a construct of the user's does with its texts is not known.</summary>
    public bool IsModel(ITypeSymbol? type) =>
        type is not null && (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, App.ContainingAssembly) || Derives(type, model) || (Derives(type, manifestItem) && !Derives(type, Construct)) || Derives(type, Component));

    /// <summary>Whether a type is an object of the tree, whose marks say whether it is substituted.</summary>
    public bool IsManifest(ITypeSymbol? type) => Derives(type, manifestItem) && !Derives(type, Construct);

    /// <summary>The user's assemblies: this one, and those that reference the SDK.</summary>
    public IReadOnlyList<IAssemblySymbol> UserAssemblies => userAssemblies.Value;

    /// <summary>Whether the compilation is the SDK itself.</summary>
    public bool IsSdk => SymbolEqualityComparer.Default.Equals(compilation.Assembly, App.ContainingAssembly);

    /// <summary>All classes of these, at any depth.</summary>
    public IReadOnlyList<INamedTypeSymbol> UserClasses => userClasses.Value;

    private IEnumerable<IAssemblySymbol> AssembliesOfUser()
    {
        yield return compilation.Assembly;
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
            if (assembly.Modules.Any(module => module.ReferencedAssemblies.Any(identity => identity.Name == App.ContainingAssembly.Name)))
                yield return assembly;
    }

    /// <summary>The Kustomization that an app is, whatever else is wrong with its class; none without a namespace.</summary>
    public KustomizationId? IdOf(INamedTypeSymbol type) => ids.GetOrAdd(type, ReadId);

    private KustomizationId? ReadId(INamedTypeSymbol type) =>
        AttributeOf(type, AppAttribute) is { AttributeClass.TypeArguments: [INamedTypeSymbol { TypeKind: not TypeKind.Error } space] } attribute
            ? new KustomizationId(NamespaceOf(space), AppParser.Argument(attribute, "Name") ?? KubernetesNames.FromClassName(type.Name))
            : null;

    /// <summary>The name of the namespace that a class stands for.</summary>
    public string NamespaceOf(INamedTypeSymbol space) => namespaces.GetOrAdd(space, AppParser.NamespaceName);

    /// <summary>The Kustomization that a reference means; none of any other class, and of one that does not say it.</summary>
    public KustomizationId? ReferenceOf(INamedTypeSymbol type) =>
        Derives(type, KustomizationReference) && KustomizationName is { } name && AttributeOf(type, name) is { ConstructorArguments: [{ Value: string space }, { Value: string own }] }
            ? new KustomizationId(space, own) : null;

    /// <summary>Where a cluster's tree lies, or <see langword="null"/> of a class that says nothing of it.</summary>
    public string? TreeOf(INamedTypeSymbol type) =>
        ClusterAttribute is { } cluster && AttributeOf(type, cluster) is { ConstructorArguments: [{ Value: string path }, ..] } ? path.Trim('/') : null;

    /// <summary>Whether a class is a model: one that the SDK ships, or one made from the project's own CRDs or those of a library.</summary>
    public bool IsModelClass(INamedTypeSymbol type) => type is { TypeKind: TypeKind.Class, ContainingType: null } && (Derives(type, model) || Derives(type, manifestItem));

    /// <summary>All classes of a namespace or class, at any depth.</summary>
    public static IEnumerable<INamedTypeSymbol> ClassesOf(INamespaceOrTypeSymbol parent)
    {
        foreach (var member in parent.GetMembers())
        {
            if (member is INamedTypeSymbol { TypeKind: TypeKind.Class } type)
                yield return type;
            if (member is INamespaceOrTypeSymbol inner)
                foreach (var below in ClassesOf(inner))
                    yield return below;
        }
    }

    /// <summary>Whether a type derives from another; not whether it is that type.</summary>
    public static bool Derives(ITypeSymbol? type, INamedTypeSymbol? from)
    {
        if (from is null)
            return false;
        for (var current = type?.BaseType; current is not null; current = current.BaseType)
            if (SymbolEqualityComparer.Default.Equals(current, from))
                return true;
        return false;
    }

    /// <summary>The attribute of a generic attribute class that a type itself has, or <see langword="null"/>.</summary>
    public static AttributeData? AttributeOf(INamedTypeSymbol type, INamedTypeSymbol attribute)
    {
        foreach (var one in type.GetAttributes())
            if (IsOf(one, attribute))
                return one;
        return null;
    }

    public static IEnumerable<AttributeData> AttributesOf(INamedTypeSymbol type, INamedTypeSymbol attribute) =>
        type.GetAttributes().Where(one => IsOf(one, attribute));

    private static bool IsOf(AttributeData one, INamedTypeSymbol attribute) => one.AttributeClass is { } found && SymbolEqualityComparer.Default.Equals(found.OriginalDefinition, attribute);

    private INamedTypeSymbol? Type(string name) => compilation.GetTypeByMetadataName("GitOps." + name);
}
