using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>The registries of referenced projects: each says where its own is by an attribute of the assembly.</summary>
internal static class LibraryRegistries
{
    /// <summary>The name under which an assembly says which classes were made from files (<c>AssemblyMetadataAttribute</c>).</summary>
    public const string MadeMarker = "GitOps.Made";

    private const string Sdk = "GitOps.Sdk";

    public static LibrarySpec Find(Compilation compilation, CancellationToken ct)
    {
        var said = Marked(compilation, ct).ToLookup(static one => one.Key, static one => one.Value);
        return new LibrarySpec(
            said[RegistryEmitter.Marker].OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray(),
            said[MadeMarker].Distinct().OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray());
    }

    /// <summary>The assemblies that hold apps.</summary>
    public static IEnumerable<IAssemblySymbol> Assemblies(Compilation compilation, CancellationToken ct) =>
        Marked(compilation, ct).Where(static one => one.Key == RegistryEmitter.Marker).Select(static one => one.Assembly);

    private static IEnumerable<(IAssemblySymbol Assembly, string Key, string Value)> Marked(Compilation compilation, CancellationToken ct)
    {
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            ct.ThrowIfCancellationRequested();
            // Attributes are decoded only where the SDK is referenced: of two hundred assemblies, those of the user.
            if (!assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static identity => identity.Name == Sdk)))
                continue;
            foreach (var attribute in assembly.GetAttributes())
                if (attribute is { AttributeClass.Name: "AssemblyMetadataAttribute", ConstructorArguments: [{ Value: RegistryEmitter.Marker or MadeMarker }, { Value: string value }] })
                    yield return (assembly, (string)attribute.ConstructorArguments[0].Value!, value);
        }
    }
}

/// <summary>What referenced projects have: the full names of their registries, and the classes that were made from files there.</summary>
internal sealed record LibrarySpec(EquatableArray<string> Registries, EquatableArray<string> Made);
