namespace Elysium;

/// <summary>The object store for logs and traces. Its keys are made once by the chart's own job, for no sealed Secret may be waited for here.</summary>
[App<Ns.Monitoring>, In<MonitoringControllers>]
// renovate: datasource=docker depName=registry-1.docker.io/bitnamicharts/minio
public sealed class Minio() : HelmApp(static charts => charts.Bitnami, "minio", "17.0.21")
{
    public const string Endpoint = "minio.monitoring.svc:9000";

    /// <summary>The keys under the names that clients of S3 look for.</summary>
    public static Values KeysAsEnv => [Key("AWS_ACCESS_KEY_ID", "root-user"), Key("AWS_SECRET_ACCESS_KEY", "root-password")];

    private Secret Keys => field ??= Provided(new Secret("minio"));

    protected override Values ChartValues => new()
    {
        ["defaultBuckets"] = "loki,tempo",
        // A tag that is a date: the newest by the alphabet.
        ["image"] = new() { ["repository"] = "bitnamilegacy/minio", ["tag"] = ((Values)"2025.7.23-debian-12-r5").WithPolicy(Ref<ImagePolicies>.To(static images => images.Minio), ImagePolicyPart.Tag) },
        ["persistence"] = new() { ["size"] = "100Gi" },
    };

    private static Values Key(string variable, string key) => new() { ["name"] = variable, ["valueFrom"] = new() { ["secretKeyRef"] = Ref<Minio>.To(static minio => minio.Keys).Key(key) } };
}
