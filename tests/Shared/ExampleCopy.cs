namespace GitOps.Tests;

/// <summary>A copy of an example that a test may change, built by a real build with the assemblies under test in place of their projects.</summary>
internal sealed class ExampleCopy : IDisposable
{
    private static readonly string Configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";

    private readonly string project;

    /// <param name="name">The example's folder.</param>
    /// <param name="project">The project's folder in it; empty: it lies at the top.</param>
    public ExampleCopy(string name, string project = "")
    {
        this.project = project;
        Name = name;
        Root = Directory.CreateTempSubdirectory("gitops-example-").FullName;
        foreach (var path in Files(Path.Combine(SharedData.RepositoryRoot, "examples", name)))
            if (!path.StartsWith(Below("bin/"), StringComparison.Ordinal) && !path.StartsWith(Below("obj/"), StringComparison.Ordinal))
                Write(path, File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "examples", name, path)));
        Write(Below($"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="{SharedData.RepositoryRoot}/src/Sdk/build/GitOps.Sdk.props" />
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <LangVersion>14.0</LangVersion>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <GitOpsTree Condition="'{project}' != ''">$(MSBuildProjectDirectory)/..</GitOpsTree>
              </PropertyGroup>
              <ItemGroup>
                {Schemas(Path.Combine(SharedData.RepositoryRoot, "examples", name, Below($"{name}.csproj")))}
              </ItemGroup>
              <ItemGroup>
                <Reference Include="{AppContext.BaseDirectory}GitOps.Sdk.dll;{AppContext.BaseDirectory}GitOps.Synth.dll;{AppContext.BaseDirectory}GitOps.Flux.dll" />
                <Reference Include="{AppContext.BaseDirectory}GitOps.Schemas.dll;{AppContext.BaseDirectory}GitOps.Cel.dll;{AppContext.BaseDirectory}GitOps.Yaml.dll;{AppContext.BaseDirectory}YamlDotNet.dll;{AppContext.BaseDirectory}System.CommandLine.dll" />
                <Analyzer Include="{SharedData.RepositoryRoot}/src/Generators/bin/{Configuration}/netstandard2.0/GitOps.*.dll;{SharedData.RepositoryRoot}/src/Generators/bin/{Configuration}/netstandard2.0/YamlDotNet.dll" />
              </ItemGroup>
              <Import Project="{SharedData.RepositoryRoot}/src/Sdk/build/GitOps.Sdk.targets" />
            </Project>
            """);
    }

    public string Name { get; }

    public string Root { get; }

    public void Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public void Build() => Shell.Must(Path.Combine(Root, project), "dotnet", "build", "-v", "q", "-nologo", "--disable-build-servers");

    public string Run(params string[] arguments) => Shell.Must(Path.Combine(Root, project), "dotnet", [$"bin/Debug/net10.0/{Name}.dll", .. arguments]);

    /// <summary>What a run that must fail says.</summary>
    public string Fail(params string[] arguments)
    {
        var (exitCode, output) = Shell.Run(Path.Combine(Root, project), "dotnet", [$"bin/Debug/net10.0/{Name}.dll", .. arguments]);
        exitCode.Should().NotBe(0, output);
        return output;
    }

    /// <summary>Every YAML file but the project's own, with its text.</summary>
    public IReadOnlyDictionary<string, string> Tree() =>
        Files(Root).Where(path => path.EndsWith(".yaml", StringComparison.Ordinal) && !(project.Length > 0 && path.StartsWith(project + "/", StringComparison.Ordinal)))
            .ToDictionary(static path => path, Read, StringComparer.Ordinal);

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>The example's own items.</summary>
    private static string Schemas(string project) =>
        string.Join('\n', System.Xml.Linq.XDocument.Load(project).Descendants("GitOpsValuesSchema").Select(static item => item.ToString(System.Xml.Linq.SaveOptions.DisableFormatting)));

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'));

    private string Below(string path) => project.Length == 0 ? path : $"{project}/{path}";
}
