using System.Globalization;

namespace GitOps.Benchmarks;

/// <summary>What a user waits for: a built program of real app classes, run as a whole process with every check on.</summary>
internal static class ProcessBenchmark
{
    private const int Many = 1_000;

    public static int Measure(string[] args)
    {
        var rounds = args is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 5;
        using var projects = new Projects();
        var empty = Built(projects, projects.Make("Empty", withPackage: false, "", ("Program.cs", "return 0;\n")), "Empty");
        var one = Built(projects, projects.Make("One", withPackage: true, "", Cluster(1)), "One");
        var many = Built(projects, projects.Make("Many", withPackage: true, "", Cluster(Many)), "Many");
        var self = Environment.ProcessPath!;
        var count = Many.ToString(CultureInfo.InvariantCulture);
        string[] names = ["empty", "one app", "one app, nothing changed", $"{Many:N0} apps", $"{Many:N0} apps, nothing changed", "bytes", "YamlDotNet"];
        var cpu = names.ToDictionary(static name => name, static _ => new List<double>());
        var tree = Path.Combine(projects.Folder, "tree");
        for (var round = 0; round < rounds; round++)
        {
            Add("empty", empty);
            Forget("One");
            Add("one app", one, "synth");
            Add("one app, nothing changed", one, "synth");
            Forget("Many");
            Add($"{Many:N0} apps", many, "synth");
            SynthContenders.Record(Path.Combine(projects.Folder, "Many"), tree + ".record");
            Add($"{Many:N0} apps, nothing changed", many, "synth");
            Add("bytes", self, "run-synth", "bytes", count, tree);
            Directory.Delete(tree, recursive: true);
            Add("YamlDotNet", self, "run-writer", "yamldotnet", count, tree);
            Directory.Delete(tree, recursive: true);
        }

        var medians = cpu.ToDictionary(static pair => pair.Key, static pair => pair.Value.Order().ElementAt(pair.Value.Count / 2));
        Console.WriteLine($"whole processes; median of {rounds} rounds in turn");
        foreach (var name in names)
            Console.WriteLine(FormattableString.Invariant($"  {name,-30} {medians[name],7:F3} CPU s   noise {(cpu[name].Max() - cpu[name].Min()) / medians[name],5:P0}"));
        var verdicts = new Verdicts();
        verdicts.Ratio("one app, whole process: CPU against an empty console program", 2, medians["one app"] / medians["empty"]);
        verdicts.Ratio("one app, nothing changed: CPU against an empty console program", 2, medians["one app, nothing changed"] / medians["empty"]);
        verdicts.Ratio($"{Many:N0} apps, whole process, checks on: CPU against the bytes of the same files", 4, medians[$"{Many:N0} apps"] / medians["bytes"]);
        verdicts.AtLeast($"{Many:N0} apps: YamlDotNet's serializer alone against the whole process", 6, medians["YamlDotNet"] / medians[$"{Many:N0} apps"]);
        return verdicts.Print();

        void Add(string name, string program, params string[] arguments) => cpu[name].Add(Children.Run(projects.Folder, program, arguments).Cpu);

        void Forget(string name)
        {
            foreach (var part in new[] { "apps", "flux" })
                if (Directory.Exists(Path.Combine(projects.Folder, name, "kubernetes", part)))
                    Directory.Delete(Path.Combine(projects.Folder, name, "kubernetes", part), recursive: true);
        }
    }

    private static string Built(Projects projects, string project, string name)
    {
        projects.Build(project, cold: true, "-c", "Release");
        return Path.Combine(project, "bin", "Release", "net10.0", name);
    }

    /// <summary>The sources of a cluster: three files, then one an app.</summary>
    public static (string Path, string Text)[] Cluster(int apps)
    {
        var files = new List<(string Path, string Text)>
        {
            ("Program.cs", "return await FluxCluster.RunAsync<Bench.Home>(args);\n"),
            ("Home.cs", "namespace Bench;\n\n[Cluster(\"kubernetes\")]\npublic sealed partial class Home : FluxCluster;\n"),
            ("Namespaces.cs", "namespace Bench;\n\npublic static class Ns\n{\n    public sealed class Media : FluxNamespace;\n}\n"),
        };
        for (var app = 0; app < apps; app++)
            files.Add(($"Apps/App{app:D4}.cs", App.Replace("NAME", $"App{app:D4}", StringComparison.Ordinal)));
        return [.. files];
    }

    private const string App = """
        namespace Bench;

        [App<Ns.Media>]
        public sealed partial class NAME : FluxApp
        {
            public override Map<string> Substitute => new() { ["SECRET_DOMAIN"] = "example.org" };

            OCIRepository Chart => field ??= new() { Spec = new() { Interval = "15m", Url = "oci://ghcr.io/charts/app-template", Ref = new() { Tag = "4.2.0" } } };

            public override ManifestList Manifests =>
            [
                Chart,
                new HelmRelease
                {
                    Spec = new()
                    {
                        Interval = "1h",
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
                                            ["env"] = new() { ["TZ"] = "Europe/Berlin", ["PORT"] = "8080", ["LOG_LEVEL"] = "info", ["FEATURE_ENABLED"] = "off", ["BASE_URL"] = "https://NAME.${SECRET_DOMAIN}" },
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
                            ["persistence"] = new() { ["config"] = new() { ["existingClaim"] = Name }, ["tmpfs"] = new() { ["type"] = "emptyDir", ["globalMounts"] = [new() { ["path"] = "/tmp" }] } },
                        },
                    },
                },
            ];

            private static Values Probe() => new() { ["enabled"] = true, ["custom"] = true, ["spec"] = new() { ["httpGet"] = new() { ["path"] = "/ping", ["port"] = 8080 }, ["periodSeconds"] = 10, ["failureThreshold"] = 3 } };
        }

        """;
}
