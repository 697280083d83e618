using System.Runtime.CompilerServices;
using GitOps.Models.FluxCD;

namespace GitOps;

/// <summary>
/// An app of bjw-s' chart app-template: its OCIRepository and its HelmRelease, with values of a type for what people use. The usual app has one container, one port and one route:
/// <code>
/// new AppTemplate("4.1.1")
/// {
///     Container = new() { Image = new("ghcr.io/home-operations/sonarr", "4.0.19.3001"), Probes = AppProbes.Http("/ping") },
///     Port = 8989,
///     Route = new($"sonarr.{ClusterSecrets.SecretDomain}", Ref&lt;EnvoyGateway&gt;.To(gateway =&gt; gateway.Internal)),
///     Persistence = new() { ["config"] = new ClaimVolume(Volsync.PersistentVolumeClaim) },
/// }
/// </code>
/// The app depends on the apps that have its gateways, and on all others that it refers to.
/// </summary>
public class AppTemplate : Construct
{
    /// <summary>Where the chart lies.</summary>
    public const string Chart = "ghcr.io/bjw-s-labs/helm/app-template";

    /// <summary>What the one container, service and route are called in the values.</summary>
    internal const string OnlyName = "app";

    private readonly string? tag;
    private readonly string? name;
    private readonly ObjectRef<OCIRepository>? shared;

    /// <summary>An app with a chart of its own. Renovate finds the tag by the comment that stands above it in the tree.</summary>
    /// <param name="tag">The chart's version.</param>
    /// <param name="name">The release's name; <see langword="null"/>: the app's.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public AppTemplate(string tag, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
        ArgumentException.ThrowIfNullOrEmpty(tag);
        this.tag = tag;
        this.name = name;
    }

    /// <summary>An app that takes the chart from an OCIRepository that others take it from too, such as one that a component brings into the namespace.</summary>
    /// <param name="source">The OCIRepository.</param>
    /// <param name="name">The release's name; <see langword="null"/>: the app's.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public AppTemplate(ObjectRef<OCIRepository> source, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
        ArgumentNullException.ThrowIfNull(source);
        shared = source;
        this.name = name;
    }

    /// <summary>The one container, <c>app</c>, of the one controller, which is called like the release. For more of either: <see cref="Controllers"/>.</summary>
    public AppContainer? Container { get; init; }

    /// <summary>How many Pods the one controller has. Default: 1, the chart's own.</summary>
    public Value<int>? Replicas { get; init; }

    /// <summary>How the Pods of the one controller are replaced. Default: Recreate, the chart's own.</summary>
    public string? Strategy { get; init; }

    /// <summary>Annotations of the one controller, such as <c>reloader.stakater.com/auto</c>.</summary>
    public Map<string>? Annotations { get; init; }

    /// <summary>The port of the one service, <c>app</c>, at which the container answers; also the one that its probes ask.</summary>
    public int? Port { get; init; }

    /// <summary>The one route, <c>app</c>.</summary>
    public AppRoute? Route { get; init; }

    /// <summary>What runs, where it is more than one container.</summary>
    public Named<AppController>? Controllers { get; init; }

    /// <summary>The services, where it is more than one port.</summary>
    public Named<AppService>? Services { get; init; }

    /// <summary>The routes, where there are several.</summary>
    public Named<AppRoute>? Routes { get; init; }

    /// <summary>What is mounted, by name.</summary>
    public Named<AppVolume>? Persistence { get; init; }

    /// <summary>Options of all Pods (<c>defaultPodOptions</c>).</summary>
    public AppPod? Pod { get; init; }

    /// <summary>
    /// All else that the chart can, free-form or by the classes of its schema (<c>new AppTemplateValues { … }</c>, see <c>GitOpsValuesSchema</c>); what has a property here is laid over it, entry by entry.
    /// </summary>
    public Values? Values { get; init; }

    /// <summary>How often Helm's release is compared with the cluster. Default: one hour.</summary>
    public Duration Interval { get; init; } = "1h";

    /// <summary>How long installing and upgrading may take. Default: five minutes, Flux' own.</summary>
    public Duration? Timeout { get; init; }

    /// <summary>The chart's source; <see langword="null"/> where it is somebody else's.</summary>
    public OCIRepository? Source => tag is null ? null : field ??= new(name, File, Line)
    {
        Spec = new()
        {
            Interval = "15m",
            Url = $"oci://{Chart}",
            // A chart is one layer of an OCI artifact; copied as it is, helm-controller can read it.
            LayerSelector = new() { MediaType = "application/vnd.cncf.helm.chart.content.v1.tar+gzip", Operation = "copy" },
            Ref = new() { Tag = tag, Comments = new() { ["tag"] = $"renovate: datasource=docker depName={Chart}" } },
        },
    };

    /// <summary>The release.</summary>
    public HelmRelease Release => field ??= new(name, File, Line)
    {
        Spec = new()
        {
            Interval = Interval,
            Timeout = Timeout,
            ChartRef = Source is { } own ? own : shared!,
            Values = MakeValues(),
        },
    };

    /// <inheritdoc/>
    protected override ManifestList Compose() => Source is { } own ? [own, Release] : [Release];

    private Values MakeValues()
    {
        // The release is named in its own values, so that its workload is called like it.
        var controllers = With(name ?? App.Name, Container is null ? null : new AppController { Containers = new() { [OnlyName] = Container }, Replicas = Replicas, Strategy = Strategy, Annotations = Annotations }, Controllers);
        var services = With(OnlyName, Port is { } port ? new AppService { Ports = new() { ["http"] = port } } : null, Services);
        var typed = new Values()
            .Set("controllers", controllers, controller => controller.ToValues(Port, this)).Set("defaultPodOptions", Pod?.ToValues())
            .Set("service", services, static service => service.ToValues()).Set("route", With(OnlyName, Route, Routes), static route => route.ToValues())
            .Set("persistence", Persistence, volume => volume.ToValues(this));
        return typed.Over(Values);
    }

    // The one of the short form stands before the others.
    private static Named<T>? With<T>(string name, T? one, Named<T>? others)
        where T : class
    {
        if (one is null)
            return others;
        var all = new Named<T> { [name] = one };
        foreach (var (other, value) in others ?? [])
            all[other] = value;
        return all;
    }
}
