using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>The registries of referenced projects: each says where its own is by an attribute of the assembly.</summary>
internal static class LibraryRegistries
{
    private const string Sdk = "GitOps.Sdk";

    public static EquatableArray<string> Find(Compilation compilation, CancellationToken ct)
    {
        var found = new List<string>();
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            ct.ThrowIfCancellationRequested();
            // Attributes are decoded only where the SDK is referenced: of two hundred assemblies, those of the user.
            if (!assembly.Modules.Any(static module => module.ReferencedAssemblies.Any(static identity => identity.Name == Sdk)))
                continue;
            foreach (var attribute in assembly.GetAttributes())
                if (attribute is { AttributeClass.Name: "AssemblyMetadataAttribute", ConstructorArguments: [{ Value: RegistryEmitter.Marker }, { Value: string name }] })
                    found.Add(name);
        }

        return found.OrderBy(static name => name, StringComparer.Ordinal).ToEquatableArray();
    }
}
