using System.Diagnostics;
using System.Text;

namespace GitOps.Tests;

/// <summary>The judge is <c>kubectl kustomize</c>: what it prints for an object is what Flux substitutes in.</summary>
public sealed class ObjectEmissionTests
{
    // No keys like z01 beside z1 and z1a: their order in Go is circular, and follows the order that a map is walked in, another one each time.
    private const string Awkward = """
        apiVersion: example.org/v1
        kind: Thing
        metadata:
          name: x
        spec:
          keys: {b10: x, b9: y, B: z, "1": q, a-b: w, a.b: w, a_b: w, aB: w, a1: w, "": w, é: 1, z1: 2, Z: 1, "on": q, z100: 1, z10: 2, z2: 3, z-1: 4, 😀: 5, x😀: 6, xy: 7, "x ": 8}
          yes: yes
          oct: 0777
          o2: 0o17
          hex: 0x1F
          bin: -0b11
          un: 1_000
          f: 1e3
          f1: 1.10
          big: 12345678901234567890
          big2: 123456789012345678901234
          low: -9223372036854775809
          nul: ~
          empty: ""
          day: 2024-1-02
          at: 2024-01-02 10:00:00
          zone: 2024-01-02T10:00:00.50+02:00
          utc: 2024-01-02t10:00:00Z
          noday: 2024-02-30
          t: 12:30
          neg: -0.0
          e: {}
          l: []
          ll: [[a, b], [c], {x: y, z: [1]}, [], {}, [[[1]]], [{a: {b: [c]}}]]
          lm: [{a: 1, b: 2}, {a: "x: y", c: [1, {d: "m\nn\n"}]}, "p\nq", "  lead\n x", "", "a\n\n"]
          long: word word word word word word word word word word word word word word word word word word word word word word
          deep: {n: {m: {long: word word word word word word word word word word word word word word word word word word word word word}}}
          list: [word word word word word word word word word word word word word word word word word word word word word word]
          quoted: "word word word: word word word word word word word word word word word word word word word word word word"
          verylongkeyverylongkeyverylongkeyverylongkeyverylongkeyverylongkeyverylongkeyverylongkeyverylongkeyverylongkeyverylongkeyverylongkeyverylongkey: x
          verylongkeyverylongkeyverylongkeyverylongkeyverylongkeyverylongkeyverylongkeyverylongkeyverylongkeyverylongkeyverylongkeyverylongkeyverylongkez: {a: 1, b: [2]}
          "multi\nline key": x
          "key: colon": x
          "- k": y
          fl: [0.00001, 123456789.5, 1.5e300, 100000000000000000000000.0, 1e21, 1e20, 0.0001, 1e-7, 1234567.0, 123456.5, 1234567.5, -2.5e-9, 685_230.15, +.5]
          tags: [!!str 123, !!int "123", !!float 3, !!binary aGVsbG8=]
          emoji: "a 😀 ${X}"
          bom: "\ufeffx"
          tab: "a\tb"
          esc: "a \\ \" b ' c"
          crlf: "a\r\nb\r\n"
          trail: "a \nb"
          sp: " "
        """;

    [KubectlFact]
    public void An_object_is_written_byte_for_byte_as_kustomize_writes_it()
    {
        var expected = Kustomize(Awkward);

        Emit(Awkward).Should().Be(expected);
    }

    /// <summary>All objects of real repositories that kustomize takes.</summary>
    [SharedTheory]
    [InlineData("home-ops")]
    [InlineData("anton")]
    [InlineData("phoebe")]
    [InlineData("flux2-kustomize-helm-example")]
    public void Real_objects_are_written_byte_for_byte_as_kustomize_writes_them(string repository)
    {
        var batches = new List<(HashSet<string> Ids, StringBuilder Texts, List<string> Ours)>();
        foreach (var path in Directory.EnumerateFiles(SharedData.Data("repos", repository), "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var file = YamlFile.Read(File.ReadAllText(path));
            if (file.Faults.Count > 0 || !file.Documents.All(static document => IsObject(document.Mapping)))
                continue;
            var ids = file.Documents.Select(static document => Id(document.Mapping!)).ToList();
            if (ids.Count != ids.Distinct().Count())
                continue;
            // One build takes each object once.
            var batch = batches.Find(batch => !batch.Ids.Overlaps(ids));
            if (batch.Ids is null)
                batches.Add(batch = ([], new(), []));
            batch.Ids.UnionWith(ids);
            batch.Texts.Append("---\n").Append(file.Text).Append('\n');
            foreach (var document in file.Documents)
            {
                var value = KustomizeData.Read(document.Root, out var faults);
                faults.Should().BeEmpty(path);
                batch.Ours.Add(ObjectEmission.Write(value).Text);
            }
        }

        batches.Sum(static batch => batch.Ours.Count).Should().BeGreaterThan(20);
        foreach (var (_, texts, ours) in batches)
        {
            var theirs = Kustomize(texts.ToString()).Split("\n---\n").Select(static text => text.TrimEnd('\n') + "\n").ToList();
            theirs.Should().HaveCount(ours.Count);
            for (var i = 0; i < ours.Count; i++)
                (ours[i].TrimEnd('\n') + "\n").Should().Be(theirs[i]);
        }
    }

    // kustomize's own kinds are not objects to it.
    private static bool IsObject(YamlMapping? root) =>
        root is not null && root.Text("apiVersion") is { } version && !version.StartsWith("kustomize.config", StringComparison.Ordinal) && root.Text("kind") is not (null or "List")
        && root["metadata"] is YamlMapping metadata && metadata.Text("name") is not null;

    private static string Id(YamlMapping root) =>
        $"{root.Text("apiVersion")}/{root.Text("kind")}/{(root["metadata"] as YamlMapping)?.Text("namespace")}/{(root["metadata"] as YamlMapping)?.Text("name")}";

    private static string Emit(string text)
    {
        var value = KustomizeData.Read(YamlFile.Read(text).Documents[0].Root, out var faults);
        faults.Should().BeEmpty();
        return ObjectEmission.Write(value).Text;
    }

    private static string Kustomize(string objects)
    {
        var folder = Directory.CreateTempSubdirectory("gitops-emission-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "objects.yaml"), objects);
            File.WriteAllText(Path.Combine(folder.FullName, "kustomization.yaml"), "resources: [objects.yaml]\nsortOptions: {order: fifo}\n");
            using var process = Process.Start(new ProcessStartInfo("kubectl", ["kustomize", folder.FullName]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            process.ExitCode.Should().Be(0, errors.Result);
            return output;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
