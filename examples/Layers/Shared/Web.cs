namespace Layers;

/// <summary>How a service is reached.</summary>
internal static class Web
{
    public const string Domain = "example.org";

    /// <summary>The part of many charts' values that makes an Ingress, with a certificate and the headers of <see cref="Traefik.SecureHeaders"/>.</summary>
    /// <param name="host">The host below the domain.</param>
    public static Values Ingress(string host) => new()
    {
        ["enabled"] = true,
        ["ingressClassName"] = "traefik",
        ["annotations"] = new()
        {
            ["cert-manager.io/cluster-issuer"] = Ref<Issuers>.To(issuers => issuers.LetsEncrypt).Name,
            ["traefik.ingress.kubernetes.io/router.middlewares"] = "kube-system-secure-headers@kubernetescrd",
        },
        ["hosts"] = [$"{host}.{Domain}"],
        ["tls"] = [new() { ["secretName"] = $"{host}-tls", ["hosts"] = [$"{host}.{Domain}"] }],
    };
}
