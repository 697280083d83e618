namespace Elysium;

/// <summary>What Flux has to say: failures of anything, and every commit of the image automation.</summary>
[App<Ns.FluxSystem>, In<InfraConfigs>]
public sealed class Notifications : FluxApp
{
    public override ManifestList Manifests =>
    [
        Discord("failures", "error", new() { Kind = "Kustomization", Name = "*" }, new() { Kind = "GitRepository", Name = "*" }, new() { Kind = "HelmRepository", Name = "*" }),
        Discord("image-updates", "info", new AlertEventSource { Kind = "ImageUpdateAutomation", Name = "*" }),
    ];

    private static Alerts Discord(string name, string severity, params IReadOnlyList<AlertEventSource> sources) => new(name, "discord")
    {
        Severity = severity,
        Sources = sources,
        Secret = Ref<ClusterSecrets>.To(static secrets => secrets.Discord),
        Metadata = new() { ["cluster"] = $"elysium/{ClusterVars.Cluster}" },
    };
}
