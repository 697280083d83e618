using System.Runtime.CompilerServices;

namespace Elysium;

/// <summary>Public access through Traefik. Its kinds have no model here; an untyped object does.</summary>
internal static class Web
{
    /// <summary>A host below the cluster's domain, with Traefik's default certificate and TLS options.</summary>
    public static Manifest Route(string host, string service, int port = 80, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => new("traefik.io/v1alpha1", "IngressRoute", service, file, line)
    {
        ["spec"] = new()
        {
            ["entryPoints"] = ["websecure"],
            ["routes"] =
            [
                new() { ["kind"] = "Rule", ["match"] = $"Host(`{host}.{ClusterVars.Domain}`)", ["services"] = [new() { ["name"] = service, ["port"] = port }] },
            ],
            ["tls"] = new() { ["options"] = new() { ["name"] = "modern", ["namespace"] = "traefik" } },
        },
    };
}
