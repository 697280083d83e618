namespace Elysium;

/// <summary>What Flux has to say: failures of anything, and every commit of the image automation.</summary>
[App<Ns.FluxSystem>, In<InfraConfigs>]
public sealed class Notifications : FluxApp
{
    private Provider Discord => field ??= new("discord") { Spec = new() { Type = "discord", SecretRef = Ref<ClusterSecrets>.To(static secrets => secrets.Discord) } };

    public override ManifestList Manifests =>
    [
        Discord,
        Alert("failures", "error", new() { Kind = "Kustomization", Name = "*" }, new() { Kind = "GitRepository", Name = "*" }, new() { Kind = "HelmRepository", Name = "*" }),
        Alert("image-updates", "info", new AlertEventSource { Kind = "ImageUpdateAutomation", Name = "*" }),
    ];

    private Alert Alert(string name, string severity, params IReadOnlyList<AlertEventSource> sources) => new(name)
    {
        Spec = new() { ProviderRef = Discord, EventSeverity = severity, EventSources = [.. sources], EventMetadata = new() { ["cluster"] = $"elysium/{ClusterVars.Cluster}" } },
    };
}
