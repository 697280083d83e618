namespace Layers;

/// <summary>Who somebody is: the identity provider. Passwords come from a Secret that lies encrypted beside the release.</summary>
[App<Ns.Applications>, In<Applications>]
[DependsOn<Postgres>, DependsOn<Redis>]
public sealed class Authentik() : Service("ghcr.io/goauthentik/helm-charts/authentik", "2025.8.4")
{
    private Secret Credentials => field ??= Provided(new Secret("authentik-credentials"));

    protected override Values ChartValues => new()
    {
        ["global"] = new() { ["envFrom"] = [new() { ["secretRef"] = Credentials.AsReference() }] },
        ["authentik"] = new() { ["postgresql"] = new() { ["host"] = Postgres.Host, ["name"] = Name }, ["redis"] = new() { ["host"] = Redis.Host } },
        ["server"] = new() { ["ingress"] = Web.Ingress("auth") },
        ["postgresql"] = new() { ["enabled"] = false },
        ["redis"] = new() { ["enabled"] = false },
    };

    protected override ManifestList Others => [Files.InTree("credentials.sops.yaml")];
}
