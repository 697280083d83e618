namespace GitOps.Tests;

public sealed class YamlScalarTests
{
    [Theory]
    [InlineData("", YamlValueKind.Null, "null")]
    [InlineData("~", YamlValueKind.Null, "null")]
    [InlineData("null", YamlValueKind.Null, "null")]
    [InlineData("nUll", YamlValueKind.String, "nUll")]
    [InlineData("true", YamlValueKind.Bool, "true")]
    [InlineData("on", YamlValueKind.String, "on")]
    [InlineData("y", YamlValueKind.String, "y")]
    [InlineData("=", YamlValueKind.String, "=")]
    [InlineData("0777", YamlValueKind.Integer, "777")]
    [InlineData("0o17", YamlValueKind.Integer, "15")]
    [InlineData("0x1F", YamlValueKind.Integer, "31")]
    [InlineData("0b11", YamlValueKind.String, "0b11")]
    [InlineData("+1", YamlValueKind.Integer, "1")]
    [InlineData("1_000", YamlValueKind.String, "1_000")]
    [InlineData("1e3", YamlValueKind.Float, "1000")]
    [InlineData("1.", YamlValueKind.Float, "1")]
    [InlineData(".5", YamlValueKind.Float, "0.5")]
    [InlineData(".inf", YamlValueKind.Float, ".inf")]
    [InlineData("12:30", YamlValueKind.String, "12:30")]
    [InlineData("-", YamlValueKind.String, "-")]
    [InlineData("99999999999999999999", YamlValueKind.Integer, "99999999999999999999")]
    internal void YAML_1_2_reads_a_plain_scalar(string text, YamlValueKind kind, string value) =>
        Yaml12.Resolve(text).Should().Be(new YamlValue(kind, value));

    [Theory]
    [InlineData("", YamlValueKind.Null, "null")]
    [InlineData("on", YamlValueKind.Bool, "true")]
    [InlineData("y", YamlValueKind.Bool, "true")]
    [InlineData("Off", YamlValueKind.Bool, "false")]
    [InlineData("oN", YamlValueKind.String, "oN")]
    [InlineData("=", YamlValueKind.String, "=")]
    [InlineData("<<", YamlValueKind.String, "<<")]
    [InlineData("0123", YamlValueKind.Integer, "83")]
    [InlineData("-0123", YamlValueKind.Integer, "-83")]
    [InlineData("08", YamlValueKind.Float, "8")]
    [InlineData("0x1F", YamlValueKind.Integer, "31")]
    [InlineData("0o17", YamlValueKind.Integer, "15")]
    [InlineData("0o8", YamlValueKind.String, "0o8")]
    [InlineData("0b11", YamlValueKind.Integer, "3")]
    [InlineData("1_000", YamlValueKind.Integer, "1000")]
    [InlineData("1__0", YamlValueKind.Integer, "10")]
    [InlineData("_1", YamlValueKind.String, "_1")]
    [InlineData("1e3", YamlValueKind.Float, "1000")]
    [InlineData("1.10", YamlValueKind.Float, "1.1")]
    [InlineData(".5", YamlValueKind.Float, "0.5")]
    [InlineData("+.5", YamlValueKind.Float, "0.5")]
    [InlineData("1e", YamlValueKind.String, "1e")]
    [InlineData("1e999", YamlValueKind.String, "1e999")]
    [InlineData("18446744073709551615", YamlValueKind.Integer, "18446744073709551615")]
    [InlineData("99999999999999999999", YamlValueKind.Float, "1E+20")]
    [InlineData("2024-01-01", YamlValueKind.String, "2024-01-01")]
    [InlineData("2024-1-1T1:2:3Z", YamlValueKind.String, "2024-1-1T1:2:3Z")]
    [InlineData("12:30:45", YamlValueKind.String, "12:30:45")]
    [InlineData("10Gi", YamlValueKind.String, "10Gi")]
    [InlineData("-", YamlValueKind.String, "-")]
    [InlineData("+", YamlValueKind.String, "+")]
    internal void Go_reads_a_plain_scalar(string text, YamlValueKind kind, string value) =>
        Yaml11.Resolve(text).Should().Be(new YamlValue(kind, value));

    [Theory]
    [InlineData("{a: 1}", YamlValueKind.Mapping)]
    [InlineData("[1]", YamlValueKind.Sequence)]
    [InlineData("- a", YamlValueKind.Error)]
    [InlineData("a: b", YamlValueKind.Error)]
    [InlineData("a:", YamlValueKind.Error)]
    [InlineData("@x", YamlValueKind.Error)]
    [InlineData("*x", YamlValueKind.Error)]
    [InlineData(".inf", YamlValueKind.Error)]
    [InlineData("&x", YamlValueKind.Null)]
    [InlineData("#x", YamlValueKind.Null)]
    [InlineData("  ", YamlValueKind.Null)]
    [InlineData("'q'", YamlValueKind.String)]
    [InlineData(" 5 ", YamlValueKind.Integer)]
    [InlineData("http://a:80/#x", YamlValueKind.String)]
    [InlineData("-1", YamlValueKind.Integer)]
    [InlineData("-a", YamlValueKind.String)]
    internal void Text_put_behind_a_key_is_read_with_all_that_it_opens(string text, YamlValueKind kind) => Yaml11.ReadPlain(text).Kind.Should().Be(kind);

    [Fact]
    public void A_comment_ends_a_plain_text() => Yaml11.ReadPlain("a #b").Should().Be(YamlValue.String("a"));

    [Fact]
    public void Quotes_and_tags_keep_a_string_a_string()
    {
        var root = YamlFile.Read("a: \"on\"\nb: !!str 12\nc: !!int \"3\"\nd: on\n").Documents.Single().Mapping!;

        ((YamlScalar)root["a"]!).Yaml11.Should().Be(YamlValue.String("on"));
        ((YamlScalar)root["b"]!).Core.Should().Be(YamlValue.String("12"));
        ((YamlScalar)root["c"]!).Core.Should().Be(YamlValue.Integer("3"));
        ((YamlScalar)root["d"]!).Core.Should().Be(YamlValue.String("on"));
        ((YamlScalar)root["d"]!).Yaml11.Should().Be(YamlValue.True);
    }

    /// <summary>Each line of the vectors: a text as a ConfigMap's value, and whether kubectl takes it as a string, and which.</summary>
    [SharedFact]
    public void All_vectors_of_the_real_reader_hold()
    {
        var wrong = new List<string>();
        var lines = File.ReadAllLines(SharedData.Data("vectors", "yaml-plain-scalars.txt"));
        foreach (var line in lines)
        {
            var at = line.IndexOf("1.32: ", StringComparison.Ordinal);
            var text = Python(line[..at].TrimEnd());
            var verdict = line[(at + 6)..];
            var value = Yaml11.ReadPlain(text);
            // A ConfigMap takes null for the empty string.
            var got = value.Kind switch { YamlValueKind.String => value.Text, YamlValueKind.Null => "", _ => null };
            var expected = verdict.StartsWith("STR ", StringComparison.Ordinal) ? Python(verdict[4..]) : null;
            if (got != expected)
                wrong.Add($"{text}: {verdict} but {value}");
        }

        lines.Should().HaveCountGreaterThan(70);
        wrong.Should().BeEmpty();
    }

    private static string Python(string literal) => literal[1..^1];
}
