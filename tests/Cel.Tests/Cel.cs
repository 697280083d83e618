using System.Globalization;

namespace GitOps.Tests;

/// <summary>Short ways to say what a test evaluates.</summary>
internal static class Cel
{
    /// <summary>A value as YAML; <c>?</c> is unknown, <c>?text</c> a text that is, and <c>…</c> in a list or as a key makes it partial.</summary>
    public static DataValue Data(string yaml)
    {
        var file = YamlFile.Read(yaml);
        file.Faults.Should().BeEmpty();
        return Marked(YamlData.Of(file.Documents[0].Root));
    }

    public static CelExpression Parse(string text)
    {
        var parse = CelExpression.Parse(text);
        parse.Error.Should().BeNull(text);
        return parse.Expression!;
    }

    public static CelResult Evaluate(string text, DataValue? self = null, ICelTyping? typing = null, CelBudget? budget = null) =>
        CelEvaluator.Evaluate(Parse(text), self is null ? CelVariables.None : CelVariables.Self(CelData.Of(self, typing)), budget);

    private static DataValue Marked(DataValue value) => value.Kind switch
    {
        DataKind.String when value.Text == "?" => DataValue.Unknown(),
        DataKind.String when value.Text == "?text" => DataValue.UnknownText(),
        DataKind.List => DataValue.List([.. value.Items.Where(static item => !IsMore(item)).Select(Marked)], isPartial: value.Items.Any(IsMore)),
        DataKind.Map => DataValue.Map([.. value.Fields.Where(static field => field.Name != "…").Select(static field => new DataField(field.Name, Marked(field.Value)))], isPartial: value.Find("…") is not null),
        _ => value,
    };

    private static bool IsMore(DataValue value) => value is { Kind: DataKind.String, Text: "…" };

    /// <summary>A value as the vectors write it.</summary>
    public static string Show(CelValue value) => value switch
    {
        CelError => "error",
        CelUnknown => "?",
        CelDouble d => "d" + d.Value.ToString("R", CultureInfo.InvariantCulture),
        CelBytes bytes => "b" + Convert.ToHexStringLower(bytes.Value),
        CelDuration duration => $"duration({duration.Nanoseconds.ToString(CultureInfo.InvariantCulture)})",
        CelTimestamp time => $"timestamp({time.Seconds.ToString(CultureInfo.InvariantCulture)}.{time.Nanoseconds.ToString("000000000", CultureInfo.InvariantCulture)})",
        CelTypeValue type => $"type({type.Name})",
        CelOptional { Value: { } inner } => $"optional({Show(inner)})",
        CelOptional => "none",
        CelIp ip => $"net.IP({ip.Text})",
        CelCidr cidr => $"net.CIDR({cidr.Text})",
        CelList list => "[" + string.Join(",", Enumerable.Range(0, list.Count).Select(i => Show(list[i]))) + "]",
        CelMap map => "{" + string.Join(",", map.Keys.Select(key => (Key: Show(key), Value: Show(map.Find(key)!))).OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(static entry => entry.Key + ":" + entry.Value)) + "}",
        _ => CelText.Describe(value),
    };
}
