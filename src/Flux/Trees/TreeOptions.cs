namespace GitOps;

/// <summary>What the reader of a tree is told.</summary>
internal sealed record TreeOptions
{
    public static TreeOptions Default { get; } = new();

    /// <summary>The folders that Flux starts from, one for each cluster, relative to the repository; empty: they are looked for.</summary>
    public IReadOnlyList<string> Roots { get; init; } = [];

    /// <summary>The name of the source that holds this repository, as Flux bootstraps it.</summary>
    public string OwnSource { get; init; } = "flux-system";

    /// <summary>Rules that are off unless they are asked for.</summary>
    public IReadOnlyCollection<string> Enabled { get; init; } = [];

    /// <summary>API groups whose CustomResourceDefinitions are there before Flux is.</summary>
    public IReadOnlyCollection<string> BootstrappedGroups { get; init; } = [];

    /// <summary>The schemas of all kinds that are known beside the CustomResourceDefinitions in the tree.</summary>
    public SchemaSet Schemas { get; init; } = SchemaSet.Shipped;

    /// <summary>The schema of a chart's values, by the chart's name; none is known unless somebody names it.</summary>
    public Func<string, SchemaModel?> ChartSchema { get; init; } = static _ => null;
}
