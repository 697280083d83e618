using GitOps.Models.Kubernetes;

namespace GitOps;

/// <summary>How Kubernetes asks whether a container is well. The port of a probe that names none is the app's own (<see cref="AppTemplate.Port"/>).</summary>
public sealed class AppProbe
{
    private enum Asks
    {
        Http,
        Tcp,
        Exec,
        Whatever,
    }

    private readonly Asks asks;
    private readonly string? path;
    private readonly IntOrString? port;
    private readonly IReadOnlyList<string>? command;
    private readonly Probe? probe;
    private int? initialDelaySeconds;
    private int? periodSeconds;
    private int? timeoutSeconds;
    private int? failureThreshold;

    private AppProbe(Asks asks, string? path = null, IntOrString? port = null, IReadOnlyList<string>? command = null, Probe? probe = null) =>
        (this.asks, this.path, this.port, this.command, this.probe) = (asks, path, port, command, probe);

    /// <summary>By HTTP: an answer from 200 to 399 is well.</summary>
    /// <param name="path">The path.</param>
    /// <param name="port">The container's port, by number or name; <see langword="null"/>: the app's.</param>
    public static AppProbe Http(string path, IntOrString? port = null) => new(Asks.Http, path, port);

    /// <summary>Whether a port can be connected to.</summary>
    /// <param name="port">The container's port, by number or name; <see langword="null"/>: the app's.</param>
    public static AppProbe Tcp(IntOrString? port = null) => new(Asks.Tcp, port: port);

    /// <summary>A command in the container that ends with 0 when it is well.</summary>
    /// <param name="command">The command and its arguments.</param>
    public static AppProbe Exec(params IReadOnlyList<string> command) => new(Asks.Exec, command: command);

    /// <summary>A probe as Kubernetes has it.</summary>
    public static implicit operator AppProbe(Probe probe) => new(Asks.Whatever, probe: probe ?? throw new ArgumentNullException(nameof(probe)));

    /// <summary>The same at other times than Kubernetes' own. A probe that was given as Kubernetes has it says its own.</summary>
    /// <param name="initialDelaySeconds">How long to wait before the first question. Default: 0.</param>
    /// <param name="periodSeconds">How often to ask. Default: 10.</param>
    /// <param name="timeoutSeconds">How long an answer may take. Default: 1.</param>
    /// <param name="failureThreshold">How many failures in a row count. Default: 3.</param>
    public AppProbe Timed(int? initialDelaySeconds = null, int? periodSeconds = null, int? timeoutSeconds = null, int? failureThreshold = null) => new(asks, path, port, command, probe)
    {
        initialDelaySeconds = initialDelaySeconds ?? this.initialDelaySeconds,
        periodSeconds = periodSeconds ?? this.periodSeconds,
        timeoutSeconds = timeoutSeconds ?? this.timeoutSeconds,
        failureThreshold = failureThreshold ?? this.failureThreshold,
    };

    // 'custom' makes the chart take the spec as it stands, instead of guessing one from the first service.
    internal Values ToValues(int? appPort, Construct whose) => new()
    {
        ["enabled"] = true,
        ["custom"] = true,
        ["spec"] = probe ?? new Probe
        {
            HttpGet = asks == Asks.Http ? new() { Path = path, Port = PortOf(appPort, whose) } : null,
            TcpSocket = asks == Asks.Tcp ? new() { Port = PortOf(appPort, whose) } : null,
            Exec = asks == Asks.Exec ? new() { Command = command } : null,
            InitialDelaySeconds = initialDelaySeconds,
            PeriodSeconds = periodSeconds,
            TimeoutSeconds = timeoutSeconds,
            FailureThreshold = failureThreshold,
        },
    };

    private IntOrString PortOf(int? appPort, Construct whose) =>
        port ?? appPort ?? throw new ReferenceException("a probe needs a port: this app has no Port that it could take, so name one", whose.Place);
}
