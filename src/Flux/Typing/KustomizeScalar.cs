using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>
/// What kustomize makes of a scalar in a file: go-yaml v3, and JSON behind it. It differs from the YAML 1.1 of everything that comes later: <c>yes</c> and
/// <c>on</c> stay texts, and a date becomes a time in full. Checked against <c>kubectl kustomize</c>.
/// </summary>
internal static class KustomizeScalar
{
    private const string Binary = "tag:yaml.org,2002:binary";
    private const string Timestamp = "tag:yaml.org,2002:timestamp";

    /// <summary>Its value in JSON; an error where kustomize gives up.</summary>
    public static YamlValue Read(YamlScalar scalar) => scalar.Tag switch
    {
        null => scalar.IsPlain ? Resolve(scalar.Text) : YamlValue.String(scalar.Text),
        YamlTags.Int or YamlTags.Float or YamlTags.Bool or YamlTags.Null or Timestamp => Resolve(scalar.Text),
        Binary => FromBase64(scalar.Text),
        _ => YamlValue.String(scalar.Text),
    };

    private static YamlValue Resolve(string plain)
    {
        if (YamlTimestamps.IsTimestamp(plain))
            return YamlValue.String(InFull(plain) ?? plain);
        var value = Yaml11.Resolve(plain);
        return value.Kind switch
        {
            // resolve.go of v3: of the words of YAML 1.1 only these are left.
            YamlValueKind.Bool when plain is not ("true" or "True" or "TRUE" or "false" or "False" or "FALSE") => YamlValue.String(plain),
            YamlValueKind.Float => YamlValue.Float(GoNumbers.ToJson(double.Parse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture))),
            _ => value,
        };
    }

    private static YamlValue FromBase64(string text)
    {
        try
        {
            return YamlValue.String(Encoding.UTF8.GetString(Convert.FromBase64String(text)));
        }
        catch (FormatException)
        {
            return YamlValue.Error("'!!binary' holds no base64");
        }
    }

    /// <summary>RFC 3339, as time.Time writes itself into JSON; <see langword="null"/> for a day or an hour that does not exist.</summary>
    private static string? InFull(string text)
    {
        var (year, at) = Number(text, 0);
        (var month, at) = Number(text, at + 1);
        (var day, at) = Number(text, at + 1);
        if (month is < 1 or > 12 || day < 1 || year < 1 || day > DateTime.DaysInMonth(year, month))
            return null;
        var date = FormattableString.Invariant($"{year:D4}-{month:D2}-{day:D2}T");
        if (at == text.Length)
            return date + "00:00:00Z";
        (var hour, at) = Number(text, at + 1);
        (var minute, at) = Number(text, at + 1);
        (var second, at) = Number(text, at + 1);
        if (hour > 23 || minute > 59 || second > 59)
            return null;
        var fractionStart = at;
        if (at < text.Length && text[at] == '.')
            (_, at) = Number(text, at + 1);
        var fraction = text.Substring(fractionStart, at - fractionStart).TrimEnd('0').TrimEnd('.');
        var zone = text.Substring(at);
        return FormattableString.Invariant($"{date}{hour:D2}:{minute:D2}:{second:D2}{fraction}{(zone is "" or "+00:00" ? "Z" : zone)}");
    }

    private static (int Value, int End) Number(string text, int start)
    {
        var end = start;
        var value = 0;
        for (; end < text.Length && YamlNumbers.IsDigit(text[end]); end++)
            value = unchecked((value * 10) + (text[end] - '0'));
        return (value, end);
    }
}
