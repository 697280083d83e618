namespace HomeOps;

/// <summary>The Flux that runs here: which controllers, from which repository, and how GitHub tells it of a push.</summary>
[App<Ns.FluxSystem>]
[DependsOn<FluxOperator>, DependsOn<SecretStores>]
public sealed class FluxInstance : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/controlplaneio-fluxcd/charts/flux-instance", "0.58.1");

    private ExternalSecret WebhookToken => field ??= Akeyless.Secret("github-webhook-token", "/flux/github", new() { ["token"] = "{{ .WEBHOOK_TOKEN }}" });

    public override bool? Wait => true;

    public override ManifestList Manifests =>
    [
        Chart,
        new HelmRelease
        {
            Spec = new()
            {
                Interval = "1h",
                ChartRef = Chart,
                Values = new()
                {
                    ["instance"] = new()
                    {
                        ["distribution"] = new() { ["version"] = "2.x", ["artifact"] = "oci://ghcr.io/controlplaneio-fluxcd/flux-operator-manifests:latest" },
                        ["components"] = ["source-controller", "kustomize-controller", "helm-controller", "notification-controller"],
                        ["cluster"] = new() { ["type"] = "kubernetes", ["networkPolicy"] = false },
                        ["sync"] = new()
                        {
                            ["kind"] = "GitRepository",
                            ["url"] = "https://github.com/example/home-ops.git",
                            ["ref"] = "refs/heads/main",
                            ["path"] = "kubernetes/flux/cluster",
                            ["interval"] = "1h",
                        },
                        ["kustomize"] = new()
                        {
                            ["patches"] =
                            [
                                new()
                                {
                                    ["target"] = new() { ["kind"] = "Deployment", ["name"] = "(kustomize-controller|helm-controller|source-controller)" },
                                    ["patch"] =
                                        """
                                        - op: add
                                          path: /spec/template/spec/containers/0/args/-
                                          value: --concurrent=10
                                        - op: add
                                          path: /spec/template/spec/containers/0/args/-
                                          value: --requeue-dependency=5s
                                        """,
                                },
                            ],
                        },
                    },
                },
            },
        },
        WebhookToken,
        new Receiver("github")
        {
            Spec = new()
            {
                Type = "github",
                Events = ["ping", "push"],
                SecretRef = WebhookToken,
                Resources = [new() { ApiVersion = "source.toolkit.fluxcd.io/v1", Kind = "GitRepository", Name = "flux-system" }],
            },
        },
        new Expose($"flux-webhook.{ClusterSecrets.SecretDomain}", 80, Ref<EnvoyGateway>.To(gateway => gateway.External), "github-webhook") { Service = "webhook-receiver", PathPrefix = "/hook/" },
    ];
}
