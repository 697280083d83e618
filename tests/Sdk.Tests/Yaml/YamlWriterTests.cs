using System.Text;

namespace GitOps.Tests;

public sealed class YamlWriterTests
{
    [Fact]
    public void A_small_object_in_the_house_style()
    {
        Write(static w =>
        {
            w.Document();
            w.Comment("yaml-language-server: $schema=https://schemas.example/helm.toolkit.fluxcd.io/helmrelease_v2.json");
            w.StartMapping();
            w.Key("apiVersion"u8);
            w.String("helm.toolkit.fluxcd.io/v2");
            w.Key("kind"u8);
            w.Raw("HelmRelease"u8);
            w.Key("metadata"u8);
            w.StartMapping();
            w.Key("name"u8);
            w.String("plex");
            w.EndMapping();
            w.Key("spec"u8);
            w.StartMapping();
            w.Key("interval"u8);
            w.String("1h");
            w.Key("values"u8);
            w.StartMapping();
            w.Key("args");
            w.StartSequence();
            w.String("--port=32400");
            w.EndSequence();
            w.Key("annotations");
            w.StartMapping();
            w.Key("reloader.stakater.com/auto");
            w.String("true");
            w.EndMapping();
            w.Key("on");
            w.Boolean(true);
            w.Key("replicas");
            w.Number(2);
            w.Key("ratio");
            w.Number(0.5);
            w.Key("limits");
            w.Null();
            w.EndMapping();
            w.EndMapping();
            w.EndMapping();
        }).Should().Be("""
            ---
            # yaml-language-server: $schema=https://schemas.example/helm.toolkit.fluxcd.io/helmrelease_v2.json
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata:
              name: plex
            spec:
              interval: 1h
              values:
                args:
                  - --port=32400
                annotations:
                  reloader.stakater.com/auto: "true"
                "on": true
                replicas: 2
                ratio: 0.5
                limits: null

            """);
    }

    [Fact]
    public void Mappings_in_lists_are_compact_and_lists_in_lists_nest_on_one_line()
    {
        Write(static w =>
        {
            w.StartSequence();
            w.StartMapping();
            w.Key("name"u8);
            w.String("a");
            w.Key("list"u8);
            w.StartSequence();
            w.StartSequence();
            w.StartSequence();
            w.String("deep");
            w.String("deeper");
            w.EndSequence();
            w.String("less");
            w.EndSequence();
            w.StartSequence();
            w.StartMapping();
            w.Key("k"u8);
            w.StartMapping();
            w.Key("l"u8);
            w.Number(1);
            w.EndMapping();
            w.Key("m"u8);
            w.Number(2);
            w.EndMapping();
            w.EndSequence();
            w.EndSequence();
            w.EndMapping();
            w.String("b");
            w.EndSequence();
        }).Should().Be("""
            - name: a
              list:
                - - - deep
                    - deeper
                  - less
                - - k:
                      l: 1
                    m: 2
            - b

            """);
    }

    [Fact]
    public void Only_empty_containers_have_brackets()
    {
        Write(static w =>
        {
            w.StartMapping();
            w.Key("mapping"u8);
            w.StartMapping();
            w.EndMapping();
            w.Key("sequence"u8);
            w.StartSequence();
            w.EndSequence();
            w.Key("nested"u8);
            w.StartSequence();
            w.StartSequence();
            w.StartMapping();
            w.EndMapping();
            w.StartSequence();
            w.EndSequence();
            w.EndSequence();
            w.StartSequence();
            w.EndSequence();
            w.EndSequence();
            w.EndMapping();
        }).Should().Be("""
            mapping: {}
            sequence: []
            nested:
              - - {}
                - []
              - []

            """);
        Write(static w => { w.StartMapping(); w.EndMapping(); }).Should().Be("{}\n");
        Write(static w => { w.StartSequence(); w.EndSequence(); }).Should().Be("[]\n");
        Write(static w => { }).Should().BeEmpty();
    }

    [Fact]
    public void Text_with_lines_is_a_literal_block_that_keeps_exactly_its_newlines()
    {
        Write(static w =>
        {
            w.StartMapping();
            w.Key("none"u8);
            w.String("a\n  b \n\n\tc");
            w.Key("one"u8);
            w.String("a: b\n# c\n");
            w.Key("several"u8);
            w.String("a\n\n\n");
            w.Key("first-empty"u8);
            w.String("\na\n");
            w.Key("list"u8);
            w.StartSequence();
            w.String("a\nb");
            w.StartSequence();
            w.String("c\nd\n");
            w.EndSequence();
            w.EndSequence();
            w.EndMapping();
        }).Should().Be("none: |-\n  a\n    b \n\n  \tc\none: |\n  a: b\n  # c\nseveral: |+\n  a\n\n\nfirst-empty: |\n\n  a\n"
            + "list:\n  - |-\n    a\n    b\n  - - |\n      c\n      d\n");
    }

    [Theory]
    [InlineData(" a\nb", "\" a\\nb\"")]
    [InlineData("\n b", "\"\\n b\"")]
    [InlineData("\ta\nb", "\"\\ta\\nb\"")]
    [InlineData("\n", "\"\\n\"")]
    [InlineData("a\r\nb", "\"a\\r\\nb\"")]
    [InlineData("a\rb", "\"a\\rb\"")]
    [InlineData("a\u0085b\n", "\"a\\x85b\\n\"")]
    [InlineData("a\u2028b\n", "\"a\\u2028b\\n\"")]
    [InlineData("a\0b\n", "\"a\\x00b\\n\"")]
    [InlineData("\uFEFFa\n", "\"\\uFEFFa\\n\"")]
    public void Text_that_a_block_would_change_is_quoted(string text, string written) => Scalar(text).Should().Be(written);

    [Theory]
    [InlineData("y n Y N yes No ON off true False null NULL ~ = <<")]
    [InlineData("0 -1 +1 0777 08 1_000 1e3 1E3 1234e5 1.5e+3 1. .5 +.5 0x1F 0o7 0b11 0X1f -0b1 1__0 .inf -.Inf .NaN +inf 1_e3")]
    [InlineData("12:30 12:30:45 190:20:30 1:30.5 2024-01-01 2024-1-2 2024-01-01T00:00:00Z")]
    [InlineData("- ? : -: a: @x `x %x !x &x *x |x >x 'x \"x #x ,x [x ]x {x }x --- ... ?x :8080")]
    public void Words_that_a_reader_may_take_for_something_else_are_quoted(string words)
    {
        foreach (var word in words.Split(' ').Append("").Append(" a").Append("a ").Append("a: b").Append("a #b").Append("2024-01-01 12:30:00").Append("--- a").Append("a\tb"))
        {
            var quoted = "\"" + word.Replace("\"", "\\\"").Replace("\t", "\\t") + "\"";
            Scalar(word).Should().Be(quoted);
            Write(w => { w.StartMapping(); w.Key(word); w.Number(1); w.EndMapping(); }).Should().Be(quoted + ": 1\n");
        }
    }

    [Theory]
    [InlineData("a abc v1 v1.2.3 1.2.3 10.0.0.1 10.0.0.0/8 10.0.0.1:80 1h 5m 10Gi 100m 1e e3 _1 1,000 2001:db8::1 0a1b2c 1234abc 7d 50% 2024.1.0")]
    [InlineData("${X} ${X:=d} a-${X}.b $${X} $ oci://a.b/c https://a.b/c?d=e#f a:b:c a#b a'b a\"b a\\b a,b a[0] a{b} (x) /x ./x ../x --port=1 -x a=b ~/x y1 nope yesterday")]
    [InlineData("é 日本 😀 ghcr.io/a/b:1.2@sha256:0a kustomize.toolkit.fluxcd.io/v1 ReadWriteOnce <x =x .x ..x x.yaml")]
    public void Words_that_every_reader_takes_as_they_are_stay_plain(string words)
    {
        foreach (var word in words.Split(' ').Append("a b  c").Append("a - b ? c").Append("0 * * * *").Append("a ${X} b"))
            Scalar(word).Should().Be(word);
    }

    [Fact]
    public void A_file_ends_with_one_newline_even_behind_a_text_that_ends_with_more()
    {
        Scalar("a\n\n").Should().Be("\"a\\n\\n\"");
        Write(static w =>
        {
            w.StartMapping();
            w.Key("a"u8);
            w.String("a\n\n");
            w.EndMapping();
            w.Document();
            w.StartMapping();
            w.Key("b"u8);
            w.LiteralDollarPasses = 1;
            w.String($"b{LiteralDollars.Mark}\n\n");
            w.LiteralDollarPasses = 0;
            w.EndMapping();
        }).Should().Be("a: |+\n  a\n\n---\nb: \"b$$\\n\\n\"\n");
    }

    [Fact]
    public void Comments_stand_above_entries_and_behind_scalars()
    {
        Write(static w =>
        {
            w.Comment("top");
            w.StartMapping();
            w.Comment("renovate: datasource=docker");
            w.Comment("two\nlines\n");
            w.Key("image"u8);
            w.String("ghcr.io/a:1");
            w.TrailingComment("{\"$imagepolicy\": \"flux-system:a\"}");
            w.Key("list"u8);
            w.StartSequence();
            w.Comment("first");
            w.String("a");
            w.TrailingComment("one\ntwo");
            w.Comment("item");
            w.StartMapping();
            w.Comment("key");
            w.Key("k"u8);
            w.String("x\ny\n");
            w.TrailingComment("script");
            w.Comment("second");
            w.Key("l"u8);
            w.StartMapping();
            w.Comment("nothing in it");
            w.EndMapping();
            w.Comment("end of item");
            w.EndMapping();
            w.StartSequence();
            w.Comment("nested");
            w.StartSequence();
            w.String("x\n\n");
            w.TrailingComment("kept");
            w.EndSequence();
            w.EndSequence();
            w.Comment("end of list");
            w.EndSequence();
            w.EndMapping();
            w.Comment("end of file");
        }).Should().Be("""
            # top
            # renovate: datasource=docker
            # two
            # lines
            image: ghcr.io/a:1 # {"$imagepolicy": "flux-system:a"}
            list:
              # first
              - a # one
              # two
              # item
              # key
              - k: | # script
                  x
                  y
                # second
                l: {}
                  # nothing in it
                # end of item
              # nested
              - - - "x\n\n" # kept
              # end of list
            # end of file

            """);
    }

    [Theory]
    [InlineData("a\nb: c", "# a\n# b: c\n")]
    [InlineData("a\rb", "# a\n# b\n")]
    [InlineData("a\r\nb", "# a\n# b\n")]
    [InlineData("a\u0085b\u2028c\u2029d", "# a\n# b\n# c\n# d\n")]
    [InlineData("a\0b\uFEFF\u001bc", "# a\uFFFDb\uFFFD\uFFFDc\n")]
    [InlineData("a \n\n b", "# a\n#\n#  b\n")]
    [InlineData("", "#\n")]
    [InlineData("\uFDD0{X}", "# ${X}\n")]
    public void Nothing_escapes_a_comment(string text, string written)
    {
        Write(w => w.Comment(text)).Should().Be(written);
    }

    [Fact]
    public void A_trailing_comment_stays_behind_its_scalar()
    {
        foreach (var lineBreak in new[] { "\n", "\r", "\r\n", "\f", "\u0085", "\u2028", "\u2029" })
            Write(w =>
            {
                w.StartMapping();
                w.Key("a"u8);
                w.Number(1);
                w.TrailingComment($"c{lineBreak}b: 2");
                w.EndMapping();
            }).Should().Be("a: 1 # c\n# b: 2\n");
    }

    [Fact]
    public void Literal_dollars_are_doubled_once_for_each_pass()
    {
        const string text = "echo \uFDD0{X} ${Y} \uFDD0\uFDD0";
        string With(int passes, string value) => Write(w =>
        {
            w.LiteralDollarPasses = passes;
            w.StartMapping();
            w.Key(value);
            w.String(value);
            w.EndMapping();
        });
        With(0, text).Should().Be("echo ${X} ${Y} $$: echo ${X} ${Y} $$\n");
        With(1, text).Should().Be("echo $${X} ${Y} $$$$: echo $${X} ${Y} $$$$\n");
        With(2, text).Should().Be("echo $$$${X} ${Y} $$$$$$$$: echo $$$${X} ${Y} $$$$$$$$\n");
        With(1, "a: \uFDD0").Should().Be("\"a: $$\": \"a: $$\"\n");
        With(1, "\uFDD0a\nb").Should().Be("\"$$a\\nb\": |-\n  $$a\n  b\n");
        With(1, "é\uFDD0").Should().Be("é$$: é$$\n");
    }

    [Fact]
    public void Long_and_multi_line_keys_are_possible()
    {
        var key = new string('k', 2000);
        Write(w =>
        {
            w.StartSequence();
            w.StartMapping();
            w.Key(key);
            w.StartMapping();
            w.Key("two\nlines");
            w.StartSequence();
            w.String("a");
            w.EndSequence();
            w.EndMapping();
            w.Key("k"u8);
            w.Number(1);
            w.EndMapping();
            w.EndSequence();
        }).Should().Be($"- ? {key}\n  :\n    \"two\\nlines\":\n      - a\n  k: 1\n");
    }

    [Theory]
    [InlineData(0.0, "0")]
    [InlineData(-0.0, "-0.0")]
    [InlineData(3.0, "3")]
    [InlineData(0.1, "0.1")]
    [InlineData(1e21, "1.0e+21")]
    [InlineData(-1.5e-9, "-1.5e-09")]
    [InlineData(double.MaxValue, "1.7976931348623157e+308")]
    [InlineData(double.Epsilon, "5.0e-324")]
    public void Numbers_have_a_form_that_both_versions_read(double value, string written) => Line(w => w.Number(value)).Should().Be(written);

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData(0L)]
    public void Integers_are_written_as_they_are(long value) => Line(w => w.Number(value)).Should().Be(value.ToString());

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Numbers_that_json_lacks_are_refused(double value)
    {
        var act = () => Line(w => w.Number(value));
        act.Should().Throw<YamlWriteException>().WithMessage("*is not a number that Kubernetes can read*");
    }

    // Not a theory: an attribute cannot hold half a pair.
    [Fact]
    public void Half_a_surrogate_pair_is_refused_in_text_and_replaced_in_comments()
    {
        foreach (var text in new[] { "a\uD800b", "\uDC00", "a: \uD800", "a\n\uD800", "\uDE00\uD83D" })
        {
            var value = () => Scalar(text);
            value.Should().Throw<YamlWriteException>().WithMessage("*half of a surrogate pair*");
            var key = () => Write(w => { w.StartMapping(); w.Key(text); });
            key.Should().Throw<YamlWriteException>();
        }
        Write(w => w.Comment("half \uD800")).Should().Be("# half \uFFFD\n");
    }

    [Fact]
    public void Depth_ends_in_an_exception_not_in_an_overflown_stack()
    {
        var deep = Write(static w =>
        {
            for (var i = 0; i < YamlWriter.MaxDepth; i++)
                w.StartSequence();
            w.String("x");
            for (var i = 0; i < YamlWriter.MaxDepth; i++)
                w.EndSequence();
        });
        deep.Should().Be(string.Concat(Enumerable.Repeat("- ", YamlWriter.MaxDepth)) + "x\n");

        var tooDeep = () => Write(static w =>
        {
            while (true)
            {
                w.StartMapping();
                w.Key("k"u8);
            }
        });
        tooDeep.Should().Throw<YamlWriteException>().WithMessage("*does a value contain itself?");
    }

    [Fact]
    public void Several_documents_and_files_from_one_writer()
    {
        using var writer = new YamlWriter();
        writer.Document();
        writer.String("a");
        writer.Document();
        writer.Comment("c");
        writer.StartMapping();
        writer.EndMapping();
        Encoding.UTF8.GetString(writer.WrittenSpan).Should().Be("---\na\n---\n# c\n{}\n");

        writer.Document();
        writer.StartMapping();
        writer.Reset();
        writer.String("b");
        Encoding.UTF8.GetString(writer.ToArray()).Should().Be("b\n");
    }

    [Fact]
    public void Misuse_is_refused()
    {
        static void Refused(Action<YamlWriter> write, string message)
        {
            var act = () => Write(write);
            act.Should().Throw<InvalidOperationException>().WithMessage(message);
        }

        Refused(static w => { w.String("a"); w.String("b"); }, "*Document() starts the next one*");
        Refused(static w => { w.StartMapping(); w.EndMapping(); w.StartMapping(); }, "*Document() starts the next one*");
        Refused(static w => w.Key("a"u8), "A key stands only in a mapping*");
        Refused(static w => { w.StartSequence(); w.Key("a"); }, "A key stands only in a mapping*");
        Refused(static w => { w.StartMapping(); w.String("a"); }, "*needs a key before it*");
        Refused(static w => { w.StartMapping(); w.StartMapping(); }, "*needs a key before it*");
        Refused(static w => { w.StartMapping(); w.Key("a"); w.StartMapping(); w.String("b"); }, "*needs a key before it*");
        Refused(static w => { w.StartMapping(); w.Key("a"); w.Key("b"); }, "The key before this one has no value*");
        Refused(static w => { w.StartMapping(); w.Key("a"); w.EndMapping(); }, "The last key of the mapping has no value*");
        Refused(static w => { w.StartMapping(); w.EndSequence(); }, "No sequence is open*");
        Refused(static w => w.EndMapping(), "No mapping is open*");
        Refused(static w => w.StartMapping(), "*complete only when*");
        Refused(static w => { w.StartMapping(); w.Document(); }, "A document starts only when*");
        Refused(static w => { w.StartMapping(); w.TrailingComment("c"); }, "A trailing comment stands only behind*");
        Refused(static w => { w.StartMapping(); w.Key("a"); w.Comment("c"); w.String("b"); }, "A comment stands above a key*");
        var passes = () => Write(static w => w.LiteralDollarPasses = 5);
        passes.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Fact]
    public void A_disposed_writer_is_refused()
    {
        var writer = new YamlWriter();
        writer.Dispose();
        writer.Dispose();
        FluentActions.Invoking(() => writer.String("a")).Should().Throw<ObjectDisposedException>();
        FluentActions.Invoking(() => writer.ToArray()).Should().Throw<ObjectDisposedException>();
    }

    [Fact]
    public void Writing_allocates_nothing_once_the_buffer_is_large_enough()
    {
        using var writer = new YamlWriter();
        void Write()
        {
            writer.Reset();
            writer.Document();
            writer.Comment("from Apps/Media/Sonarr.cs");
            writer.StartMapping();
            for (var i = 0; i < 100; i++)
            {
                writer.Key("key.example.com/name");
                writer.StartSequence();
                writer.String("plain");
                writer.String("é: \"quoted\"");
                writer.String("two\nlines\n");
                writer.TrailingComment("behind");
                writer.Number(i);
                writer.Number(i + 0.5);
                writer.StartMapping();
                writer.EndMapping();
                writer.EndSequence();
            }
            writer.EndMapping();
            _ = writer.WrittenSpan.Length;
        }

        Write();
        Write();
        var before = GC.GetAllocatedBytesForCurrentThread();
        Write();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().Be(0);
    }

    internal static string Write(Action<YamlWriter> write)
    {
        using var writer = new YamlWriter();
        write(writer);
        return Encoding.UTF8.GetString(writer.WrittenSpan);
    }

    private static string Scalar(string text) => Line(w => w.String(text));

    private static string Line(Action<YamlWriter> write) => Write(write)[..^1];
}
