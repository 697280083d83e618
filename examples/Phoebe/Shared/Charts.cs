using System.Runtime.CompilerServices;

namespace Phoebe;

internal static class Charts
{
    /// <summary>A chart in an OCI registry; Renovate finds the tag by the comment above it.</summary>
    public static OCIRepository Oci(string chart, string tag, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => new(null, file, line)
    {
        Spec = new()
        {
            Interval = "15m",
            LayerSelector = new() { MediaType = "application/vnd.cncf.helm.chart.content.v1.tar+gzip", Operation = "copy" },
            Url = $"oci://{chart}",
            Ref = new() { Tag = tag, Comments = new() { ["tag"] = $"renovate: datasource=docker depName={chart}" } },
        },
    };

    /// <summary>A release of a chart.</summary>
    public static HelmRelease Release(OCIRepository chart, Values? values = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(null, file, line) { Spec = new() { Interval = "1h", ChartRef = chart, Values = values } };
}

/// <summary>An app of the chart that every namespace has: one container, one port, and the volume that the backups know.</summary>
public abstract class TemplateApp : FluxApp
{
    protected abstract string Image { get; }

    protected abstract string Tag { get; }

    protected abstract int Port { get; }

    /// <summary>Where the volume of <see cref="Volsync"/> is mounted; none without it.</summary>
    protected virtual string? Data => null;

    protected virtual Values Env => [];

    public override ManifestList Manifests =>
    [
        new HelmRelease
        {
            Spec = new()
            {
                Interval = "1h",
                ChartRef = Common.OCIRepositoryAppTemplate,
                Values = new()
                {
                    ["controllers"] = new()
                    {
                        [Name] = new()
                        {
                            ["containers"] = new()
                            {
                                ["app"] = new()
                                {
                                    ["image"] = new() { ["repository"] = Image, ["tag"] = ((Values)Tag).WithComment($"renovate: datasource=docker depName={Image}") },
                                    ["env"] = Env,
                                    ["resources"] = new() { ["requests"] = new() { ["cpu"] = "20m" }, ["limits"] = new() { ["memory"] = "1Gi" } },
                                },
                            },
                        },
                    },
                    ["service"] = new() { ["app"] = new() { ["ports"] = new() { ["http"] = new() { ["port"] = Port } } } },
                    ["persistence"] = Data is { } path ? new() { ["data"] = new() { ["existingClaim"] = Name, ["globalMounts"] = [new() { ["path"] = path }] } } : new(),
                },
            },
        },
    ];

    /// <summary>An environment variable from the login of the app's database.</summary>
    protected static Values FromPostgres(string key) => new() { ["valueFrom"] = new() { ["secretKeyRef"] = Postgres.ExternalSecret.Key(key) } };
}
