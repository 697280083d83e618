namespace Anton;

/// <summary>An app that is one chart of an OCI registry, named after the app.</summary>
public abstract class OciChartApp : FluxApp
{
    /// <summary>The chart.</summary>
    protected abstract ObjectRef<OCIRepository> Chart { get; }

    /// <summary>Its values.</summary>
    protected virtual Values Values => [];

    public override ManifestList Manifests => [new HelmRelease { Spec = new() { Interval = "1h", ChartRef = Chart, Values = Values } }];
}

/// <summary>An app that is one chart of a Helm repository.</summary>
public abstract class HelmChartApp : FluxApp
{
    /// <summary>The repository.</summary>
    protected abstract ObjectRef<HelmRepository> Repository { get; }

    /// <summary>The chart's name there.</summary>
    protected virtual string Chart => Name;

    /// <summary>The chart's version.</summary>
    protected abstract string Version { get; }

    /// <summary>Its values.</summary>
    protected virtual Values Values => [];

    public override ManifestList Manifests =>
    [
        new HelmRelease { Spec = new() { Interval = "1h", Chart = new() { Spec = new() { Chart = Chart, Version = Version, SourceRef = Repository } }, Values = Values } },
    ];
}
