namespace GitOps.Tests;

/// <summary>A repository in a temporary folder, and the tool run on it in this process.</summary>
internal sealed class ToolRepository : IDisposable
{
    private readonly StringWriter output = new() { NewLine = "\n" };
    private readonly StringWriter error = new() { NewLine = "\n" };

    public ToolRepository()
    {
        Folder = Directory.CreateTempSubdirectory("gitops-tool-").FullName;
        Write("gitops.root", "");
    }

    public string Folder { get; }

    public string Output => output.ToString();

    public string Error => error.ToString();

    public string Full(string path) => Path.Combine(Folder, path);

    public string Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllText(Full(path), text);
        return path;
    }

    public void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllBytes(Full(path), bytes);
    }

    public int Run(params string[] args) => Run(static host => host, args);

    public int Run(CancellationToken cancellation, params string[] args)
    {
        Clear();
        return ToolApp.Run(args, Host, cancellation);
    }

    public int Run(Func<CommandLineHost, CommandLineHost> change, params string[] args)
    {
        Clear();
        return ToolApp.Run(args, change(Host));
    }

    /// <summary>Runs <c>validate</c> with an engine of the test's own.</summary>
    public int Validate(TreeJudge judge, ValidateOptions? options = null, bool quiet = false)
    {
        Clear();
        var console = new CommandOutput(Host) { Quiet = quiet };
        return CommandGuard.Run(console, "", () => new ValidateCommand(options ?? new ValidateOptions()) { Judge = judge }.Run(new ToolContext(Host, console, default)));
    }

    /// <summary>An engine that says just this.</summary>
    public static TreeJudge Saying(params Finding[] findings) => (_, _, _) => new TreeJudgement(findings);

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private CommandLineHost Host => new() { Out = output, Error = error, IsTerminal = false, StartFolder = Folder, WorkingFolder = Folder };

    private void Clear()
    {
        output.GetStringBuilder().Clear();
        error.GetStringBuilder().Clear();
    }
}
