namespace HomeOps;

/// <summary>What the containers and Pods of this home share.</summary>
internal static class Pods
{
    /// <summary>A container that may do nothing but run.</summary>
    public static SecurityContext Restricted => new() { AllowPrivilegeEscalation = false, ReadOnlyRootFilesystem = true, Capabilities = new() { Drop = ["ALL"] } };

    /// <summary>A Pod that runs as the one user who owns the files on the NAS.</summary>
    public static AppPod NasUser => new()
    {
        SecurityContext = new() { RunAsNonRoot = true, RunAsUser = 1000, RunAsGroup = 1000, FsGroup = 1000, FsGroupChangePolicy = "OnRootMismatch" },
        Values = Outside,
    };

    /// <summary>A Pod whose names are mostly of the world: they are not looked for in the cluster first. By the chart's own schema, for what no construct names.</summary>
    public static AppTemplatePodOptions Outside => new() { DnsConfig = new() { Options = [new() { Name = "ndots", Value = "1" }] } };

    /// <summary>Metrics of the one service, asked for by Prometheus' own kind.</summary>
    public static AppTemplateValues Measured(string path = "/metrics") => new()
    {
        ServiceMonitor = new() { ["app"] = new() { Service = new() { Identifier = "app" }, Endpoints = [new() { ["port"] = "http", ["path"] = path, ["interval"] = "1m", ["scrapeTimeout"] = "10s" }] } },
    };

    /// <summary>What a container asks for, and the most it may have.</summary>
    public static ResourceRequirements Resources(string cpu, string memory) => new() { Requests = new() { ["cpu"] = cpu }, Limits = new() { ["memory"] = memory } };

    /// <summary>A share of the NAS.</summary>
    public static NfsVolume Share(string path, string mount) => new(ClusterSettings.NasServer, path) { Mount = mount };

    /// <summary>Started again when a Secret or ConfigMap that it uses changes.</summary>
    public static Map<string> Reloaded => new() { ["reloader.stakater.com/auto"] = "true" };
}
