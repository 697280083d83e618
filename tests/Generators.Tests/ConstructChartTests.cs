using GitOps.Models.Kubernetes;

namespace GitOps.Tests;

/// <summary>What <see cref="AppTemplate"/> writes is valid by the chart's own schema, which another library reads.</summary>
public sealed class ConstructChartTests
{
    [SharedFact]
    public void The_values_of_AppTemplate_are_valid_by_the_schema_of_the_chart()
    {
        var judge = new ChartJudge(Charts.Files("app-template"));
        foreach (var template in Templates())
            judge.Errors(Json(template)).Should().BeEmpty();
    }

    [SharedFact]
    public void The_judge_sees_a_key_that_the_chart_does_not_know()
    {
        var template = new AppTemplate("4.1.1", "wrong") { Container = Container, Values = new() { ["controllers"] = new() { ["wrong"] = new() { ["replicaz"] = 1 } } } };

        new ChartJudge(Charts.Files("app-template")).Errors(Json(template)).Should().NotBeEmpty();
    }

    private static AppContainer Container => new()
    {
        Image = new("ghcr.io/example/web", "1.2.3@sha256:00") { PullPolicy = "IfNotPresent" },
        Command = ["/bin/web"],
        Args = ["--port", "8080"],
        Env = new()
        {
            ["A"] = "a",
            ["B"] = 1,
            ["C"] = true,
            ["D"] = new SecretKeySelector { Name = "s", Key = "k" },
            ["E"] = new ConfigMapKeySelector { Name = "s", Key = "k" },
            ["F"] = new ObjectFieldSelector { FieldPath = "metadata.name" },
            ["G"] = new ResourceFieldSelector { Resource = "limits.memory" },
        },
        EnvFrom = [AppEnvFrom.SecretNamed("s"), AppEnvFrom.ConfigMapNamed("c", "P_")],
        Probes = new() { Liveness = AppProbe.Http("/healthz", 8080), Readiness = AppProbe.Tcp(8080).Timed(1, 2, 3, 4), Startup = AppProbe.Exec("true") },
        Resources = new() { Requests = new() { ["cpu"] = "10m" }, Limits = new() { ["memory"] = "1Gi" } },
        SecurityContext = new() { AllowPrivilegeEscalation = false, ReadOnlyRootFilesystem = true, Capabilities = new() { Drop = ["ALL"] } },
    };

    private static IEnumerable<AppTemplate> Templates()
    {
        yield return new AppTemplate("4.1.1", "short") { Container = Container, Port = 8080, Route = new("a.example.org", new Models.GatewayApi.ParentRef { Name = "g", Namespace = "n", SectionName = "https" }) };
        yield return new AppTemplate("4.1.1", "long")
        {
            Controllers = new()
            {
                ["main"] = new() { Replicas = 2, Strategy = "RollingUpdate", Annotations = new() { ["a"] = "b" }, Labels = new() { ["a"] = "b" }, Containers = new() { ["app"] = Container }, InitContainers = new() { ["init"] = Container } },
                ["every"] = new() { Type = AppControllerType.DaemonSet, Containers = new() { ["app"] = Container }, Pod = new() { HostNetwork = true, DnsPolicy = "ClusterFirstWithHostNet" } },
                ["named"] = new() { Type = AppControllerType.StatefulSet, Containers = new() { ["app"] = Container } },
                ["later"] = new() { Type = AppControllerType.CronJob, Schedule = "@daily", Containers = new() { ["app"] = Container } },
                ["once"] = new() { Type = AppControllerType.Job, Containers = new() { ["app"] = Container } },
            },
            Pod = new()
            {
                SecurityContext = new() { RunAsUser = 1000, FsGroup = 1000, FsGroupChangePolicy = "OnRootMismatch", RunAsNonRoot = true },
                AutomountServiceAccountToken = false,
                TerminationGracePeriodSeconds = 5,
                PriorityClassName = "high",
                NodeSelector = new() { ["a"] = "b" },
                Affinity = new() { NodeAffinity = new() },
                Tolerations = [new() { Key = "gpu", Operator = "Exists" }],
                TopologySpreadConstraints = [new() { MaxSkew = 1, TopologyKey = "kubernetes.io/hostname", WhenUnsatisfiable = "DoNotSchedule" }],
                Annotations = new() { ["a"] = "b" },
                Labels = new() { ["a"] = "b" },
            },
            Services = new()
            {
                ["main"] = new()
                {
                    Controller = "main",
                    Type = "LoadBalancer",
                    ExternalTrafficPolicy = "Local",
                    Annotations = new() { ["a"] = "b" },
                    Ports = new() { ["http"] = new(80) { TargetPort = "web", Protocol = "HTTP", AppProtocol = "kubernetes.io/h2c", Primary = true }, ["metrics"] = 9090 },
                },
            },
            Routes = new() { ["main"] = new(["a", "b"], new Models.GatewayApi.ParentRef { Name = "g" }) { Service = "main", Port = 80, Annotations = new() { ["a"] = "b" } } },
            Persistence = new()
            {
                ["existing"] = new ClaimVolume("claim") { Mount = "/a" },
                ["made"] = new NewClaimVolume("5Gi") { StorageClass = "fast", Retain = true },
                ["nas"] = new NfsVolume("nas", "/x") { Mounts = [new("/y") { SubPath = "z", ReadOnly = true }, new("/m") { Controller = "main" }] },
                ["tmp"] = new EmptyDirVolume { Medium = "Memory", SizeLimit = "1Gi" },
                ["config"] = new ConfigMapVolume("c") { DefaultMode = 420 },
                ["keys"] = new SecretVolume("s"),
                ["dev"] = new HostPathVolume("/dev/dri") { PathType = "Directory" },
                ["csi"] = new CustomVolume(new() { ["csi"] = new() { ["driver"] = "d" } }),
            },
        };
    }

    private static string Json(AppTemplate template) => JsonText.Of(YamlFile.Read(DocumentWriter.TextOf(writer => writer.Fields(template.Release.Spec!.Values!))).Documents.Single().Root!);
}
