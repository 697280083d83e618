using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>The registries of referenced projects: each says where its own is by an attribute of the assembly.</summary>
internal static class LibraryRegistries
{
    private const string Sdk = "GitOps.Sdk";

    public static LibrarySpec Find(Compilation compilation, CancellationToken ct)
    {
        var registries = new List<string>();
        var made = new List<string>();
        foreach (var assembly in OfUsers(compilation, ct))
        {
            registries.AddRange(RegistriesOf(assembly));
            made.AddRange(FluxTypes.ClassesOf(assembly.GlobalNamespace).Where(static type => type.ContainingType is null && type.DeclaredAccessibility == Accessibility.Public && IsMade(type))
                .Select(static type => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)));
        }

        return new LibrarySpec(registries.OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray(), made.OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray());
    }

    /// <summary>The assemblies that hold apps.</summary>
    public static IEnumerable<IAssemblySymbol> Assemblies(Compilation compilation, CancellationToken ct) => OfUsers(compilation, ct).Where(static assembly => RegistriesOf(assembly).Any());

    // Attributes are decoded only where the SDK is referenced: of two hundred assemblies, those of the user.
    private static IEnumerable<IAssemblySymbol> OfUsers(Compilation compilation, CancellationToken ct)
    {
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            ct.ThrowIfCancellationRequested();
            if (assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static identity => identity.Name == Sdk)))
                yield return assembly;
        }
    }

    private static IEnumerable<string> RegistriesOf(IAssemblySymbol assembly)
    {
        foreach (var attribute in assembly.GetAttributes())
            if (attribute is { AttributeClass.Name: "AssemblyMetadataAttribute", ConstructorArguments: [{ Value: RegistryEmitter.Marker }, { Value: string name }] })
                yield return name;
    }

    private static bool IsMade(INamedTypeSymbol type) =>
        AppParser.Is(type.BaseType, "FluxComponent", 0) || AppParser.Is(type.BaseType, "VariableSource", 0) || AppParser.Is(type.BaseType, "KustomizationReference", 0);
}

/// <summary>What referenced projects have: the full names of their registries, and those of the classes that are made from files, which none of ours must be called like.</summary>
internal sealed record LibrarySpec(EquatableArray<string> Registries, EquatableArray<string> Made);
