namespace GitOps;

/// <summary>What the commands know of the machine around them; tests give their own.</summary>
internal sealed record CommandLineHost
{
    public TextWriter Out { get; init; } = Console.Out;

    public TextWriter Error { get; init; } = Console.Error;

    /// <summary>Whether a person looks at a terminal: only then there are colours and progress.</summary>
    public bool IsTerminal { get; init; } = !Console.IsOutputRedirected && !Console.IsErrorRedirected;

    /// <summary>The folder from which the repository's root is looked for.</summary>
    public string StartFolder { get; init; } = RepositoryRoot.StartFolder;

    /// <summary>The folder of the author's project, for files beside the C#; <see langword="null"/> when it is not known.</summary>
    public string? ProjectFolder { get; init; }

    /// <summary>The author's program, for what builds it anew; <see langword="null"/> when it is not known.</summary>
    public RunningProgram? Program { get; init; }

    public Func<string, IFileSystem> OpenDisk { get; init; } = static root => new RealFileSystem(root);

    /// <summary>The folder that paths on the command line are relative to; <see langword="null"/>: the one that the user stands in.</summary>
    public string? WorkingFolder { get; init; }

    /// <summary>Where programs are looked for; <see langword="null"/>: the PATH.</summary>
    public string? SearchPath { get; init; }

    /// <summary>What is piped in.</summary>
    public Func<Stream> OpenInput { get; init; } = Console.OpenStandardInput;

    /// <summary>How URLs are fetched.</summary>
    public CrdDownload Download { get; init; } = new();
}
