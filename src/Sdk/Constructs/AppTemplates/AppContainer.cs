using GitOps.Models.Kubernetes;

namespace GitOps;

/// <summary>A container of an <see cref="AppTemplate"/>.</summary>
public sealed class AppContainer
{
    /// <summary>The image.</summary>
    public required AppImage Image { get; init; }

    /// <summary>What runs instead of the image's own command.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>The arguments.</summary>
    public IReadOnlyList<string>? Args { get; init; }

    /// <summary>Environment variables.</summary>
    public Named<AppEnv>? Env { get; init; }

    /// <summary>Secrets and ConfigMaps whose entries are environment variables.</summary>
    public IReadOnlyList<AppEnvFrom>? EnvFrom { get; init; }

    /// <summary>How its health is asked for. Default: not at all.</summary>
    public AppProbes? Probes { get; init; }

    /// <summary>What it asks for and what it may use.</summary>
    public ResourceRequirements? Resources { get; init; }

    /// <summary>What it may do.</summary>
    public SecurityContext? SecurityContext { get; init; }

    /// <summary>More of the chart's keys of a container; what has a property here wins.</summary>
    public Values? Values { get; init; }

    internal Values ToValues(int? port, Construct whose) => new Values()
        .Set("image", Image.ToValues()).Set("command", Text(Command)).Set("args", Text(Args))
        .Set("env", Env, static env => env.Value).Set("envFrom", EnvFrom is null ? null : GitOps.Values.Create([.. EnvFrom.Select(static from => from.ToValues())]))
        .Set("probes", Probes?.ToValues(port, whose)).Set("resources", Resources).Set("securityContext", SecurityContext).Over(Values);

    private static Values? Text(IReadOnlyList<string>? texts) => texts is null ? null : GitOps.Values.Create([.. texts.Select(static text => (Values)text)]);
}
