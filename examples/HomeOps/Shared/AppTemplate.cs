using System.Runtime.CompilerServices;

namespace HomeOps;

/// <summary>The chart for apps that have none of their own, and the parts of its values that most of them share.</summary>
internal static class AppTemplate
{
    public static OCIRepository Source(string tag, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Charts.Oci("ghcr.io/bjw-s-labs/helm/app-template", tag, file, line);

    /// <summary>A container image; the comment is Renovate's.</summary>
    public static Values Image(string repository, string tag) => new()
    {
        ["repository"] = repository,
        ["tag"] = ((Values)tag).WithComment($"renovate: datasource=docker depName={repository}"),
    };

    /// <summary>Liveness and readiness by one HTTP path.</summary>
    public static Values Probes(string path, int port)
    {
        Values probe = new()
        {
            ["enabled"] = true,
            ["custom"] = true,
            ["spec"] = new() { ["httpGet"] = new() { ["path"] = path, ["port"] = port }, ["periodSeconds"] = 10, ["failureThreshold"] = 3 },
        };
        return new() { ["liveness"] = probe, ["readiness"] = probe };
    }

    /// <summary>A container that may do nothing but run.</summary>
    public static Values Restricted => new()
    {
        ["allowPrivilegeEscalation"] = false,
        ["readOnlyRootFilesystem"] = true,
        ["capabilities"] = new() { ["drop"] = ["ALL"] },
    };

    /// <summary>A Pod that runs as the one user who owns the files on the NAS.</summary>
    public static Values NasUser => new()
    {
        ["securityContext"] = new() { ["runAsNonRoot"] = true, ["runAsUser"] = 1000, ["runAsGroup"] = 1000, ["fsGroup"] = 1000, ["fsGroupChangePolicy"] = "OnRootMismatch" },
    };

    /// <summary>A host name below the home's domain, at one of the gateways.</summary>
    public static Values Route(string host, ObjectRef<Gateway> gateway) => new()
    {
        ["app"] = new()
        {
            ["hostnames"] = [$"{host}.{ClusterSecrets.SecretDomain}"],
            ["parentRefs"] = [gateway.AsParentRef()],
        },
    };

    /// <summary>A share of the NAS.</summary>
    public static Values Share(string path, string mount) => new()
    {
        ["type"] = "nfs",
        ["server"] = ClusterSettings.NasServer,
        ["path"] = path,
        ["globalMounts"] = [new() { ["path"] = mount }],
    };
}
