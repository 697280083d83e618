namespace GitOps.Tests;

/// <summary>What go-yaml wrote for each string, and what came out of the whole way through substitution, ours gives too.</summary>
public sealed class YamlEmissionVectorTests
{
    private const string Word20 = "word word word word word word word word word word word word word word word word word word word word ";

    /// <summary>The texts and variables behind the named rows, whose results alone are in the file.</summary>
    private static readonly Dictionary<string, (string Text, string X)> Named = new()
    {
        ["prefix"] = ("v-${X}", "123"),
        ["suffix num"] = ("${X}0", "12"),
        ["two"] = ("${X}${X}", "1"),
        ["quoted-needed"] = ("a: ${X}", "it's"),
        ["dq"] = ("a\tb ${X}", "q\"z"),
        ["star"] = ("* ${X}", "it's"),
        ["default quoted"] = ("${Y:=\"false\"}", ""),
        ["default unquoted bool"] = ("${Y:=false}", ""),
        ["default with colon-space"] = ("${Y:-a: b}", ""),
        ["quote trick"] = ("${Q:=\"}${X}${Q:=\"}", "123"),
        ["block"] = ("l1 a: b # c\nl2 $HOME $${HOME} $$HOME\n", ""),
        ["long"] = (Word20 + "${Y:-some default with spaces that is long enough to fold over} end", ""),
        ["map value injection"] = ("${X}", "{\"a\":1}"),
        ["label"] = ("${X}", "1.10"),
    };

    public static TheoryData<string, string> Emission()
    {
        var data = new TheoryData<string, string>();
        if (!SharedData.IsThere)
            data.Add("\"\"", "\"\\\"\\\"\\n\"");
        else
            foreach (var line in File.ReadAllLines(SharedData.Data("vectors", "yaml-string-emission.txt")))
            {
                var arrow = line.LastIndexOf(" -> ", StringComparison.Ordinal);
                if (arrow > 0 && line[0] == '"')
                    data.Add(line[..arrow].TrimEnd(), line[(arrow + 4)..]);
            }

        return data;
    }

    public static TheoryData<string, string, string?> Pipeline()
    {
        var data = new TheoryData<string, string, string?>();
        if (SharedData.IsThere)
            foreach (var (name, substituted, json) in EnvsubstVectors.Pipeline())
                data.Add(name, substituted, json);
        else
            data.Add("prefix", "k: v-123", "{\"k\":\"v-123\"}");
        return data;
    }

    [SharedTheory, MemberData(nameof(Emission))]
    public void A_string_is_written_as_go_yaml_writes_it(string literal, string written)
    {
        // The rows were written behind a key, which shows in where a long line folds.
        var text = YamlEmission.Write(EnvsubstVectors.Unquote(literal), column: 3);

        (text.EndsWith('\n') ? text : text + "\n").Should().Be(EnvsubstVectors.Unquote(written));
    }

    [SharedFact]
    public void All_rows_of_the_emission_file_are_read() =>
        Emission().Should().HaveCount(File.ReadAllLines(SharedData.Data("vectors", "yaml-string-emission.txt")).Count(line => line.Length > 0));

    [SharedTheory, MemberData(nameof(Pipeline))]
    public void A_text_becomes_what_Flux_makes_of_it(string name, string substituted, string? json)
    {
        // Two rows are about a key and about base64, which is out of reach.
        if (name == "key")
        {
            SubstitutedValue.Substitute("${X}", _ => "123", isKey: true).Should().Be("123");
            return;
        }

        if (name == "b64 data")
        {
            SubstitutionText.Parse(substituted).Expressions.Should().BeEmpty();
            return;
        }

        var (text, x) = InputOf(name);
        string? Lookup(string variable) => variable == "X" ? x : null;

        var key = name == "label" ? "v" : "k";
        ("    " + key + ": " + SubstitutedValue.Substitute(text, Lookup, isKey: false)).Trim().Should().EndWith(substituted.Split(["metadata:\n  labels:\n"], StringSplitOptions.None)[^1].Trim());
        var value = SubstitutedValue.Of(text, Lookup)!.Value;
        if (json is null)
        {
            value.Kind.Should().Be(YamlValueKind.Error);
            return;
        }

        using var document = System.Text.Json.JsonDocument.Parse(json);
        var expected = document.RootElement;
        while (expected.ValueKind == System.Text.Json.JsonValueKind.Object && expected.TryGetProperty("k", out _) | expected.TryGetProperty("metadata", out _) | expected.TryGetProperty("labels", out _) | expected.TryGetProperty("v", out _))
            expected = expected.EnumerateObject().First().Value;
        Describe(value).Should().Be(Describe(expected));
    }

    private static (string Text, string X) InputOf(string name)
    {
        if (name.StartsWith("plain X=", StringComparison.Ordinal))
            return ("${X}", EnvsubstVectors.Unquote(name["plain X=".Length..]));
        if (name.StartsWith("forced-quote trick X=", StringComparison.Ordinal))
            return ("${X:-: }", name["forced-quote trick X=".Length..]);
        return Named[name];
    }

    private static string Describe(YamlValue value) => value.Kind switch
    {
        YamlValueKind.Integer or YamlValueKind.Float => "number " + double.Parse(value.Text, System.Globalization.CultureInfo.InvariantCulture),
        YamlValueKind.Mapping or YamlValueKind.Sequence => value.Kind.ToString(),
        YamlValueKind.String => "string " + value.Text,
        _ => value.Text,
    };

    private static string Describe(System.Text.Json.JsonElement value) => value.ValueKind switch
    {
        System.Text.Json.JsonValueKind.Number => "number " + value.GetDouble(),
        System.Text.Json.JsonValueKind.Object => "Mapping",
        System.Text.Json.JsonValueKind.Array => "Sequence",
        System.Text.Json.JsonValueKind.String => "string " + value.GetString(),
        System.Text.Json.JsonValueKind.True => "true",
        System.Text.Json.JsonValueKind.False => "false",
        _ => "null",
    };
}
