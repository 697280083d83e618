using System.IO.Compression;

namespace GitOps.Tests;

/// <summary>Packing takes a minute: all that looks at packages shares one.</summary>
[CollectionDefinition(nameof(PackedPackages))]
public sealed class PackedPackagesCollection : ICollectionFixture<PackedPackages>;

/// <summary>Both packages, packed in Release from a clean clone of what is committed.</summary>
public sealed class PackedPackages : IDisposable
{
    /// <summary>A version that no cache has seen.</summary>
    public static readonly string Version = $"0.0.1-test.{DateTime.UtcNow:yyyyMMddHHmmssfff}";

    public PackedPackages()
    {
        Folder = Directory.CreateTempSubdirectory("gitops-package-").FullName;
        Packages = Path.Combine(Folder, "packages");
        var clone = Path.Combine(Folder, "clone");
        Shell.Must(Folder, "git", "clone", "--quiet", "--no-hardlinks", SharedData.RepositoryRoot, clone);
        foreach (var packing in new[] { "Sdk", "Testing" })
            Shell.Must(clone, "dotnet", "pack", "src/Package", "-c", "Release", "-v", "q", $"-p:Version={Version}", $"-p:Packing={packing}", $"-p:PackageOutputPath={Packages}");
    }

    public string Folder { get; }

    public string Packages { get; }

    public IReadOnlyList<string> FilesOf(string id)
    {
        using var archive = ZipFile.OpenRead(PathOf(id));
        return [.. archive.Entries.Select(static entry => entry.FullName).Where(static name => !IsPlumbing(name)).Order(StringComparer.Ordinal)];
    }

    public long SizeOf(string id) => new FileInfo(PathOf(id)).Length;

    public long SizeOf(string id, string file)
    {
        using var archive = ZipFile.OpenRead(PathOf(id));
        return archive.GetEntry(file)!.Length;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private string PathOf(string id) => Path.Combine(Packages, $"{id}.{Version}.nupkg");

    // What every package has, whatever is in it.
    private static bool IsPlumbing(string name) =>
        name.StartsWith("_rels/", StringComparison.Ordinal) || name.StartsWith("package/", StringComparison.Ordinal) || name is "[Content_Types].xml" || name.EndsWith(".nuspec", StringComparison.Ordinal);
}
