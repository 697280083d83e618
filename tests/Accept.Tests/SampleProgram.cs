using System.Runtime.Loader;

namespace GitOps.Tests;

/// <summary>A repository with a small program in <c>Home/</c>, whose sources each test writes, and the tree that it makes.</summary>
internal sealed class SampleProgram : IDisposable
{
    public const string Release = "kubernetes/apps/media/sonarr/app/helmrelease.yaml";
    public const string Source = "kubernetes/apps/media/sonarr/app/ocirepository.yaml";

    private readonly StringWriter output = new();
    private readonly StringWriter error = new();
    private int builds;
    private string assembly = "";

    public SampleProgram(string manifests, params (string Path, string Text)[] sources)
    {
        Root = Path.TrimEndingDirectorySeparator(Directory.CreateTempSubdirectory("gitops-accept-").FullName);
        Write("gitops.root", "");
        Write("Home/Cluster.cs",
            """
            namespace Home;

            [Cluster("kubernetes")]
            public sealed partial class MyCluster : FluxCluster;

            public static class Ns
            {
                public sealed class Media : FluxNamespace;
            }
            """);
        if (manifests.Length > 0)
            Write("Home/Apps/Sonarr.cs", App("Sonarr", manifests));
        foreach (var (path, text) in sources)
            Write(path, text);
        Build();
        Run("synth").Should().Be(ExitCodes.Done, Error);
    }

    public string Root { get; }

    public string Output => output.ToString();

    public string Error => error.ToString();

    /// <summary>An app with a chart and a release; the code given stands in the class.</summary>
    public static string App(string name, string code) =>
        $$"""
        namespace Home;

        [App<Ns.Media>]
        public sealed class {{name}} : FluxApp
        {
        {{code}}
        }
        """;

    /// <summary>A release with these values.</summary>
    public static string Values(string values) =>
        $$"""
            private OCIRepository Chart => field ??= new() { Spec = new() { Interval = "1h", Url = "oci://ghcr.io/example/charts/app", Ref = new() { Tag = "9.9.9" } } };

            public override ManifestList Manifests =>
            [
                Chart,
                new HelmRelease
                {
                    Spec = new()
                    {
                        Interval = "1h",
                        ChartRef = Chart,
                        Values = new()
                        {
        {{values}}
                        },
                    },
                },
            ];
        """;

    public void Build()
    {
        var bin = Path.Combine(Root, "Home", "bin", (++builds).ToString(System.Globalization.CultureInfo.InvariantCulture));
        string[] references = [];
        if (Directory.Exists(Path.Combine(Root, "Lib")))
        {
            references = [Path.Combine(bin, "Lib.dll")];
            Compiler.Build(references[0], Path.Combine(Root, "Lib"), Files("Lib"));
        }
        assembly = Path.Combine(bin, "Home.dll");
        Compiler.Build(assembly, Path.Combine(Root, "Home"), Files("Home"), references);
    }

    /// <summary>Runs a command of the program as it was last built.</summary>
    public int Run(params string[] args)
    {
        output.GetStringBuilder().Clear();
        error.GetStringBuilder().Clear();
        var context = new AssemblyLoadContext(assembly);
        context.Resolving += (_, name) => Path.Combine(Path.GetDirectoryName(assembly)!, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
        var home = context.LoadFromAssemblyPath(assembly).GetType("Home.MyCluster", throwOnError: true)!;
        var program = new RunningProgram(home.Assembly, (build, options) => TreeRenderer.Render([RunningProgram.Twin(() => (FluxCluster)Activator.CreateInstance(home)!, build)], options).Result);
        var host = new CommandLineHost
        {
            Out = output,
            Error = error,
            IsTerminal = false,
            StartFolder = Path.Combine(Root, "Home"),
            ProjectFolder = Path.Combine(Root, "Home"),
            Program = program,
        };
        return CommandLineApp.RunAsync(options => program.Render(program.Assembly, options), args, host).GetAwaiter().GetResult();
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public void Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public void Edit(string path, string from, string to)
    {
        Read(path).Should().Contain(from);
        Write(path, Read(path).Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Every file of the repository but what a build makes.</summary>
    public Dictionary<string, string> Snapshot() => Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
        .Where(path => !Path.GetRelativePath(Root, path).StartsWith(Path.Combine("Home", "bin"), StringComparison.Ordinal))
        .ToDictionary(path => Path.GetRelativePath(Root, path).Replace('\\', '/'), static path => Convert.ToHexString(File.ReadAllBytes(path)), StringComparer.Ordinal);

    /// <summary>After <c>accept</c>: built anew, <c>synth</c> has nothing to write but its lists, and <c>check</c> no difference.</summary>
    public void IsSettled()
    {
        Build();
        Run("synth").Should().Be(ExitCodes.Done, Error);
        Error.Should().BeEmpty();
        Output.Should().NotContain("updated").And.NotContain("created");
        Run("check").Should().Be(ExitCodes.Done, Error);
    }

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
        Directory.Delete(Root, recursive: true);
    }

    private IEnumerable<string> Files(string project) => Directory.EnumerateFiles(Path.Combine(Root, project), "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
