using System.Globalization;
using System.Numerics;

namespace GitOps;

/// <summary>
/// What the readers of Flux and kubectl make of plain text: sigs.k8s.io/yaml over go-yaml v2 (resolve.go), YAML 1.1 in its Go dialect.
/// Dates stay strings on the way to JSON, sexagesimal numbers are not known.
/// </summary>
internal static class Yaml11
{
    /// <summary>Resolves the text of a plain scalar. It is taken as a whole: what a scanner would make of <c>a: b</c> is <see cref="ReadPlain"/>'s business.</summary>
    public static YamlValue Resolve(string plain)
    {
        if (plain.Length == 0)
            return YamlValue.Null;
        var first = plain[0];
        if (!(first is (>= '0' and <= '9') or '+' or '-' or '.' || "yYnNtTfFoO~".IndexOf(first) >= 0))
            return YamlValue.String(plain);
        switch (plain)
        {
            case "~" or "null" or "Null" or "NULL":
                return YamlValue.Null;
            case "y" or "Y" or "yes" or "Yes" or "YES" or "true" or "True" or "TRUE" or "on" or "On" or "ON":
                return YamlValue.True;
            case "n" or "N" or "no" or "No" or "NO" or "false" or "False" or "FALSE" or "off" or "Off" or "OFF":
                return YamlValue.False;
            case ".nan" or ".NaN" or ".NAN" or ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" or "-.inf" or "-.Inf" or "-.INF":
                return YamlValue.Error($"'{plain}' is a number that JSON cannot hold");
        }
        if (first == '.')
            return ReadDotted(plain);
        return first is (>= '0' and <= '9') or '+' or '-' ? ReadNumber(plain) : YamlValue.String(plain);
    }

    /// <summary>
    /// What becomes of a text that is put unquoted behind <c>key: </c>, as Flux does with a substituted value: it may end early at a comment, open a
    /// collection, or break the document.
    /// </summary>
    public static YamlValue ReadPlain(string text)
    {
        if (IsOrdinary(text))
            return Resolve(text);
        var file = YamlFile.Read("k: " + text + "\n");
        if (file.Faults.Count > 0)
            return YamlValue.Error(file.Faults[0].Message);
        if (file.Documents.Count != 1 || file.Documents[0].Mapping is not { } mapping || mapping.Entries.Count != 1)
            return YamlValue.Error($"'{text}' breaks the document that it is put into");
        return mapping.Entries[0].Value switch
        {
            YamlMapping => new YamlValue(YamlValueKind.Mapping, text),
            YamlSequence => new YamlValue(YamlValueKind.Sequence, text),
            // A tag of one's own makes go-yaml drop the value.
            YamlScalar { Tag: { } tag, Text: "" } when !tag.StartsWith("tag:yaml.org,2002:", StringComparison.Ordinal) => YamlValue.String(""),
            YamlScalar scalar => scalar.Yaml11,
            _ => YamlValue.Null,
        };
    }

    /// <summary>Text of which the scanner makes one plain scalar, whatever stands around it.</summary>
    private static bool IsOrdinary(string text)
    {
        if (text.Length == 0)
            return true;
        if (!(char.IsLetterOrDigit(text[0]) || text[0] is '/' or '_' or '.' or '+' or '~' or '$' or '(' or '=' or '^'))
            return text[0] == '-' && text.Length > 1 && text[1] != ' ' && IsOrdinary(text.Substring(1));
        foreach (var c in text)
            if (c < ' ' || c is ':' or '#' || c > 126)
                return false;
        return text[text.Length - 1] != ' ';
    }

    private static YamlValue ReadDotted(string plain)
    {
        // strconv.ParseFloat takes an underscore between two digits.
        for (var i = 0; i < plain.Length; i++)
            if (plain[i] == '_' && !(i > 0 && i + 1 < plain.Length && YamlNumbers.IsDigit(plain[i - 1]) && YamlNumbers.IsDigit(plain[i + 1])))
                return YamlValue.String(plain);
        var number = plain.Replace("_", "");
        return YamlNumbers.IsFloat(number) && FitsDouble(number) ? YamlValue.Float(YamlNumbers.FloatToJson(number)) : YamlValue.String(plain);
    }

    private static YamlValue ReadNumber(string plain)
    {
        if (YamlTimestamps.IsTimestamp(plain))
            return YamlValue.String(plain);
        var text = plain.Replace("_", "");
        if (text.Length == 0)
            return YamlValue.String(plain);
        var negative = text[0] == '-';
        var start = text[0] is '+' or '-' ? 1 : 0;
        if (TryParseGoInteger(text, start, out var number))
        {
            var value = negative ? -number : number;
            if (value >= long.MinValue && value <= (start == 0 ? new BigInteger(ulong.MaxValue) : long.MaxValue))
                return YamlValue.Integer(value.ToString(CultureInfo.InvariantCulture));
        }
        return YamlNumbers.IsFloat(text) && FitsDouble(text) ? YamlValue.Float(YamlNumbers.FloatToJson(text)) : YamlValue.String(plain);
    }

    /// <summary>strconv.ParseInt with base 0.</summary>
    private static bool TryParseGoInteger(string text, int start, out BigInteger number)
    {
        if (start >= text.Length || text[start] != '0' || text.Length == start + 1)
            return YamlNumbers.TryParseDigits(text, start, 10, out number);
        return text[start + 1] switch
        {
            'x' or 'X' => YamlNumbers.TryParseDigits(text, start + 2, 16, out number),
            'o' or 'O' => YamlNumbers.TryParseDigits(text, start + 2, 8, out number),
            'b' or 'B' => YamlNumbers.TryParseDigits(text, start + 2, 2, out number),
            _ => YamlNumbers.TryParseDigits(text, start + 1, 8, out number),
        };
    }

    private static bool FitsDouble(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsInfinity(value);
}
