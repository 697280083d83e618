using System.Text;

namespace GitOps.Tests;

/// <summary>
/// Input that is made to hurt, through the command: each ends in a finding or in silence, never in an exception, and within bounds. The bounds are there to tell an
/// explosion from an answer; they are no measurement.
/// </summary>
[Collection(Alone.Name)]
public sealed class HostileInputTests : IDisposable
{
    private const long MostBytes = 1_500_000_000;
    private static readonly TimeSpan Hang = TimeSpan.FromMinutes(5);

    private readonly ToolRepository repository = FluxRepository.Make();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void The_healthy_repository_is_healthy()
    {
        Validate().Should().Be(ExitCodes.Done);
        repository.Output.Should().StartWith("nothing found: 2 Kustomizations");
    }

    [Fact]
    public void An_alias_bomb()
    {
        var bomb = new StringBuilder("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: config, namespace: default}\nx0: &x0 [a, a, a, a, a, a, a, a, a, a]\n");
        for (var i = 1; i < 12; i++) bomb.Append($"x{i}: &x{i} [{string.Join(", ", Enumerable.Repeat($"*x{i - 1}", 10))}]\n");
        repository.Write(FluxRepository.App + "/config.yaml", bomb.ToString());

        Fails("error GOPS0001: ", "apps/one/config.yaml:");
    }

    [Fact]
    public void An_alias_bomb_that_stays_just_below_the_limit()
    {
        var bomb = new StringBuilder("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: config, namespace: default}\nx0: &x0 [a, a, a, a, a, a, a, a, a, a]\n");
        for (var i = 1; i < 6; i++) bomb.Append($"x{i}: &x{i} [{string.Join(", ", Enumerable.Repeat($"*x{i - 1}", 10))}]\n");
        repository.Write(FluxRepository.App + "/config.yaml", bomb.ToString());

        Validate();
    }

    [Theory]
    [InlineData(100)]
    [InlineData(250)]
    [InlineData(100_000)]
    public void Deep_nesting(int depth)
    {
        repository.Write(FluxRepository.App + "/config.yaml", FluxRepository.ConfigMap("config").Replace("a: b", "a: " + new string('[', depth) + new string(']', depth), StringComparison.Ordinal));

        Validate();
        if (depth > 200) repository.Output.Should().Contain("GOPS0001");
    }

    [Fact]
    public void Deep_nesting_of_blocks()
    {
        var text = new StringBuilder("apiVersion: v1\nkind: Thing\nmetadata: {name: config}\nspec:\n");
        for (var i = 1; i < 150; i++) text.Append(' ', i).Append("a:\n");
        repository.Write(FluxRepository.App + "/config.yaml", text.ToString());

        Validate();
    }

    [Fact]
    public void A_file_of_fifty_megabytes()
    {
        repository.Write(FluxRepository.App + "/config.yaml", FluxRepository.ConfigMap("config", "a: " + new string('x', 50_000_000)));

        Validate().Should().Be(ExitCodes.Done);
        repository.Output.Should().Contain("apps/one/config.yaml: warning GOPS0033: the file has 50 MB");
    }

    [Fact]
    public void A_file_of_seven_megabytes_with_a_hundred_thousand_keys()
    {
        var text = new StringBuilder("apiVersion: v1\nkind: ConfigMap\nmetadata: {name: config, namespace: default}\ndata:\n");
        for (var i = 0; i < 100_000; i++) text.Append("  key").Append(i).Append(": \"").Append('v', 50).Append("\"\n");
        repository.Write(FluxRepository.App + "/config.yaml", text.ToString());

        Validate();
    }

    [Fact]
    public void Bytes_that_are_no_text()
    {
        var bytes = new byte[100_000];
        new Random(1).NextBytes(bytes);
        repository.Write(FluxRepository.App + "/config.yaml", bytes);
        repository.Write(FluxRepository.App + "/unlisted.bin", bytes);
        repository.Write("cluster/flux-system/kustomization.yaml", [.. "resources: [gotk-sync.yaml]\n# "u8, 0xE9, (byte)'\n']);

        Fails("error GOPS0001: this is no text in UTF-8", "apps/one/config.yaml:1:", "cluster/flux-system/kustomization.yaml:2:3:");
        repository.Output.Should().NotContain("unlisted.bin");
    }

    [Fact]
    public void Marks_and_line_ends_of_Windows_are_fine()
    {
        foreach (var path in new[] { "cluster/one.yaml", FluxRepository.App + "/kustomization.yaml", FluxRepository.App + "/config.yaml" })
            repository.Write(path, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(File.ReadAllText(repository.Full(path)).ReplaceLineEndings("\r\n"))]);

        Validate().Should().Be(ExitCodes.Done);
        repository.Output.Should().StartWith("nothing found");
    }

    [Fact]
    public void Links_in_a_loop_and_out_of_the_tree()
    {
        Directory.CreateSymbolicLink(repository.Full("apps/loop"), repository.Full("apps"));
        Directory.CreateSymbolicLink(repository.Full("apps/out"), "/");
        File.CreateSymbolicLink(repository.Full(FluxRepository.App + "/link.yaml"), "/etc/passwd");
        repository.Write(FluxRepository.App + "/kustomization.yaml", "resources: [config.yaml, link.yaml, ../loop/one, ../out/etc]\n");

        Fails("warning GOPS0034: ", "apps/loop", "apps/out", "apps/one/link.yaml", "GOPS3003");
        repository.Output.Should().NotContain("root:");
    }

    [Theory]
    [InlineData("../../..")]
    [InlineData("../../../../../../../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("./")]
    [InlineData("\"\"")]
    [InlineData("~")]
    [InlineData("{a: b}")]
    [InlineData("\"a\\0b\"")]
    [InlineData("\"\\e[2J\\a\"")]
    public void Paths_that_lead_nowhere_or_out(string path)
    {
        repository.Write(FluxRepository.App + "/kustomization.yaml", $"resources:\n  - config.yaml\n  - {path}\ncomponents:\n  - {path}\npatches:\n  - path: {path}\nconfigMapGenerator:\n  - name: x\n    files: [{path}]\n");

        Validate();
        repository.Output.Should().NotContain("root:x").And.NotContain("\e").And.NotContain("\0");
    }

    [Fact]
    public void Kustomizations_components_and_dependencies_in_circles()
    {
        repository.Write("a/kustomization.yaml", "resources: [../b]\n");
        repository.Write("b/kustomization.yaml", "resources: [../a]\n");
        repository.Write("c/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ncomponents: [../d]\n");
        repository.Write("d/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\ncomponents: [../c]\n");
        repository.Write("e/kustomization.yaml", "resources: [.]\n");
        repository.Write("f/ks.yaml", FluxRepository.Kustomization("f", "./f"));
        repository.Write("cluster/a.yaml", FluxRepository.Kustomization("a", "./a", "  dependsOn: [{name: b}]"));
        repository.Write("cluster/b.yaml", FluxRepository.Kustomization("b", "./b", "  dependsOn: [{name: a}]"));
        repository.Write("cluster/c.yaml", FluxRepository.Kustomization("c", "./c"));
        repository.Write("cluster/e.yaml", FluxRepository.Kustomization("e", "./e"));
        repository.Write("cluster/f.yaml", FluxRepository.Kustomization("f", "./f"));

        Fails("GOPS1005", "GOPS3011");
    }

    [Fact]
    public void A_Kustomization_that_applies_a_new_one_of_its_own_path_for_ever()
    {
        repository.Write("g/kustomization.yaml", "resources: [ks.yaml]\nnameSuffix: -x\n");
        repository.Write("g/ks.yaml", FluxRepository.Kustomization("g", "./g"));
        repository.Write("cluster/g.yaml", FluxRepository.Kustomization("g", "./g"));

        Validate();
    }

    [Fact]
    public void Patches_that_double_an_object_again_and_again()
    {
        var patches = new StringBuilder("resources: [config.yaml]\npatches:\n  - target: {kind: ConfigMap}\n    patch: |\n");
        for (var i = 0; i < 40; i++) patches.Append($"      - {{op: copy, from: /data, path: /data/x{i}}}\n");
        repository.Write(FluxRepository.App + "/kustomization.yaml", patches.ToString());

        Validate();
    }

    [Fact]
    public void Patches_that_double_an_object_are_said_to_go_too_far_and_the_object_is_judged_as_it_was()
    {
        Patches_that_double_an_object_again_and_again();
        repository.Output.Should().Contain("GOPS3013").And.Contain("the object grows beyond 4 million characters");
    }

    [Fact]
    public void Patches_and_replacements_that_nest_an_object_ever_deeper()
    {
        repository.Write(FluxRepository.App + "/kustomization.yaml", "resources: [config.yaml]\npatches:\n  - target: {kind: ConfigMap}\n    patch: |\n"
            + string.Concat(Enumerable.Repeat("      - {op: copy, from: /data, path: /data/x}\n", 20_000))
            + "replacements:\n  - source: {kind: ConfigMap, fieldPath: data.a}\n    targets: [{select: {kind: ConfigMap}, options: {create: true}, fieldPaths: [data" + string.Concat(Enumerable.Repeat(".x", 50_000)) + "]}]\n");

        Fails("GOPS3013", "the object is nested deeper than 400 levels", "this replacement cannot be made");
    }

    [Fact]
    public void Replacements_that_double_an_object_and_a_text_again_and_again()
    {
        var text = new StringBuilder("resources: [config.yaml]\nreplacements:\n");
        for (var i = 0; i < 60; i++)
            text.Append($"  - source: {{kind: ConfigMap, fieldPath: data}}\n    targets: [{{select: {{kind: ConfigMap}}, fieldPaths: [data.x{i}], options: {{create: true}}}}]\n")
                .Append($"  - source: {{kind: ConfigMap, fieldPath: data.a}}\n    targets: [{{select: {{kind: ConfigMap}}, fieldPaths: [data.a], options: {{delimiter: '-', index: {i + 5}}}}}]\n");
        repository.Write(FluxRepository.App + "/kustomization.yaml", text.ToString());

        Fails("GOPS3013", "this replacement cannot be made");
    }

    [Fact]
    public void Variables_that_double_from_one_Kustomization_to_the_next()
    {
        for (var i = 0; i < 28; i++) repository.Write($"k{i}/ks.yaml", FluxRepository.Kustomization($"k{i + 1}", $"./k{i + 1}", "  postBuild: {substitute: {A: \"${A}${A}\"}}"));
        repository.Write("k28/config.yaml", FluxRepository.ConfigMap("last", "a: \"${A}\""));
        repository.Write("cluster/k0.yaml", FluxRepository.Kustomization("k0", "./k0", "  postBuild: {substitute: {A: xxxxxxxx}}"));

        Fails("GOPS2004", "the text becomes longer than 8 million characters");
    }

    [Fact]
    public void A_large_variable_in_a_thousand_texts()
    {
        repository.Write("cluster/one.yaml", FluxRepository.Kustomization("one", "./" + FluxRepository.App, "  postBuild: {substitute: {A: " + new string('x', 1_000_000) + "}}"));
        repository.Write(FluxRepository.App + "/config.yaml", FluxRepository.ConfigMap("config", string.Join("\n  ", Enumerable.Range(0, 1_000).Select(static i => $"k{i}: \"${{A}}${{A}}${{A}}\""))));

        Validate();
        repository.Output.Should().Contain("more than 64 million characters come together");
    }

    [Fact]
    public void Kustomizations_that_multiply_under_ever_new_names()
    {
        repository.Write("g/kustomization.yaml", "resources: [ks.yaml]\nnameSuffix: -x\n");
        repository.Write("g/ks.yaml", string.Join("---\n", Enumerable.Range(0, 5).Select(static i => FluxRepository.Kustomization("g" + i, "./g"))));
        repository.Write("cluster/g.yaml", FluxRepository.Kustomization("g", "./g"));

        Fails("GOPS3011", "goes on without end");
    }

    [Fact]
    public void More_patches_of_more_objects_than_anyone_follows()
    {
        repository.Write(FluxRepository.App + "/config.yaml", string.Join("---\n", Enumerable.Range(0, 1_500).Select(static i => FluxRepository.ConfigMap("c" + i))));
        repository.Write(FluxRepository.App + "/kustomization.yaml", "resources: [config.yaml]\npatches:\n" + string.Concat(Enumerable.Range(0, 1_500).Select(static i =>
            $"  - {{target: {{kind: ConfigMap, name: c{i}}}, patch: '[{{op: add, path: /data/x, value: y}}]'}}\n")));

        Validate();
        repository.Output.Should().Contain("nothing is said of what this build makes");
    }

    [Fact]
    public void Expressions_nested_without_end()
    {
        repository.Write(FluxRepository.App + "/config.yaml", FluxRepository.ConfigMap("config", "a: \"" + string.Concat(Enumerable.Repeat("${A:=", 20_000)) + "\""));
        repository.Write("cluster/one.yaml", FluxRepository.Kustomization("one", "./" + FluxRepository.App, "  postBuild: {substitute: {A: x}}"));

        Fails("GOPS2002");
    }

    [Fact]
    public void A_pattern_on_which_others_despair()
    {
        repository.Write("crds/things.yaml", Crd("pattern: ^(([a-z]+)+)+\\$$|^(a|a)*b$"));
        repository.Write("cluster/thing.yaml", "apiVersion: example.org/v1\nkind: Thing\nmetadata: {name: x, namespace: default}\nspec: {text: \"" + new string('a', 5_000) + "!\"}\n");

        Validate("--crd", repository.Full("crds/things.yaml"));
    }

    [Fact]
    public void A_CEL_rule_that_compares_ten_thousand_items_with_each_other()
    {
        repository.Write("crds/things.yaml", Crd("maxLength: 9000", "x-kubernetes-validations: [{rule: 'self.items.all(a, self.items.all(b, self.items.exists(c, a != b || b != c)))', message: no}]"));
        repository.Write("cluster/thing.yaml", "apiVersion: example.org/v1\nkind: Thing\nmetadata: {name: x, namespace: default}\nspec:\n  text: a\n  items: [" + string.Join(", ", Enumerable.Range(0, 10_000)) + "]\n");

        Validate("--crd", repository.Full("crds/things.yaml"));
    }

    [Fact]
    public void A_message_cannot_steer_the_terminal_or_end_a_workflow_command()
    {
        repository.Write("cluster/one.yaml", FluxRepository.Kustomization("one", "./" + FluxRepository.App, "  dependsOn: [{name: \"x\\e[2J\\n::error::y\"}]"));

        Validate();
        repository.Output.Should().NotContain("\e");
        Validate("--format", "github");
        repository.Output.Split('\n').Should().NotContain(static line => line.StartsWith("::error::", StringComparison.Ordinal));
    }

    [Fact]
    public void Thousands_of_small_files()
    {
        for (var i = 0; i < 3_000; i++) repository.Write($"apps/many/{i % 50}/{i}.yaml", FluxRepository.ConfigMap("c" + i));
        repository.Write("cluster/many.yaml", FluxRepository.Kustomization("many", "./apps/many"));

        Validate().Should().Be(ExitCodes.Done);
        repository.Output.Should().StartWith("nothing found: 3 Kustomizations and 30");
    }

    private static string Crd(string text, string more = "") => $$$"""
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata: {name: things.example.org}
        spec:
          group: example.org
          scope: Namespaced
          names: {kind: Thing, plural: things}
          versions:
            - name: v1
              served: true
              storage: true
              schema:
                openAPIV3Schema:
                  type: object
                  properties:
                    spec:
                      type: object
                      {{{more}}}
                      properties:
                        text: {type: string, {{{text}}} }
                        items: {type: array, items: {type: integer} }

        """;

    private void Fails(params string[] words)
    {
        Validate().Should().Be(ExitCodes.Findings);
        foreach (var word in words) repository.Output.Should().Contain(word);
    }

    private int Validate(params string[] options)
    {
        var before = GC.GetTotalAllocatedBytes();
        using var hang = new CancellationTokenSource(Hang);
        var code = repository.Run(hang.Token, ["validate", repository.Folder, .. options]);
        code.Should().BeOneOf([ExitCodes.Done, ExitCodes.Findings], repository.Error);
        repository.Error.Should().BeEmpty();
        (GC.GetTotalAllocatedBytes() - before).Should().BeLessThan(MostBytes);
        return code;
    }
}
