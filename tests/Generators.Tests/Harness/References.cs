using Microsoft.CodeAnalysis;

namespace GitOps.Tests;

/// <summary>What a user's project references: the framework and the SDK.</summary>
internal static class References
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> Framework = new(() => Platform(static name =>
        name.StartsWith("System.", StringComparison.Ordinal) || name is "System" or "netstandard" or "mscorlib"));

    private static readonly Lazy<IReadOnlyList<MetadataReference>> WithSdk = new(() =>
        [.. Framework.Value, .. Platform(static name => name is "GitOps.Sdk" or "GitOps.Yaml" or "GitOps.Schemas" or "GitOps.Flux")]);

    /// <summary>What runs a cluster's program.</summary>
    public static IReadOnlyList<MetadataReference> OfSynth => Platform(static name => name == "GitOps.Synth");

    /// <summary>The framework alone.</summary>
    public static IReadOnlyList<MetadataReference> OfFramework => Framework.Value;

    /// <summary>The framework and the SDK.</summary>
    public static IReadOnlyList<MetadataReference> OfSdk => WithSdk.Value;

    private static IReadOnlyList<MetadataReference> Platform(Func<string, bool> isWanted) =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator)
            .Where(path => isWanted(System.IO.Path.GetFileNameWithoutExtension(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];
}
