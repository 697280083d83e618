namespace GitOps;

/// <summary>The probes of a container.</summary>
public sealed class AppProbes
{
    /// <summary>A container that is not well is started again.</summary>
    public AppProbe? Liveness { get; init; }

    /// <summary>A container that is not well gets no requests.</summary>
    public AppProbe? Readiness { get; init; }

    /// <summary>The other two begin once this one was well.</summary>
    public AppProbe? Startup { get; init; }

    /// <summary>Liveness and readiness by one HTTP path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="port">The container's port, by number or name; <see langword="null"/>: the app's.</param>
    public static AppProbes Http(string path, IntOrString? port = null) => Both(AppProbe.Http(path, port));

    /// <summary>Liveness and readiness by connecting to a port.</summary>
    /// <param name="port">The container's port, by number or name; <see langword="null"/>: the app's.</param>
    public static AppProbes Tcp(IntOrString? port = null) => Both(AppProbe.Tcp(port));

    /// <summary>Liveness and readiness by a command in the container.</summary>
    /// <param name="command">The command and its arguments.</param>
    public static AppProbes Exec(params IReadOnlyList<string> command) => Both(AppProbe.Exec(command));

    internal Values ToValues(int? port, Construct whose) => new Values()
        .Set("liveness", Liveness?.ToValues(port, whose)).Set("readiness", Readiness?.ToValues(port, whose)).Set("startup", Startup?.ToValues(port, whose));

    private static AppProbes Both(AppProbe probe) => new() { Liveness = probe, Readiness = probe };
}
