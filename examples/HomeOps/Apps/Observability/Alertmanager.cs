namespace HomeOps;

/// <summary>Sorts alerts and passes them on to a phone; those of Flux too, which the component "common" sends here from every namespace.</summary>
[App<Ns.Observability>]
[DependsOn<SecretStores>, DependsOn<Openebs>]
public sealed class Alertmanager : FluxApp
{
    /// <summary>Where others find it.</summary>
    public const string Url = "http://alertmanager.observability.svc.cluster.local:9093";

    private const string Mount = "/etc/alertmanager/pushover";

    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/prometheus-community/charts/alertmanager", "1.31.1");

    private ExternalSecret Pushover => field ??= Akeyless.Secret("alertmanager", "/observability/alertmanager", new() { ["token"] = "{{ .PUSHOVER_TOKEN }}", ["user"] = "{{ .PUSHOVER_USER }}" });

    public override bool? Wait => true;

    public override ManifestList Manifests =>
    [
        Chart,
        Pushover,
        new HelmRelease
        {
            Spec = new()
            {
                Interval = "1h",
                ChartRef = Chart,
                Values = new()
                {
                    ["fullnameOverride"] = Name,
                    ["persistence"] = new() { ["size"] = "1Gi", ["storageClass"] = "openebs-hostpath" },
                    ["extraSecretMounts"] = [new() { ["name"] = "pushover", ["mountPath"] = Mount, ["secretName"] = Pushover.AsName(), ["readOnly"] = true }],
                    ["config"] = new()
                    {
                        ["route"] = new() { ["receiver"] = "pushover", ["group_by"] = ["alertname", "namespace"] },
                        ["receivers"] = [new() { ["name"] = "pushover", ["pushover_configs"] = [new() { ["token_file"] = $"{Mount}/token", ["user_key_file"] = $"{Mount}/user" }] }],
                    },
                },
            },
        },
    ];
}
