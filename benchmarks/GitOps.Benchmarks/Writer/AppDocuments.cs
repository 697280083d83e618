using System.Globalization;

namespace GitOps.Benchmarks;

/// <summary>The four files of an app as people have them, as plain dictionaries and lists: every contender starts from these objects.</summary>
internal static class AppDocuments
{
    public const int Files = 4;

    public static string Name(int app) => "app-" + app.ToString("D6", CultureInfo.InvariantCulture);

    public static string Path(string name, int file) => $"{name}/{file switch { 0 => "ks.yaml", 1 => "app/kustomization.yaml", 2 => "app/helmrelease.yaml", _ => "app/ocirepository.yaml" }}";

    public static Dictionary<string, object> Make(string name, int file) => file switch
    {
        0 => Object("kustomize.toolkit.fluxcd.io/v1", "Kustomization", name, new()
        {
            ["interval"] = "1h",
            ["path"] = $"./kubernetes/apps/media/{name}/app",
            ["prune"] = true,
            ["wait"] = false,
            ["targetNamespace"] = "media",
            ["sourceRef"] = new Dictionary<string, object> { ["kind"] = "GitRepository", ["name"] = "flux-system", ["namespace"] = "flux-system" },
            ["dependsOn"] = new List<object>
            {
                new Dictionary<string, object> { ["name"] = "secret-stores", ["namespace"] = "external-secrets" },
                new Dictionary<string, object> { ["name"] = "volsync", ["namespace"] = "volsync-system" },
            },
            ["components"] = new List<object> { "../../../../components/volsync", "../../../../components/gatus" },
            ["postBuild"] = new Dictionary<string, object>
            {
                ["substitute"] = new Dictionary<string, object> { ["APP"] = name, ["VOLSYNC_CAPACITY"] = "5Gi", ["GATUS_PORT"] = "443" },
                ["substituteFrom"] = new List<object> { new Dictionary<string, object> { ["kind"] = "Secret", ["name"] = "cluster-secrets" } },
            },
        }),
        1 => new()
        {
            ["apiVersion"] = "kustomize.config.k8s.io/v1beta1",
            ["kind"] = "Kustomization",
            ["resources"] = new List<object> { "./helmrelease.yaml", "./ocirepository.yaml" },
        },
        2 => Object("helm.toolkit.fluxcd.io/v2", "HelmRelease", name, new()
        {
            ["interval"] = "1h",
            ["chartRef"] = new Dictionary<string, object> { ["kind"] = "OCIRepository", ["name"] = name },
            ["install"] = new Dictionary<string, object> { ["remediation"] = new Dictionary<string, object> { ["retries"] = 3 } },
            ["values"] = Values(name),
        }),
        _ => Object("source.toolkit.fluxcd.io/v1", "OCIRepository", name, new()
        {
            ["interval"] = "15m",
            ["layerSelector"] = new Dictionary<string, object> { ["mediaType"] = "application/vnd.cncf.helm.chart.content.v1.tar+gzip", ["operation"] = "copy" },
            ["ref"] = new Dictionary<string, object> { ["tag"] = "4.2.0" },
            ["url"] = "oci://ghcr.io/charts/app-template",
        }),
    };

    private static Dictionary<string, object> Object(string apiVersion, string kind, string name, Dictionary<string, object> spec) => new()
    {
        ["apiVersion"] = apiVersion,
        ["kind"] = kind,
        ["metadata"] = new Dictionary<string, object> { ["name"] = name },
        ["spec"] = spec,
    };

    private static Dictionary<string, object> Values(string name) => new()
    {
        ["controllers"] = new Dictionary<string, object>
        {
            [name] = new Dictionary<string, object>
            {
                ["annotations"] = new Dictionary<string, object> { ["reloader.stakater.com/auto"] = "true" },
                ["containers"] = new Dictionary<string, object>
                {
                    ["app"] = new Dictionary<string, object>
                    {
                        ["image"] = new Dictionary<string, object> { ["repository"] = $"ghcr.io/example/{name}", ["tag"] = "4.0.14@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" },
                        ["env"] = new Dictionary<string, object> { ["TZ"] = "Europe/Berlin", ["PORT"] = "8080", ["LOG_LEVEL"] = "info", ["FEATURE_ENABLED"] = "off", ["BASE_URL"] = $"https://{name}.${{SECRET_DOMAIN}}" },
                        ["envFrom"] = new List<object> { new Dictionary<string, object> { ["secretRef"] = new Dictionary<string, object> { ["name"] = $"{name}-secret" } } },
                        ["args"] = new List<object> { "--port=8080", "--data", "/config" },
                        ["probes"] = new Dictionary<string, object>
                        {
                            ["liveness"] = Probe(),
                            ["readiness"] = Probe(),
                        },
                        ["securityContext"] = new Dictionary<string, object>
                        {
                            ["allowPrivilegeEscalation"] = false,
                            ["readOnlyRootFilesystem"] = true,
                            ["capabilities"] = new Dictionary<string, object> { ["drop"] = new List<object> { "ALL" } },
                        },
                        ["resources"] = new Dictionary<string, object>
                        {
                            ["requests"] = new Dictionary<string, object> { ["cpu"] = "100m", ["memory"] = "256Mi" },
                            ["limits"] = new Dictionary<string, object> { ["memory"] = "1Gi" },
                        },
                    },
                },
            },
        },
        ["defaultPodOptions"] = new Dictionary<string, object>
        {
            ["securityContext"] = new Dictionary<string, object> { ["runAsNonRoot"] = true, ["runAsUser"] = 1000, ["runAsGroup"] = 1000, ["fsGroup"] = 1000, ["fsGroupChangePolicy"] = "OnRootMismatch" },
        },
        ["service"] = new Dictionary<string, object> { ["app"] = new Dictionary<string, object> { ["ports"] = new Dictionary<string, object> { ["http"] = new Dictionary<string, object> { ["port"] = 8080 } } } },
        ["route"] = new Dictionary<string, object>
        {
            ["app"] = new Dictionary<string, object>
            {
                ["hostnames"] = new List<object> { $"{name}.${{SECRET_DOMAIN}}", "{{ .Release.Name }}.internal" },
                ["parentRefs"] = new List<object> { new Dictionary<string, object> { ["name"] = "internal", ["namespace"] = "network", ["sectionName"] = "https" } },
            },
        },
        ["persistence"] = new Dictionary<string, object>
        {
            ["config"] = new Dictionary<string, object> { ["existingClaim"] = name },
            ["tmpfs"] = new Dictionary<string, object> { ["type"] = "emptyDir", ["globalMounts"] = new List<object> { new Dictionary<string, object> { ["path"] = "/tmp" } } },
        },
        ["script"] = $"#!/bin/sh\nset -eu\necho \"starting {name}\" # once\nexec /app/start --config /config\n",
    };

    private static Dictionary<string, object> Probe() => new()
    {
        ["enabled"] = true,
        ["custom"] = true,
        ["spec"] = new Dictionary<string, object>
        {
            ["httpGet"] = new Dictionary<string, object> { ["path"] = "/ping", ["port"] = 8080 },
            ["initialDelaySeconds"] = 0,
            ["periodSeconds"] = 10,
            ["timeoutSeconds"] = 1,
            ["failureThreshold"] = 3,
        },
    };
}
