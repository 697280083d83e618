namespace HomeOps;

/// <summary>The identity provider. The gateways ask its outpost about every request to an app with ExtAuthInternal or ExtAuthExternal.</summary>
[App<Ns.Default>]
[DependsOn<SecretStores>]
public sealed class Authentik : FluxApp
{
    private OCIRepository Chart => field ??= Charts.Oci("ghcr.io/goauthentik/helm-charts/authentik", "2026.2.0");

    private ExternalSecret Keys => field ??= Akeyless.Secret("authentik", "/default/authentik", new() { ["AUTHENTIK_SECRET_KEY"] = "{{ .SECRET_KEY }}" });

    // Authentik makes it itself.
    public Service Outpost => field ??= Provided(new Service("ak-outpost-authentik-embedded-outpost"));

    public override ComponentList Components => [new Cnpg()];

    public override bool? Wait => true;

    public override ManifestList Manifests =>
    [
        Chart,
        Keys,
        new ConfigMapGenerator("authentik-css") { Files = [Files.Beside("resources/custom.css")] },
        new HelmRelease
        {
            Spec = new()
            {
                Interval = "1h",
                ChartRef = Chart,
                Values = new()
                {
                    ["global"] = new()
                    {
                        ["podAnnotations"] = new() { ["reloader.stakater.com/auto"] = "true" },
                        ["envFrom"] = [new() { ["secretRef"] = Keys.AsReference() }],
                        ["env"] =
                        [
                            Postgres("AUTHENTIK_POSTGRESQL__HOST", "host"),
                            Postgres("AUTHENTIK_POSTGRESQL__NAME", "database"),
                            Postgres("AUTHENTIK_POSTGRESQL__USER", "user"),
                            Postgres("AUTHENTIK_POSTGRESQL__PASSWORD", "password"),
                        ],
                        ["volumes"] = [new() { ["name"] = "css", ["configMap"] = new() { ["name"] = "authentik-css" } }],
                        ["volumeMounts"] = [new() { ["name"] = "css", ["mountPath"] = "/web/dist/custom.css", ["subPath"] = "custom.css" }],
                    },
                    ["server"] = new() { ["replicas"] = 2, ["metrics"] = new() { ["enabled"] = true } },
                    ["worker"] = new() { ["replicas"] = 2 },
                },
            },
        },
        new Expose([$"auth.{ClusterSecrets.SecretDomain}"], 80, [Ref<EnvoyGateway>.To(gateway => gateway.Internal), Ref<EnvoyGateway>.To(gateway => gateway.External)]) { Service = "authentik-server" },
        // Lets the policies of the protected apps, which live in their own namespaces, send their question to the outpost here.
        new ForwardAuthGrant(Outpost, "authentik-outpost") { Namespaces = [Ref.Namespace<Ns.Media>(), Ref.Namespace<Ns.Observability>()] },
    ];

    private static Values Postgres(string variable, string key) => new()
    {
        ["name"] = variable,
        ["valueFrom"] = new() { ["secretKeyRef"] = Cnpg.ExternalSecretPostgres.Key(key) },
    };
}
