namespace Elysium;

// infra-controllers → secrets → infra-configs → apps, and beside them monitoring-controllers → monitoring-configs.

/// <summary>
/// Operators, which bring the kinds that everything behind uses: the layer is ready when each of them is. Nothing here may need a sealed Secret for that, for who opens those is among them.
/// </summary>
[App<Ns.FluxSystem>(Name = "infra-controllers", Directory = "infrastructure")]
[SubstituteFrom<ClusterVars>]
public sealed class InfraControllers : FluxLayer
{
    protected override string Path => "infrastructure/controllers";
}

/// <summary>The cluster's own sealed Secrets; each cluster has its key, so each has its file.</summary>
[App<Ns.FluxSystem>(Name = "secrets", Directory = "secrets")]
[DependsOn<InfraControllers>]
public sealed class ClusterSecrets : FluxLayer
{
    /// <summary>For <see cref="Notifications"/>.</summary>
    public Secret Discord => field ??= Provided(new Secret("discord"));

    /// <summary>For <see cref="Issuers"/>.</summary>
    public Secret Cloudflare => field ??= Provided(new Secret("cloudflare") { Metadata = new() { Namespace = "cert-manager" } });

    /// <summary>The login of private images, for <see cref="ImagePolicies"/>.</summary>
    public Secret Ghcr => field ??= Provided(new Secret("ghcr"));

    public override bool? Wait => true;

    protected override string Path => $"clusters/{ThisCluster.Name}/secrets";

    public override ManifestList Manifests => [Files.InTree("sealed-secrets.yaml")];
}

/// <summary>What the operators are told.</summary>
[App<Ns.FluxSystem>(Name = "infra-configs", Directory = "infrastructure")]
[DependsOn<InfraControllers>, DependsOn<ClusterSecrets>]
[SubstituteFrom<ClusterVars>, SubstituteFrom<ClusterSecretVars>]
public sealed class InfraConfigs : FluxLayer
{
    public override bool? Wait => true;

    protected override string Path => "infrastructure/configs";
}

/// <summary>What people use: the apps lie in <c>apps/base</c>, and <c>apps/&lt;cluster&gt;</c> lists and patches those of one cluster.</summary>
[App<Ns.FluxSystem>]
[DependsOn<InfraConfigs>]
[SubstituteFrom<ClusterVars>, SubstituteFrom<ClusterSecretVars>]
public sealed class Apps : FluxLayer
{
    protected override string Path => $"apps/{ThisCluster.Name}";

    protected override string Base => "apps/base";
}

/// <summary>Independent of the infrastructure: what watches must run while that does not.</summary>
[App<Ns.FluxSystem>(Name = "monitoring-controllers", Directory = "monitoring"), RunsOn<Kyrion>]
[SubstituteFrom<ClusterVars>]
public sealed class MonitoringControllers : FluxLayer
{
    protected override string Path => "monitoring/controllers";
}

/// <summary>Dashboards, sources of data, pipelines.</summary>
[App<Ns.FluxSystem>(Name = "monitoring-configs", Directory = "monitoring"), RunsOn<Kyrion>]
[DependsOn<MonitoringControllers>]
[SubstituteFrom<ClusterVars>]
public sealed class MonitoringConfigs : FluxLayer
{
    protected override string Path => "monitoring/configs";
}
