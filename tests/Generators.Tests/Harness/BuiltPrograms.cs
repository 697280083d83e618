using System.Text;
using System.Text.RegularExpressions;

namespace GitOps.Tests;

/// <summary>
/// All wrong programs and their right ones as projects on a disk, with the SDK's assemblies where the package would put them, and what one real
/// <c>dotnet build</c> over them says. The projects share one restore; the compiler's server keeps analyzers warm.
/// </summary>
public sealed partial class BuiltPrograms : IDisposable
{
    // What stands in analyzers/dotnet/cs and in lib of the package.
    private static readonly string[] Analyzers = ["GitOps.Generators", "GitOps.CodeFixes", "GitOps.Yaml", "GitOps.Cel", "GitOps.Schemas", "GitOps.Flux", "YamlDotNet"];
    private static readonly string[] Libraries = ["GitOps.Sdk", "GitOps.Synth", "GitOps.Yaml", "GitOps.Cel", "GitOps.Schemas", "GitOps.Flux"];

    private readonly string folder = Directory.CreateTempSubdirectory("gitops-programs-").FullName;
    private readonly ILookup<string, BuiltDiagnostic> said;

    public BuiltPrograms()
    {
        foreach (var name in Analyzers)
            Copy(name, "analyzers");
        foreach (var name in Libraries.Where(static name => File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll"))))
            Copy(name, "lib");
        foreach (var name in WrongProgram.Names)
        {
            var program = WrongProgram.Read(name);
            Add($"{name}/wrong", program, program.Wrong);
            Add($"{name}/right", program, program.Right);
        }

        Write("shared/Home.csproj", Project("Home"));
        Write("all.proj", """
            <Project DefaultTargets="Build">
              <ItemGroup>
                <Program Include="programs/*/*/cluster/Home.csproj" />
              </ItemGroup>
              <Target Name="Build">
                <MSBuild Projects="@(Program)" Targets="Compile" BuildInParallel="true" ContinueOnError="true" />
              </Target>
            </Project>
            """);
        Shell.Must(folder, "dotnet", "restore", "shared/Home.csproj", "-v", "q");
        // A compiler of its own that stays warm for all of them, whatever the machine's habit is, and ends with this.
        var (_, output) = Shell.Run(folder, "dotnet", "build", "all.proj", "-v", "q", "-nologo", "-m", "-clp:NoSummary", "-p:UseSharedCompilation=true", "-p:SharedCompilationId=" + Pipe);
        Shell.StopCompilerServer(Pipe);
        Output = output;
        said = DiagnosticLine().Matches(output).Select(static match => match.Groups)
            .Select(static groups => (Key: groups["program"].Value, Diagnostic: new BuiltDiagnostic(
                groups["path"].Value, int.Parse("0" + groups["line"].Value), int.Parse("0" + groups["column"].Value), groups["severity"].Value, groups["id"].Value, groups["message"].Value)))
            .Distinct().ToLookup(static pair => pair.Key, static pair => pair.Diagnostic);
    }

    // On Unix a socket of this name stands in /tmp, where the folder has its own name.
    private string Pipe => Path.GetFileName(folder) + "-compiler";

    /// <summary>All that the build printed.</summary>
    public string Output { get; }

    /// <summary>What was said of a program: <c>GOPS2001.Plain/wrong</c>.</summary>
    public IReadOnlyList<BuiltDiagnostic> Of(string program) => [.. said[program]];

    /// <summary>Whether a program became an assembly.</summary>
    public bool IsCompiled(string program) => File.Exists(Path.Combine(folder, "programs", program, "cluster/obj/Debug/net10.0/Home.dll"));

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Project(string name, string items = "") => $"""
        <Project>
          <PropertyGroup>
            <MSBuildProjectExtensionsPath>{folder}/shared/obj/</MSBuildProjectExtensionsPath>
            <ProjectAssetsFile>{folder}/shared/obj/project.assets.json</ProjectAssetsFile>
            <BaseIntermediateOutputPath>$(MSBuildProjectDirectory)/obj/</BaseIntermediateOutputPath>
          </PropertyGroup>
          <Import Project="Sdk.props" Sdk="Microsoft.NET.Sdk" />
          <Import Project="{SharedData.RepositoryRoot}/src/Sdk/build/GitOps.Sdk.props" />
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <RootNamespace>{name}</RootNamespace>
            <!-- What is not ours to prove is left out: it would be most of the time. -->
            <EnableNETAnalyzers>false</EnableNETAnalyzers>
            <ProduceReferenceAssembly>false</ProduceReferenceAssembly>
            <DebugType>none</DebugType>
            <GenerateDependencyFile>false</GenerateDependencyFile>
            <EnableSourceControlManagerQueries>false</EnableSourceControlManagerQueries>
            <EnableSourceLink>false</EnableSourceLink>
            <GenerateAssemblyInfo>false</GenerateAssemblyInfo>
            <_ResolveReferenceDependencies>false</_ResolveReferenceDependencies>
          </PropertyGroup>
          <ItemGroup>
            <Reference Include="{folder}/lib/*.dll" Private="false" />
            <Analyzer Include="{folder}/analyzers/*.dll" />
            {items}
          </ItemGroup>
          <Import Project="Sdk.targets" Sdk="Microsoft.NET.Sdk" />
          <Import Project="{SharedData.RepositoryRoot}/src/Sdk/build/GitOps.Sdk.targets" />
        </Project>
        """;

    private void Add(string folderName, WrongProgram program, WrongProgram.Version version)
    {
        const string Root = "/home/me/repo/";
        var input = program.Alone(version);
        Write($"programs/{folderName}/gitops.root", "");
        Write($"programs/{folderName}/cluster/Home.csproj", Project("Home", string.Concat(
        [
            program.Library is null ? "" : "<ProjectReference Include=\"../library/Library.csproj\" />",
            .. input.Files.Select(static file => WrongProgram.ChartOf(file.Path)).OfType<string>().Select(static chart => $"<GitOpsValuesSchema Include=\"charts/{chart}/values.schema.json\" Chart=\"{chart}\" />"),
        ])));
        foreach (var (path, text) in input.Sources)
            Write($"programs/{folderName}/{path[Root.Length..]}", text);
        foreach (var file in input.Files)
            Write($"programs/{folderName}/{file.Path[Root.Length..]}", file.Text);
        if (program.Library is not { } library)
            return;
        Write($"programs/{folderName}/library/Library.csproj", Project("Library"));
        Write($"programs/{folderName}/library/Apps.cs", library);
    }

    private void Copy(string name, string into)
    {
        Directory.CreateDirectory(Path.Combine(folder, into));
        File.Copy(Path.Combine(AppContext.BaseDirectory, name + ".dll"), Path.Combine(folder, into, name + ".dll"));
    }

    private void Write(string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text, new UTF8Encoding(false));
    }

    [GeneratedRegex(@"^(?:.*?/programs/(?<program>[^/]+/(?:wrong|right))/)?(?<path>[^(:\n]*?)(?:\((?<line>\d+),(?<column>\d+)\))?\s*: (?<severity>error|warning) (?<id>\w+): (?<message>.*?)(?: \[.*?/programs/(?<program>[^/]+/(?:wrong|right))/cluster/Home\.csproj[^\]]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex DiagnosticLine();
}

/// <summary>A line of a build: the path is below the program's repository.</summary>
public sealed record BuiltDiagnostic(string Path, int Line, int Column, string Severity, string Id, string Message);
