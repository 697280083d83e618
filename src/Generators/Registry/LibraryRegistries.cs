using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>The registries of referenced projects: each says where its own is by an attribute of the assembly.</summary>
internal static class LibraryRegistries
{
    private const string Sdk = "GitOps.Sdk";

    public static EquatableArray<string> Find(Compilation compilation, CancellationToken ct) =>
        Assemblies(compilation, ct).Select(static library => library.Registry).OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray();

    /// <summary>The assemblies that hold apps, with their registries.</summary>
    public static IEnumerable<(IAssemblySymbol Assembly, string Registry)> Assemblies(Compilation compilation, CancellationToken ct)
    {
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            ct.ThrowIfCancellationRequested();
            // Attributes are decoded only where the SDK is referenced: of two hundred assemblies, those of the user.
            if (!assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static identity => identity.Name == Sdk)))
                continue;
            foreach (var attribute in assembly.GetAttributes())
                if (attribute is { AttributeClass.Name: "AssemblyMetadataAttribute", ConstructorArguments: [{ Value: RegistryEmitter.Marker }, { Value: string name }] })
                    yield return (assembly, name);
        }
    }
}
