using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace GitOps;

/// <summary>
/// The compiler of the .NET SDK on this machine. A program of the author's is built there, so it is there; bringing a second one along would make every project's output larger by 10 MB
/// for a command that few runs use.
/// </summary>
internal static class CompilerAssemblies
{
    private const string Compiler = "Microsoft.CodeAnalysis.CSharp";

    private static readonly Lazy<string?> Folder = new(Find);

    /// <summary>Makes the compiler's types loadable; nothing may touch them before. Gives what is wrong when there is no compiler.</summary>
    public static string? Load()
    {
        if (Folder.Value is null)
            return $"the .NET SDK is not there (no 'sdk/*/Roslyn' beside the runtime in '{Roots().FirstOrDefault()}'), and its compiler is what finds literals; run accept where the program is built";
        return null;
    }

    private static string? Find()
    {
        var folder = Roots().SelectMany(Compilers).FirstOrDefault();
        if (folder is not null)
            AssemblyLoadContext.Default.Resolving += (context, name) =>
                name.Name is Compiler or "Microsoft.CodeAnalysis" ? context.LoadFromAssemblyPath(Path.Combine(folder, name.Name + ".dll")) : null;
        return folder;
    }

    // Where the running runtime lies, and else where people say that .NET lies: a program may bring a runtime of its own.
    private static IEnumerable<string> Roots()
    {
        yield return Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        if (Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host && Path.GetDirectoryName(host) is { Length: > 0 } beside)
            yield return beside;
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { Length: > 0 } root)
            yield return root;
    }

    // The newest first; one that was made for a newer runtime than this cannot be loaded.
    private static IEnumerable<string> Compilers(string root)
    {
        var sdks = Path.Combine(root, "sdk");
        if (!Directory.Exists(sdks))
            return [];
        return Directory.GetDirectories(sdks)
            .Select(static folder => (Folder: Path.Combine(folder, "Roslyn", "bincore"), Version: VersionOf(Path.GetFileName(folder))))
            .Where(static sdk => sdk.Version is { } version && version.Major <= Environment.Version.Major && File.Exists(Path.Combine(sdk.Folder, Compiler + ".dll")))
            .OrderByDescending(static sdk => sdk.Version)
            .Select(static sdk => sdk.Folder);
    }

    private static Version? VersionOf(string name) => Version.TryParse(name.Split('-')[0], out var version) ? version : null;
}
