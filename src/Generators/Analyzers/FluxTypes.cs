using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>The types of the SDK that the analyzers look for, resolved once in a compilation.</summary>
internal sealed class FluxTypes
{
    private FluxTypes(INamedTypeSymbol app, INamedTypeSymbol appAttribute, INamedTypeSymbol dependsOn)
    {
        App = app;
        AppAttribute = appAttribute;
        DependsOn = dependsOn;
    }

    public INamedTypeSymbol App { get; }

    /// <summary><c>[App&lt;TNamespace&gt;]</c>, unbound.</summary>
    public INamedTypeSymbol AppAttribute { get; }

    /// <summary><c>[DependsOn&lt;TApp&gt;]</c>, unbound.</summary>
    public INamedTypeSymbol DependsOn { get; }

    /// <summary>The types, or <see langword="null"/> where the SDK is not referenced.</summary>
    public static FluxTypes? Find(Compilation compilation) =>
        compilation.GetTypeByMetadataName("GitOps.FluxApp") is { } app
        && compilation.GetTypeByMetadataName("GitOps.AppAttribute`1") is { } appAttribute
        && compilation.GetTypeByMetadataName("GitOps.DependsOnAttribute`1") is { } dependsOn
            ? new FluxTypes(app, appAttribute, dependsOn)
            : null;

    /// <summary>Whether a type derives from another; not whether it is that type.</summary>
    public static bool Derives(ITypeSymbol? type, INamedTypeSymbol from)
    {
        for (var current = type?.BaseType; current is not null; current = current.BaseType)
            if (SymbolEqualityComparer.Default.Equals(current, from))
                return true;
        return false;
    }

    /// <summary>The attribute of a generic attribute class that a type itself has, or <see langword="null"/>.</summary>
    public static AttributeData? AttributeOf(INamedTypeSymbol type, INamedTypeSymbol attribute) =>
        AttributesOf(type, attribute).FirstOrDefault();

    public static IEnumerable<AttributeData> AttributesOf(INamedTypeSymbol type, INamedTypeSymbol attribute) =>
        type.GetAttributes().Where(one => one.AttributeClass is { } found && SymbolEqualityComparer.Default.Equals(found.OriginalDefinition, attribute));
}
