namespace HomeOps;

// By hand until the generator makes them from kubernetes/components.
public sealed class Common : FluxComponent
{
    protected override string Directory => "components/common";
}

public sealed class Cnpg : FluxComponent
{
    public string? Cluster { get; init; }

    public string? Database { get; init; }

    protected override string Directory => "components/cnpg";

    protected override void AddVariables(ComponentVariables variables)
    {
        variables.Set("APP", variables.App.Name);
        variables.Set("CNPG_CLUSTER", Cluster);
        variables.Set("CNPG_DATABASE", Database);
    }
}

public sealed class Keda : FluxComponent
{
    public required string Probe { get; init; }

    public string? Target { get; init; }

    protected override string Directory => "components/keda";

    protected override void AddVariables(ComponentVariables variables)
    {
        variables.Set("APP", variables.App.Name);
        variables.Set("KEDA_PROBE", Probe);
        variables.Set("KEDA_TARGET", Target);
    }
}

public sealed class Volsync : FluxComponent
{
    public required Quantity Capacity { get; init; }

    public Value<long>? User { get; init; }

    public Value<long>? Group { get; init; }

    public Quantity? CacheCapacity { get; init; }

    public string? Schedule { get; init; }

    protected override string Directory => "components/volsync";

    protected override void AddVariables(ComponentVariables variables)
    {
        variables.Set("APP", variables.App.Name);
        variables.Set<Quantity>("VOLSYNC_CAPACITY", Capacity);
        variables.Set("VOLSYNC_CACHE_CAPACITY", CacheCapacity);
        variables.Set("VOLSYNC_SCHEDULE", Schedule);
        variables.Set("VOLSYNC_USER", User);
        variables.Set("VOLSYNC_GROUP", Group);
    }
}

public sealed class ExtAuthInternal : FluxComponent
{
    protected override string Directory => "components/ext-auth-internal";

    protected override void AddVariables(ComponentVariables variables) => variables.Set("APP", variables.App.Name);
}

public sealed class ExtAuthExternal : FluxComponent
{
    protected override string Directory => "components/ext-auth-external";

    protected override void AddVariables(ComponentVariables variables) => variables.Set("APP", variables.App.Name);
}
