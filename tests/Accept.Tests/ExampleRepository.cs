using HomeOps;

namespace GitOps.Tests;

/// <summary>A copy of the example that may be edited; its program is the one that these tests were built with.</summary>
internal sealed class ExampleRepository : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public ExampleRepository()
    {
        Root = Path.TrimEndingDirectorySeparator(Directory.CreateTempSubdirectory("gitops-example-").FullName);
        foreach (var file in Directory.EnumerateFiles(Example, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(Example, file);
            if (path.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj")
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(Root, path))!);
            File.Copy(file, Path.Combine(Root, path));
        }
    }

    private static string Example { get; } = Path.Combine(SharedData.RepositoryRoot, "examples", "HomeOps");

    public string Root { get; }

    public string Output => output.ToString();

    public string Error => error.ToString();

    public int Run(params string[] args)
    {
        output.GetStringBuilder().Clear();
        error.GetStringBuilder().Clear();
        var host = new CommandLineHost
        {
            Out = output,
            Error = error,
            IsTerminal = false,
            StartFolder = Root,
            ProjectFolder = Root,
            Program = new RunningProgram(typeof(Home).Assembly, static (build, options) => TreeRenderer.Render([RunningProgram.Twin(static () => new Home(), build)], options).Result),
        };
        return CommandLineApp.RunAsync(Render, args, host).GetAwaiter().GetResult();
    }

    /// <summary>What the sources as they are now say, as a build of them would.</summary>
    private RenderResult Render(RenderOptions options)
    {
        var projects = ProgramReader.Read(typeof(Home).Assembly, Example, null)
            .Select(project => project with { Documents = [.. project.Documents.Select(document => document.File is { } file ? document with { Content = File.ReadAllBytes(Path.Combine(Root, Of(file))) } : document)] });
        string? fault = null;
        RenderResult? result = null;
        new ProgramBuild([.. projects]).Render([], build => result = TreeRenderer.Render([RunningProgram.Twin(static () => new Home(), build)], options).Result, out fault);
        return result ?? throw new InvalidOperationException(fault);
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public void Write(string path, string text) => File.WriteAllText(Path.Combine(Root, path), text);

    /// <summary>The files of an ending, relative to the root.</summary>
    public IEnumerable<string> Files(string folder, string ending) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*" + ending, SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal);

    public void Dispose()
    {
        output.Dispose();
        error.Dispose();
        Directory.Delete(Root, recursive: true);
    }

    private static string Of(string file) => Path.GetRelativePath(Example, file);
}
