using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GitOps;

/// <summary>A model's class, and the facts that it was made from: those of a whole object, or of a part.</summary>
internal sealed record ModelType(SchemaTypeName Name, SchemaKind? Kind, SchemaShape Shape, ModelSchemaSet Schemas);

/// <summary>The model classes of a compilation by their simple names, with their facts: those that the SDK ships, and those of the project's own CRDs.</summary>
internal sealed class ModelTypes
{
    private readonly ConcurrentDictionary<string, ModelType?> byName = new(StringComparer.Ordinal);
    private readonly FluxTypes types;
    private readonly AnalyzerOptions options;
    private readonly Lazy<IReadOnlyList<INamespaceSymbol>> namespaces;
    private readonly ModelSchemaSet shipped = new(SchemaSet.Shipped);
    private readonly Lazy<ModelSchemaSet> withUsers;

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<FluxTypes, ModelTypes> Made = new();

    /// <summary>Those of a compilation with its files; what one analyzer has looked up the others need not.</summary>
    public static ModelTypes Of(FluxTypes types, AnalyzerOptions options) => Made.GetValue(types, key => new ModelTypes(key, options)) is var made && ReferenceEquals(made.options, options) ? made : new ModelTypes(types, options);

    private ModelTypes(FluxTypes types, AnalyzerOptions options)
    {
        this.options = options;
        // Users' CRDs are looked at when one of their models is made. Who asks first may be called off, and the others not.
        withUsers = new(() => UserSchemas.Of(options, CancellationToken.None));
        this.types = types;
        // The SDK's own code makes parts of objects that are filled in later.
        namespaces = new(() => types.IsSdk ? [] : [.. types.UserAssemblies.Prepend(types.App.ContainingAssembly).SelectMany(static assembly => NamespacesOf(assembly.GlobalNamespace))]);
    }

    /// <summary>The facts of a type as it is written in code; <see langword="null"/> for one that is no model, and where two models have that name.</summary>
    public ModelType? Of(TypeSyntax written) =>
        ModelValues.SimpleName(written) is { } name ? byName.GetOrAdd(name, Find) : null;

    /// <summary>The facts of a type; <see langword="null"/> likewise.</summary>
    public ModelType? Of(INamedTypeSymbol type) => byName.GetOrAdd(type.Name, Find) is { } found && IsOf(type, found) ? found : null;

    /// <summary>Whether the compiler means this type too.</summary>
    public static bool IsOf(ITypeSymbol? symbol, ModelType type) =>
        symbol is { ContainingType: null } && symbol.Name == type.Name.Name && symbol.ContainingNamespace.ToDisplayString() == type.Name.Namespace;

    /// <summary>Looked up by the name: the SDK has thousands of models, and a project makes a few of them.</summary>
    private ModelType? Find(string name)
    {
        INamedTypeSymbol? found = null;
        foreach (var space in namespaces.Value)
            foreach (var type in space.GetTypeMembers(name))
                if (types.IsModelClass(type))
                {
                    if (found is not null)
                        return null;
                    found = type;
                }

        return found is null ? null : Of(new SchemaTypeName(found.ContainingNamespace.ToDisplayString(), name));
    }

    private static IEnumerable<INamespaceSymbol> NamespacesOf(INamespaceSymbol space) => space.GetNamespaceMembers().SelectMany(NamespacesOf).Prepend(space);

    private ModelType? Of(SchemaTypeName name)
    {
        var schemas = shipped.Schemas.Shape(name) is not null ? shipped : withUsers.Value;
        return schemas.Schemas.Shape(name) is { } shape ? new ModelType(name, schemas.Schemas.KindByCSharpName(name.Namespace, name.Name), shape, schemas) : null;
    }
}
