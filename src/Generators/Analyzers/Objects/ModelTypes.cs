using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GitOps;

/// <summary>A model's class, and the facts that it was made from: those of a whole object, or of a part.</summary>
internal sealed record ModelType(SchemaTypeName Name, SchemaKind? Kind, SchemaShape Shape, ModelSchemaSet Schemas);

/// <summary>The model classes of a compilation by their simple names, with their facts: those that the SDK ships, and those of the project's own CRDs.</summary>
internal sealed class ModelTypes
{
    private readonly Dictionary<string, SchemaTypeName?> byName = new(StringComparer.Ordinal);
    private readonly ModelSchemaSet shipped = new(SchemaSet.Shipped);
    private readonly Lazy<ModelSchemaSet> withUsers;

    public ModelTypes(FluxTypes types, AnalyzerOptions options, CancellationToken ct)
    {
        // Users' CRDs are looked at when one of their models is made.
        withUsers = new(() => UserSchemas.Of(options, ct));
        foreach (var type in types.Models())
            byName[type.Name] = byName.ContainsKey(type.Name) ? null : new SchemaTypeName(type.ContainingNamespace.ToDisplayString(), type.Name);
    }

    /// <summary>The facts of a type as it is written in code; <see langword="null"/> for one that is no model, and where two models have that name.</summary>
    public ModelType? Of(TypeSyntax written) =>
        ModelValues.SimpleName(written) is { } name && byName.TryGetValue(name, out var known) && known is { } found ? Of(found) : null;

    /// <summary>Whether the compiler means this type too.</summary>
    public static bool IsOf(ITypeSymbol? symbol, ModelType type) =>
        symbol is { ContainingType: null } && symbol.Name == type.Name.Name && symbol.ContainingNamespace.ToDisplayString() == type.Name.Namespace;

    private ModelType? Of(SchemaTypeName name)
    {
        var schemas = shipped.Schemas.Shape(name) is not null ? shipped : withUsers.Value;
        return schemas.Schemas.Shape(name) is { } shape ? new ModelType(name, schemas.Schemas.KindByCSharpName(name.Namespace, name.Name), shape, schemas) : null;
    }
}
