namespace GitOps.Benchmarks;

/// <summary>An app as people have many: four files, about sixty lines of Helm values, two components, two dependencies, a handful of variables.</summary>
[App<BenchmarkNamespace>]
internal sealed class BenchmarkApp : FluxApp
{
    public override ComponentList Components => [new VolsyncComponent { Capacity = "5Gi" }, new GatusComponent()];

    private Manifest Chart => field ??= new("source.toolkit.fluxcd.io/v1", "OCIRepository")
    {
        ["spec"] = new()
        {
            ["interval"] = "15m",
            ["layerSelector"] = new() { ["mediaType"] = "application/vnd.cncf.helm.chart.content.v1.tar+gzip", ["operation"] = "copy" },
            ["ref"] = new() { ["tag"] = "4.2.0" },
            ["url"] = "oci://ghcr.io/charts/app-template",
        },
    };

    public override ManifestList Manifests =>
    [
        new Manifest("helm.toolkit.fluxcd.io/v2", "HelmRelease")
        {
            ["spec"] = new()
            {
                ["interval"] = "1h",
                ["chartRef"] = new() { ["kind"] = "OCIRepository", ["name"] = Name },
                ["install"] = new() { ["remediation"] = new() { ["retries"] = 3 } },
                ["values"] = Values(),
            },
        },
        Chart,
    ];

    private Values Values() => new()
    {
        ["controllers"] = new()
        {
            [Name] = new()
            {
                ["annotations"] = new() { ["reloader.stakater.com/auto"] = "true" },
                ["containers"] = new()
                {
                    ["app"] = new()
                    {
                        ["image"] = new() { ["repository"] = $"ghcr.io/example/{Name}", ["tag"] = "4.0.14@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" },
                        ["env"] = new() { ["TZ"] = "Europe/Berlin", ["PORT"] = "8080", ["LOG_LEVEL"] = "info", ["FEATURE_ENABLED"] = "off", ["BASE_URL"] = $"https://{Name}.{ClusterSecrets.SecretDomain}" },
                        ["envFrom"] = [new() { ["secretRef"] = new() { ["name"] = $"{Name}-secret" } }],
                        ["args"] = ["--port=8080", "--data", "/config"],
                        ["probes"] = new() { ["liveness"] = Probe(), ["readiness"] = Probe() },
                        ["securityContext"] = new()
                        {
                            ["allowPrivilegeEscalation"] = false,
                            ["readOnlyRootFilesystem"] = true,
                            ["capabilities"] = new() { ["drop"] = ["ALL"] },
                        },
                        ["resources"] = new()
                        {
                            ["requests"] = new() { ["cpu"] = "100m", ["memory"] = "256Mi" },
                            ["limits"] = new() { ["memory"] = "1Gi" },
                        },
                    },
                },
            },
        },
        ["defaultPodOptions"] = new()
        {
            ["securityContext"] = new() { ["runAsNonRoot"] = true, ["runAsUser"] = 1000, ["runAsGroup"] = 1000, ["fsGroup"] = 1000, ["fsGroupChangePolicy"] = "OnRootMismatch" },
        },
        ["service"] = new() { ["app"] = new() { ["ports"] = new() { ["http"] = new() { ["port"] = 8080 } } } },
        ["route"] = new()
        {
            ["app"] = new()
            {
                ["hostnames"] = [$"{Name}.{ClusterSecrets.SecretDomain}", "{{ .Release.Name }}.internal"],
                ["parentRefs"] = [new() { ["name"] = "internal", ["namespace"] = "network", ["sectionName"] = "https" }],
            },
        },
        ["persistence"] = new()
        {
            ["config"] = new() { ["existingClaim"] = Name },
            ["tmpfs"] = new() { ["type"] = "emptyDir", ["globalMounts"] = [new() { ["path"] = "/tmp" }] },
        },
        ["script"] = $"#!/bin/sh\nset -eu\necho \"starting {Name}\" # once\nexec /app/start --config /config\n",
    };

    private static Values Probe() => new()
    {
        ["enabled"] = true,
        ["custom"] = true,
        ["spec"] = new()
        {
            ["httpGet"] = new() { ["path"] = "/ping", ["port"] = 8080 },
            ["initialDelaySeconds"] = 0,
            ["periodSeconds"] = 10,
            ["timeoutSeconds"] = 1,
            ["failureThreshold"] = 3,
        },
    };
}

/// <summary>An app that others depend on.</summary>
[App<BenchmarkNamespace>]
internal sealed class SecretStores : FluxApp
{
    public override ManifestList Manifests => [new Manifest("v1", "ConfigMap") { ["data"] = new() { ["store"] = "main" } }];

    public override bool? Wait => true;
}

/// <summary>An app that others depend on.</summary>
[App<BenchmarkNamespace>]
internal sealed class VolSync : FluxApp
{
    public override ManifestList Manifests => [new Manifest("v1", "ConfigMap") { ["data"] = new() { ["mover"] = "restic" } }];

    public override bool? Wait => true;
}
