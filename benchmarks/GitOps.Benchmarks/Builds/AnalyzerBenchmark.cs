using System.Globalization;
using System.Text.RegularExpressions;

namespace GitOps.Benchmarks;

/// <summary>
/// What the analyzers cost in a real build of 1,000 apps that hold what the analyzers look at: components with variables, sources of variables in texts,
/// dependencies, durations and quantities. The compiler's own report against the CPU time of the compilation without them.
/// </summary>
internal static partial class AnalyzerBenchmark
{
    private const int Apps = 1_000;

    public static int Measure(string[] args)
    {
        var rounds = args is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 3;
        using var projects = new Projects();
        // The analyzers of .NET itself are not ours to measure, and would be most of the time.
        const string Lines = "</ItemGroup><PropertyGroup><EnableNETAnalyzers>false</EnableNETAnalyzers><RootNamespace>Bench</RootNamespace></PropertyGroup><ItemGroup>";
        var empty = projects.Make("Nothing", withPackage: true, Lines, ("Program.cs", "System.Console.WriteLine();\n"));
        var many = projects.Make("Many", withPackage: true, Lines, Cluster());
        var (compiled, added, reported) = (new List<double>(), new List<double>(), new List<double>());
        var slowest = "";
        // One build that does not count fills the disk's cache; then each without a compiler server, for a server's own compiling would be in the first rounds.
        projects.Build(empty, cold: true);
        for (var round = 0; round < rounds; round++)
        {
            var nothing = projects.Build(empty, cold: true).Cpu;
            var without = projects.Build(many, cold: true, "-p:RunAnalyzers=false").Cpu;
            var (with, _, output) = projects.Build(many, cold: true, "-p:ReportAnalyzer=true", "-v", "d");
            compiled.Add(without - nothing);
            added.Add(with - without);
            reported.Add(Reported(output));
            slowest = string.Join('\n', Each().Matches(output).Select(static match => "  " + match.Value.Trim()).Distinct());
            Console.WriteLine(FormattableString.Invariant(
                $"round {round + 1}: compiling {compiled[^1]:F2} CPU s, analyzers add {added[^1]:F2} CPU s, the compiler reports {reported[^1]:F2} s of analyzers (with those of .NET: {Total().Match(output).Groups[1].Value} s)"));
        }

        Console.WriteLine("seconds, share and name of each, as the compiler reports them:\n" + slowest);
        // As an editor and a second build have it: the compiler's server has compiled the analyzers, and they are not compiled again.
        var (warmCompiled, warmReported) = (new List<double>(), new List<double>());
        projects.Build(many, cold: false, "-p:ReportAnalyzer=true");
        for (var round = 0; round < rounds; round++)
        {
            warmCompiled.Add(projects.Build(many, cold: false, "-p:RunAnalyzers=false").Cpu - projects.Build(empty, cold: false).Cpu);
            warmReported.Add(Reported(projects.Build(many, cold: false, "-p:ReportAnalyzer=true", "-v", "d").Output));
            Console.WriteLine(FormattableString.Invariant($"round {round + 1}, warm: compiling {warmCompiled[^1]:F2} CPU s, the compiler reports {warmReported[^1]:F2} s of analyzers"));
        }

        var verdicts = new Verdicts();
        verdicts.AtMost($"analyzers over {Apps:N0} apps, warm: what the compiler reports of them, in percent of compiling without", 10, 100 * Median(warmReported) / Median(warmCompiled), "%");
        verdicts.AtMost($"analyzers over {Apps:N0} apps: what the compiler reports of them, in percent of compiling without", 10, 100 * Median(reported) / Median(compiled), "%");
        verdicts.AtMost($"analyzers over {Apps:N0} apps: what they add to the build, in percent of compiling without", 10, 100 * Median(added) / Median(compiled), "%");
        return verdicts.Print();
    }

    // The total of the report would be that of .NET's own analyzers of interop as well, which every build has and which are often more than all of ours.
    private static double Reported(string output) => double.Parse(Ours().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static (string Path, string Text)[] Cluster()
    {
        var files = new List<(string Path, string Text)>
        {
            ("Program.cs", "return await FluxCluster.RunAsync<Bench.Home>(args);\n"),
            ("Home.cs", "namespace Bench;\n\n[Cluster(\"kubernetes\"), SubstituteFrom<ClusterSecrets>]\npublic sealed partial class Home : FluxCluster;\n"),
            ("Namespaces.cs", "namespace Bench;\n\npublic static class Ns\n{\n    public sealed class Media : FluxNamespace\n    {\n        public override ComponentList Components => [new Common()];\n    }\n}\n"),
            ("../kubernetes/components/volsync/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources:\n  - pvc.yaml\n"),
            ("../kubernetes/components/volsync/pvc.yaml",
                "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: ${APP}\nspec:\n  storageClassName: ${VOLSYNC_CLASS:=ceph}\n  resources:\n    requests:\n      storage: ${VOLSYNC_CAPACITY}\n"),
            ("../kubernetes/components/common/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources:\n  - secret.sops.yaml\n"),
            ("../kubernetes/components/common/secret.sops.yaml", "apiVersion: v1\nkind: Secret\nmetadata:\n  name: cluster-secrets\nstringData:\n  SECRET_DOMAIN: ENC[x]\nsops:\n  version: 3.11.0\n"),
        };
        for (var app = 0; app < Apps; app++)
            files.Add(($"Apps/App{app:D4}.cs", App.Replace("LOWER", $"app{app:D4}", StringComparison.Ordinal).Replace("NAME", $"App{app:D4}", StringComparison.Ordinal).Replace("OTHER", $"App{Math.Max(app - 7, 0):D4}", StringComparison.Ordinal)
                .Replace(app == 0 ? "[DependsOn<App0000>]\n" : "\0", "", StringComparison.Ordinal)));
        return [.. files];
    }

    [GeneratedRegex(@"Total analyzer execution time:\s*([0-9.]+)")]
    private static partial Regex Total();

    // "1.234   12   GitOps.Generators, Version=…": first as analyzers, and then, under a total of its own, as generators.
    [GeneratedRegex(@"Total analyzer execution time:[\s\S]*?<?([0-9.]+)\s+<?[0-9]+\s+GitOps\.Generators, Version=")]
    private static partial Regex Ours();

    // "0.123   12      GitOps.GraphAnalyzer (GOPS1001, …)"
    [GeneratedRegex(@"<?[0-9.]+\s+<?[0-9]+\s+GitOps\.\w+ \(.*")]
    private static partial Regex Each();

    private const string App = """
        namespace Bench;

        [App<Ns.Media>]
        [DependsOn<OTHER>]
        public sealed class NAME : FluxApp
        {
            private OCIRepository Chart => field ??= new() { Spec = new() { Interval = "15m", Url = "oci://ghcr.io/charts/app-template", Ref = new() { Tag = "4.2.0" } } };

            public override ComponentList Components => [new Volsync { Capacity = "5Gi" }];

            public override ManifestList Manifests =>
            [
                Chart,
                new ConfigMap("LOWER-script") { Data = new() { ["run.sh"] = Text.Literal("for f in ${FILES[@]}; do echo $f; done"), ["host"] = "NAME.${SECRET_DOMAIN}" } },
                new HelmRelease
                {
                    Spec = new()
                    {
                        Interval = "1h",
                        Timeout = "15m",
                        ChartRef = Chart,
                        Values = new()
                        {
                            ["controllers"] = new()
                            {
                                [Name] = new()
                                {
                                    ["annotations"] = new() { ["reloader.stakater.com/auto"] = "true" },
                                    ["containers"] = new()
                                    {
                                        ["app"] = new()
                                        {
                                            ["image"] = new() { ["repository"] = $"ghcr.io/example/{Name}", ["tag"] = "4.0.14@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef" },
                                            ["env"] = new() { ["TZ"] = "Europe/Berlin", ["PORT"] = "8080", ["BASE_URL"] = $"https://{Name}.{ClusterSecrets.SecretDomain}", ["CALLBACK"] = "https://NAME." + ClusterSecrets.SecretDomain + "/callback" },
                                            ["envFrom"] = [new() { ["secretRef"] = new() { ["name"] = $"{Name}-secret" } }],
                                            ["args"] = ["--port=8080", "--data", "/config"],
                                            ["probes"] = new() { ["liveness"] = Probe(), ["readiness"] = Probe() },
                                            ["securityContext"] = new() { ["allowPrivilegeEscalation"] = false, ["readOnlyRootFilesystem"] = true, ["capabilities"] = new() { ["drop"] = ["ALL"] } },
                                            ["resources"] = new() { ["requests"] = new() { ["cpu"] = "100m", ["memory"] = "256Mi" }, ["limits"] = new() { ["memory"] = "1Gi" } },
                                        },
                                    },
                                },
                            },
                            ["defaultPodOptions"] = new() { ["securityContext"] = new() { ["runAsNonRoot"] = true, ["runAsUser"] = 1000, ["runAsGroup"] = 1000, ["fsGroup"] = 1000 } },
                            ["service"] = new() { ["app"] = new() { ["ports"] = new() { ["http"] = new() { ["port"] = 8080 } } } },
                            ["route"] = new() { ["app"] = new() { ["hostnames"] = [$"{{{{ .Release.Name }}}}.{ClusterSecrets.SecretDomain}"] } },
                            ["persistence"] = new() { ["config"] = new() { ["existingClaim"] = Name }, ["tmpfs"] = new() { ["type"] = "emptyDir", ["globalMounts"] = [new() { ["path"] = "/tmp" }] } },
                        },
                    },
                },
            ];

            private static Values Probe() => new() { ["enabled"] = true, ["custom"] = true, ["spec"] = new() { ["httpGet"] = new() { ["path"] = "/ping", ["port"] = 8080 }, ["periodSeconds"] = 10, ["failureThreshold"] = 3 } };
        }

        """;
}
