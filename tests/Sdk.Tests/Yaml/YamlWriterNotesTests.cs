using System.Text;
using FluentAssertions;
using Xunit;

namespace GitOps.Tests;

/// <summary>What the writer notes while it writes is what a reader of its file finds.</summary>
public class YamlWriterNotesTests
{
    private static readonly string[] Texts =
    [
        "plain", "${A}", "a ${B:-x} b", "$${C}", "line one\n${D}\n", "${E}\n\n", "#!/bin/sh\necho \"${F}\"", "{{ .Release.Name }}.${G}", ": ${H}", "${I}\r", "\t${J}",
        GitOps.Text.Literal("${K}"), GitOps.Text.Literal("$") + "${L}", GitOps.Text.Literal("echo $HOME\n${M}\n"), "", "${N", "on", "é ${O} 😀",
    ];

    private static readonly string[] Keys = ["name", "a.b/c", "${KEY}", "x ${KEY_TWO}", "on", "a b", new string('k', 1100) + "${LONG}", GitOps.Text.Literal("${LITERAL}")];

    [Theory]
    [InlineData(3)]
    [InlineData(1)]
    [InlineData(2)]
    public void Noted_are_the_texts_that_a_reader_finds(int passes)
    {
        var random = new Random(20_000 + passes);
        using var writer = new YamlWriter { Notes = [], LiteralDollarPasses = passes };
        for (var run = 0; run < 300; run++)
        {
            writer.Reset();
            writer.Notes.Clear();
            Mapping(writer, random, depth: 0);
            var yaml = Encoding.UTF8.GetString(writer.WrittenSpan);

            var file = YamlFile.Read(yaml);

            file.Faults.Should().BeEmpty();
            var read = YamlText.Below(file.Documents.Single().Root).Where(static text => text.Scalar.Text.Contains('{', StringComparison.Ordinal));
            writer.Notes.Select(static note => (YamlText.PathOf(note.Segments), note.IsKey, note.Text))
                .Should().Equal(read.Select(static text => (text.FieldPath, text.IsKey, text.Scalar.Text)), "of\n{0}", yaml);
        }
    }

    [Fact]
    public void Nothing_is_noted_unasked()
    {
        using var writer = new YamlWriter();
        writer.String("${A}");
        writer.Notes.Should().BeNull();
    }

    private static void Node(YamlWriter writer, Random random, int depth)
    {
        switch (depth < 4 ? random.Next(4) : 0)
        {
            case 0 or 1:
                writer.String(Texts[random.Next(Texts.Length)]);
                break;
            case 2:
                Mapping(writer, random, depth + 1);
                break;
            default:
                writer.StartSequence();
                for (var i = random.Next(4); i > 0; i--)
                    Node(writer, random, depth + 1);
                writer.EndSequence();
                break;
        }
    }

    private static void Mapping(YamlWriter writer, Random random, int depth)
    {
        writer.StartMapping();
        var names = Keys.OrderBy(_ => random.Next()).Take(random.Next(5)).ToArray();
        foreach (var name in names)
        {
            writer.Key(name);
            Node(writer, random, depth);
        }

        if (random.Next(2) == 0)
        {
            writer.Key("known"u8);
            Node(writer, random, depth);
        }

        writer.EndMapping();
    }
}
