namespace GitOps.Tests;

/// <summary>A project of a user's in a folder of its own, built by MSBuild with our props and targets, generators and analyzers as a package brings them.</summary>
internal sealed class ProjectOnDisk : IDisposable
{
    private static readonly string Configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    public ProjectOnDisk(string source)
    {
        Root = Directory.CreateTempSubdirectory("gitops-project-").FullName;
        var repository = SharedData.RepositoryRoot;
        Write("gitops.root", "");
        Write("Home/Home.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="{repository}/src/Sdk/build/GitOps.Sdk.props" />
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{AppContext.BaseDirectory}GitOps.Sdk.dll;{AppContext.BaseDirectory}GitOps.Synth.dll;{AppContext.BaseDirectory}GitOps.Flux.dll" />
                <Reference Include="{AppContext.BaseDirectory}GitOps.Schemas.dll;{AppContext.BaseDirectory}GitOps.Cel.dll;{AppContext.BaseDirectory}GitOps.Yaml.dll;{AppContext.BaseDirectory}YamlDotNet.dll;{AppContext.BaseDirectory}System.CommandLine.dll" />
                <Analyzer Include="{repository}/src/Generators/bin/{Configuration}/netstandard2.0/GitOps.*.dll;{repository}/src/Generators/bin/{Configuration}/netstandard2.0/YamlDotNet.dll" />
              </ItemGroup>
              <Import Project="{repository}/src/Sdk/build/GitOps.Sdk.targets" />
            </Project>
            """);
        Write("Home/Program.cs", source);
    }

    public string Root { get; }

    public void Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>Builds, and says when the compiler last wrote the assembly.</summary>
    public DateTime Build()
    {
        Shell.Must(Root, "dotnet", "build", "Home", "-v", "q", "-nologo", "--disable-build-servers");
        return File.GetLastWriteTimeUtc(Path.Combine(Root, "Home/obj/Debug/net10.0/Home.dll"));
    }

    public (int ExitCode, string Output) TryBuild() => Shell.Run(Root, "dotnet", "build", "Home", "-v", "q", "-nologo", "--disable-build-servers");

    public string Run(params string[] arguments) => Shell.Must(Path.Combine(Root, "Home"), "dotnet", ["bin/Debug/net10.0/Home.dll", .. arguments]);

    /// <summary>Every file of the tree with its text.</summary>
    public IReadOnlyDictionary<string, string> Tree() =>
        Directory.EnumerateFiles(Path.Combine(Root, "kubernetes"), "*", SearchOption.AllDirectories).ToDictionary(path => Path.GetRelativePath(Root, path), File.ReadAllText, StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
