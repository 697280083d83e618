namespace GitOps;

/// <summary>A port of an <see cref="AppService"/>; a number becomes one.</summary>
/// <param name="Number">The Service's port.</param>
public sealed record AppPort(int Number)
{
    /// <summary>The container's port, by number or name. Default: the same.</summary>
    public IntOrString? TargetPort { get; init; }

    /// <summary><c>HTTP</c>, <c>HTTPS</c>, <c>TCP</c> or <c>UDP</c>. Default: HTTP, the chart's own, which is TCP to Kubernetes.</summary>
    public string? Protocol { get; init; }

    /// <summary>What runs over it, for gateways and meshes: <c>kubernetes.io/h2c</c>.</summary>
    public string? AppProtocol { get; init; }

    /// <summary>Whether probes and routes that name no port mean this one. Default: the first.</summary>
    public bool? Primary { get; init; }

    /// <summary>A port with the container's the same.</summary>
    public static implicit operator AppPort(int number) => new(number);

    internal Values ToValues() => new Values { ["port"] = Number }
        .Set("targetPort", TargetPort is { } target ? (Values)target : null).Set("protocol", Protocol).Set("appProtocol", AppProtocol).Set("primary", Primary is { } primary ? (Values)primary : null);
}
