using System.Globalization;
using System.Text;

namespace GitOps.Benchmarks;

/// <summary>Projects outside the solution, as users have them, that reference the package as it is packed now.</summary>
internal sealed class Projects : IDisposable
{
    private const string Version = "0.0.1-benchmark";

    private readonly string scratch = Directory.CreateTempSubdirectory("gitops-benchmark-").FullName;
    private readonly string pipe = "gitops-benchmark-" + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);
    private bool isPacked;

    /// <summary>The folder of everything.</summary>
    public string Folder => scratch;

    /// <summary>A console project, restored. <paramref name="lines"/> go into its project file.</summary>
    public string Make(string name, bool withPackage, string lines, params (string Path, string Text)[] files)
    {
        if (withPackage)
            Pack();
        var root = Path.Combine(scratch, name);
        Write(root, "gitops.root", "");
        Write(root, "nuget.config",
            $"""
            <configuration>
              <packageSources><clear /><add key="packed" value="{scratch}/packages" /></packageSources>
              <config><add key="globalPackagesFolder" value="{scratch}/cache" /></config>
              <fallbackPackageFolders><add key="machine" value="{MachineCache}" /></fallbackPackageFolders>
            </configuration>
            """);
        Directory.CreateDirectory(Path.Combine(scratch, "packages"));
        Write(root, $"{name}/{name}.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                {(withPackage ? $"<PackageReference Include=\"GitOps.Sdk\" Version=\"{Version}\" />" : "")}
                {lines}
              </ItemGroup>
            </Project>
            """);
        foreach (var (path, text) in files)
            Write(root, $"{name}/{path}", text);
        var project = Path.Combine(root, name);
        Children.Run(project, "dotnet", ["restore", "-v", "q"]);
        return project;
    }

    /// <summary>Builds a project anew, without a compiler server (cold) or with one that is warm.</summary>
    public (double Cpu, double Wall, string Output) Build(string project, bool cold, params string[] more)
    {
        foreach (var folder in new[] { "bin", "obj/Debug", "obj/Release" })
            if (Directory.Exists(Path.Combine(project, folder)))
                Directory.Delete(Path.Combine(project, folder), recursive: true);
        string[] compiler = cold ? ["-p:UseSharedCompilation=false"] : ["-p:UseSharedCompilation=true", "-p:SharedCompilationId=" + pipe];
        return Children.Run(project, "dotnet", ["build", "--no-restore", "-v", "q", .. compiler, .. more], cold ? null : pipe);
    }

    public void Dispose()
    {
        foreach (var server in Children.Servers(pipe).ToArray())
            using (var process = System.Diagnostics.Process.GetProcessById(server))
                process.Kill();
        Directory.Delete(scratch, recursive: true);
    }

    public static string RepositoryRoot
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GitOps.Sdk.sln")))
                folder = folder.Parent;
            return folder?.FullName ?? throw new InvalidOperationException("The benchmarks run from the repository's build output.");
        }
    }

    private static string MachineCache =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } folder ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static void Write(string root, string path, string text)
    {
        var full = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text, new UTF8Encoding(false));
    }

    private void Pack()
    {
        if (isPacked)
            return;
        Children.Run(RepositoryRoot, "dotnet", ["pack", "src/Package", "-c", "Release", "-v", "q", $"-p:PackageVersion={Version}", $"-p:PackageOutputPath={scratch}/packages"]);
        isPacked = true;
    }
}
