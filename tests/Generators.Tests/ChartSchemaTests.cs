using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GitOps.Tests;

/// <summary>The classes of real charts' values, with NJsonSchema as the judge of what they write.</summary>
public sealed class ChartSchemaTests
{
    [SharedTheory]
    [InlineData("app-template", 100)]
    [InlineData("cert-manager", 30)]
    [InlineData("external-secrets", 80)]
    public void A_real_chart_compiles_without_a_warning(string chart, int types)
    {
        var run = Charts.Start(chart);
        run.Reported.Should().BeEmpty();
        run.Files.Should().HaveCountGreaterThan(types);
    }

    [SharedTheory]
    [InlineData("app-template", """
        new AppTemplateValues
        {
            DefaultPodOptions = new()
            {
                SecurityContext = new() { RunAsNonRoot = true, RunAsUser = 1000, FsGroup = 1000, FsGroupChangePolicy = "OnRootMismatch" },
                Tolerations = [new() { Key = "dedicated", Operator = "Exists", Effect = "NoSchedule" }],
            },
            Controllers = new()
            {
                ["player"] = new()
                {
                    Type = AppTemplateControllerType.Statefulset,
                    Replicas = 2,
                    Annotations = new() { ["reloader.stakater.com/auto"] = "true" },
                    Containers = new()
                    {
                        ["app"] = new()
                        {
                            Image = new() { Repository = "ghcr.io/example/player", Tag = "4.2.0@sha256:aa" },
                            Args = ["--port", "8080"],
                            Env = new()
                            {
                                ["TZ"] = "Europe/Berlin", ["WORKERS"] = 4, ["DEBUG"] = false,
                                ["PASSWORD"] = new() { ["valueFrom"] = new() { ["secretKeyRef"] = new() { ["name"] = "player", ["key"] = "password" } } },
                            },
                            EnvFrom = [new() { SecretRef = new() { Name = "player" } }],
                            Probes = new() { Liveness = new() { Enabled = true, Type = "HTTP", Path = "/health", Port = 8080 }, Readiness = new() { Enabled = true, Custom = true, Spec = new() { HttpGet = new() { Path = "/ready", Port = "http" }, PeriodSeconds = 5 } } },
                            Resources = new() { Requests = new() { ["cpu"] = "10m", ["memory"] = "128Mi" }, Limits = new() { ["memory"] = "1Gi" } },
                            Ports = [new() { ContainerPort = 8080, Name = "http" }],
                        },
                    },
                },
                ["backup"] = new() { Type = "cronjob", Cronjob = new() { Schedule = "0 3 * * *" }, Containers = new() { ["app"] = new() { Image = new() { Repository = "ghcr.io/example/backup", Tag = "1" }, Command = "/backup.sh" } } },
            },
            Service = new() { ["player"] = new() { Controller = "player", Ports = new() { ["http"] = new() { Port = 8080, Protocol = AppTemplateServicePortProtocol.HTTP } } } },
            Route = new()
            {
                ["player"] = new()
                {
                    Hostnames = ["player.example.org"],
                    ParentRefs = [new() { Name = "internal", Namespace = "network", SectionName = "https" }],
                    Rules = [new() { BackendRefs = [new() { Identifier = "player", Port = 8080 }], Matches = [new() { Path = new() { Type = "PathPrefix", Value = "/" } }] }],
                },
            },
            Persistence = new()
            {
                ["config"] = new() { ExistingClaim = "player", GlobalMounts = [new() { Path = "/config" }] },
                ["media"] = new() { Type = AppTemplatePersistenceType.Nfs, Server = "nas.example.org", Path = "/volume/media", AdvancedMounts = new() { ["player"] = new() { ["app"] = [new() { Path = "/media", ReadOnly = true }] } } },
                ["tmp"] = new() { Type = "emptyDir", Medium = "Memory", SizeLimit = "1Gi" },
            },
            ServiceAccount = new() { ["player"] = new() { } },
            OtherFields = new() { ["notes"] = "free" },
        }
        """)]
    [InlineData("cert-manager", """
        new CertManagerValues
        {
            Crds = new() { Enabled = true, Keep = true },
            ReplicaCount = 2,
            Dns01RecursiveNameservers = "https://1.1.1.1:443/dns-query",
            Dns01RecursiveNameserversOnly = true,
            Config = new() { ["apiVersion"] = "controller.config.cert-manager.io/v1alpha1", ["enableGatewayAPI"] = true },
            Prometheus = new() { Enabled = true, Servicemonitor = new() { Enabled = true, Interval = "60s" } },
            Webhook = new() { ReplicaCount = 3, Image = new() { Tag = "v1.21.1" }, HostNetwork = false },
            Cainjector = new() { Enabled = true, Resources = new() { ["requests"] = new() { ["cpu"] = "10m" } } },
            ExtraArgs = ["--enable-certificate-owner-ref=true"],
        }
        """)]
    [InlineData("external-secrets", """
        new ExternalSecretsValues
        {
            ReplicaCount = 2,
            LeaderElect = true,
            InstallCRDs = true,
            Image = new() { Repository = "ghcr.io/external-secrets/external-secrets", Tag = "v2.9.0" },
            Webhook = new() { Create = true, ReplicaCount = 2, Log = new() { Level = "debug" } },
            CertController = new() { Create = false, LivenessProbe = new() { Enabled = true, Port = 8082 } },
            ServiceMonitor = new() { Enabled = true, Interval = "1m" },
            OtherFields = new() { ["something-new"] = new() { ["enabled"] = true } },
        }
        """)]
    public void Values_that_are_written_are_valid_by_the_charts_own_schema(string chart, string expression)
    {
        var json = Json(Programs.Yaml(Programs.Make<Values>(Charts.Start(chart, Programs.Making("(Values)" + expression)))));
        new ChartJudge(Charts.Files(chart)).Errors(json).Should().BeEmpty(json);
        var model = Charts.Model(chart);
        ObjectValidator.ValidateType(JsonData.Read(json), model.Values!, SchemaSet.Shipped.With(model)).Should().BeEmpty();
    }

    /// <summary>Random values, most of them broken in one place: what compiles and passes our checks is what NJsonSchema takes, and is written as it was meant.</summary>
    [SharedTheory]
    [InlineData("app-template", 100, 1)]
    [InlineData("cert-manager", 50, 2)]
    [InlineData("external-secrets", 50, 3)]
    public void What_we_take_is_what_the_schema_takes(string chart, int count, int seed)
    {
        var model = Charts.Model(chart);
        var random = new RandomValues(model, new Random(seed));
        var samples = Enumerable.Range(0, count).Select(_ => random.Next()).ToList();
        string Program(IEnumerable<int> which) => "namespace Home;\npublic static class Maker\n{\n"
            + string.Concat(which.Select(at => $"public static GitOps.Values M{at.ToString(CultureInfo.InvariantCulture)}() => {random.CSharp(samples[at])};\n")) + "}\n";
        var all = Charts.Start(chart, Program(Enumerable.Range(0, count)), isRight: false);
        var broken = all.After.GetDiagnostics().Where(static one => one.Severity == DiagnosticSeverity.Error).Select(static one => one.Location.GetLineSpan().StartLinePosition.Line - 3).ToHashSet();
        broken.Should().OnlyContain(at => at >= 0 && at < count);

        var judge = new ChartJudge(Charts.Files(chart));
        var schemas = SchemaSet.Shipped.With(model);
        var disagreements = new List<string>();
        var taken = 0;
        for (var at = 0; at < count; at++)
        {
            var json = samples[at].ToJsonString();
            var issues = ObjectValidator.ValidateType(JsonData.Read(json), model.Values!, schemas);
            var isTaken = !broken.Contains(at) && issues.Count == 0;
            taken += isTaken ? 1 : 0;
            var errors = judge.Errors(json);
            if (isTaken != (errors.Count == 0))
                disagreements.Add($"{json}\n  ours: {(broken.Contains(at) ? "does not compile" : string.Join("; ", issues.Select(static issue => $"{issue.Kind} {issue.FieldPath} {issue.Expected}")))}\n  theirs: {string.Join("; ", errors)}");
        }

        disagreements.Should().BeEmpty();
        taken.Should().BeInRange(count / 5, count * 19 / 20, "both must be tried");
        broken.Should().NotBeEmpty("the compiler sees some");

        var compiled = Enumerable.Range(0, count).Where(at => !broken.Contains(at)).ToList();
        var right = Programs.Load(all.After.ReplaceSyntaxTree(all.After.SyntaxTrees[0], ProjectInput.Parse("/home/me/repo/cluster/Program.cs", Program(compiled))));
        foreach (var at in compiled)
        {
            var written = JsonNode.Parse(Json(Programs.Yaml((Values)right.GetType("Home.Maker")!.GetMethod("M" + at.ToString(CultureInfo.InvariantCulture))!.Invoke(null, null)!)));
            JsonNode.DeepEquals(written, samples[at]).Should().BeTrue($"{samples[at].ToJsonString()} was written as {written?.ToJsonString()}");
        }
    }

    private static string Json(string yaml) => JsonText.Of(YamlFile.Read(yaml).Documents.Single().Root!);
}
