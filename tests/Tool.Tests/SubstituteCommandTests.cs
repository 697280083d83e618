using System.Text;

namespace GitOps.Tests;

public sealed class SubstituteCommandTests : IDisposable
{
    private const string Object = """
        # who reads this?
        kind: ConfigMap
        apiVersion: v1
        metadata:
          name: ${APP}
        data:
          flag: "${FLAG}"
          text: 'a: ${TEXT}'

        """;

    private readonly ToolRepository repository = new();

    public void Dispose() => repository.Dispose();

    [Fact]
    public void The_object_is_printed_as_the_API_server_gets_it()
    {
        repository.Write("cm.yaml", Object);

        repository.Run("substitute", "cm.yaml", "--var", "APP=x", "FLAG=true", "--var", "TEXT=b").Should().Be(ExitCodes.Done);

        repository.Output.Should().Be("apiVersion: v1\ndata:\n  flag: true\n  text: 'a: b'\nkind: ConfigMap\nmetadata:\n  name: x\n");
        repository.Error.Should().BeEmpty();
    }

    [Fact]
    public void A_variable_that_is_not_set_is_an_error_at_its_place_unless_allowed()
    {
        repository.Write("cm.yaml", Object);

        repository.Run("substitute", "cm.yaml", "--var", "APP=x", "FLAGS=1", "TEXT=b").Should().Be(ExitCodes.Findings);
        repository.Output.Should().BeEmpty();
        repository.Error.Should().Be("cm.yaml(7,10): error GOPS2001: no variable 'FLAG' for 'ConfigMap/${APP}', which takes its variables from the command line; did you mean 'FLAGS'?\n");

        repository.Run("substitute", "cm.yaml", "--var", "APP=x", "TEXT=b", "--allow-unset").Should().Be(ExitCodes.Done);
        repository.Output.Should().Contain("  flag: null\n");
    }

    [Fact]
    public void A_value_that_breaks_the_YAML_is_named()
    {
        repository.Write("cm.yaml", Object);

        repository.Run("substitute", "cm.yaml", "--var", "APP=x", "FLAG=1", "TEXT=it's").Should().Be(ExitCodes.Findings);

        repository.Error.Should().StartWith("cm.yaml(8,13): error GOPS2004: 'a: ${TEXT}' breaks the YAML once its variables are put in");
    }

    [Fact]
    public void Without_a_variable_all_stays_unless_told_Always()
    {
        repository.Write("cm.yaml", "a: ${X:=d}\n");

        repository.Run("substitute", "cm.yaml").Should().Be(ExitCodes.Done);
        repository.Output.Should().Be("a: ${X:=d}\n");
        repository.Error.Should().StartWith("gitops: info GOPS2008:");

        repository.Run("substitute", "cm.yaml", "--always").Should().Be(ExitCodes.Done);
        repository.Output.Should().Be("a: d\n");
        repository.Error.Should().BeEmpty();
    }

    [Fact]
    public void Variables_come_from_ConfigMaps_and_Secrets_and_the_command_line_wins()
    {
        repository.Write("vars.yaml", """
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: a}
            data: {A: "1", B: "b\nc", C: c}
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: b}
            data: {A: Mg==, E: "ENC[AES256_GCM,data:x]"}
            stringData: {S: s}
            """);
        repository.Write("f.yaml", "v: v${A}-${B}-${C}-${S}-${E}\n");

        repository.Run("substitute", "f.yaml", "--var-file", "vars.yaml", "--var", "C=o=o").Should().Be(ExitCodes.Findings);
        repository.Error.Should().Be("vars.yaml(9,17): error GOPS0035: the value of 'E' is encrypted with SOPS; decrypt the file first, or give it with --var E=…\n");

        repository.Run("substitute", "f.yaml", "--var-file", "vars.yaml", "--var", "C=o=o", "E=e").Should().Be(ExitCodes.Done);
        repository.Output.Should().Be("v: v2-bc-o=o-s-e\n");
    }

    [Theory]
    [InlineData("tls.crt=x", "GOPS2003")]
    [InlineData("=x", "GOPS2003")]
    [InlineData("X", "GOPS0035")]
    public void A_name_that_Flux_rejects_is_refused(string variable, string id)
    {
        repository.Write("f.yaml", "a: b\n");

        repository.Run("substitute", "f.yaml", "--var", variable).Should().Be(ExitCodes.Findings);

        repository.Error.Should().Contain($"error {id}: ");
    }

    [Fact]
    public void Several_objects_lists_and_piped_input()
    {
        const string Text = "a: ${X}\n---\n# nothing\n---\nkind: List\nitems: [{b: \"${X}\"}, {c: d}]\n";

        repository.Run(static host => host with { OpenInput = static () => new MemoryStream(Encoding.UTF8.GetBytes(Text)) }, "substitute", "-", "--var", "X=1").Should().Be(ExitCodes.Done);

        repository.Output.Should().Be("a: 1\n---\nb: 1\n---\nc: d\n");
    }

    [Fact]
    public void A_bare_text_is_no_YAML()
    {
        repository.Write("run.sh", "#!/bin/sh\necho ${X}\n");
        repository.Run("substitute", "run.sh", "--var", "X=1").Should().Be(ExitCodes.Findings);
        repository.Error.Should().Contain("run.sh(2,1): error GOPS0001: this is no object; --text takes a file for bare text");

        repository.Write("run.sh", "#!/bin/sh\necho ${X} $${HOME} \"it's: [\"\n");
        repository.Run("substitute", "run.sh", "--var", "X=1", "--text").Should().Be(ExitCodes.Done);
        repository.Output.Should().Be("#!/bin/sh\necho 1 ${HOME} \"it's: [\"\n");

        repository.Write("run.sh", "a\n  ${X[0]}");
        repository.Run("substitute", "run.sh", "--var", "X=1", "--text").Should().Be(ExitCodes.Findings);
        repository.Error.Should().StartWith("run.sh(2,3): error GOPS2002: Flux cannot parse '${X[0]}'");
    }

    [Fact]
    public void What_cannot_be_read_is_said()
    {
        repository.Write("bad.yaml", [(byte)'a', (byte)'\n', 0xC3, 0x28]);

        repository.Run("substitute", "none.yaml").Should().Be(ExitCodes.Findings);
        repository.Error.Should().Contain("GOPS0004");
        repository.Run("substitute", "bad.yaml").Should().Be(ExitCodes.Findings);
        repository.Error.Should().StartWith("bad.yaml(2,1): error GOPS0001: this is no text in UTF-8");
        repository.Run("substitute", repository.Write("twice.yaml", "a: 1\na: 2\n"), "--var", "X=1").Should().Be(ExitCodes.Findings);
        repository.Error.Should().StartWith("twice.yaml(2,1): error GOPS0007: the key 'a' stands twice");
    }
}
