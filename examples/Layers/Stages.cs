namespace Layers;

// Each is one Kustomization. It is ready when every service in it is, and only then does Flux begin with the next.

/// <summary>What concerns the whole cluster, and needs neither a database nor an application.</summary>
[App<Ns.FluxSystem>(Directory = "infrastructure-kustomization")]
public sealed class Infrastructure : FluxLayer
{
    protected override string Path => "infrastructure";
}

/// <summary>What keeps data for others: up and reachable before anybody connects.</summary>
[App<Ns.FluxSystem>(Directory = "databases-kustomization")]
[DependsOn<Infrastructure>]
public sealed class Databases : FluxLayer
{
    protected override string Path => "apps/databases";
}

/// <summary>What people use.</summary>
[App<Ns.FluxSystem>(Name = "apps", Directory = "apps-kustomization")]
[DependsOn<Databases>]
public sealed class Applications : FluxLayer
{
    protected override string Path => "apps/applications";
}
