using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>Texts of values, and what CEL counts in a text: code points.</summary>
internal static class CelText
{
    public static int CountOf(string text)
    {
        var count = text.Length;
        foreach (var c in text)
            if (char.IsLowSurrogate(c))
                count--;
        return count;
    }

    /// <summary>The text as code points; half a pair stands for itself.</summary>
    public static int[] CodePoints(string text)
    {
        var points = new int[CountOf(text)];
        var count = 0;
        for (var i = 0; i < text.Length && count < points.Length; i++)
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                points[count++] = char.ConvertToUtf32(text[i], text[++i]);
            else
                points[count++] = text[i];
        return points;
    }

    public static string FromCodePoints(int[] points, int start, int end)
    {
        var text = new StringBuilder(end - start);
        for (var i = start; i < end; i++)
            if (points[i] > 0xFFFF)
                text.Append(char.ConvertFromUtf32(points[i]));
            else
                text.Append((char)points[i]);
        return text.ToString();
    }

    /// <summary>The bytes of base64 as Go's standard encoding reads it, or <see langword="null"/>.</summary>
    public static byte[]? FromBase64(string text)
    {
        foreach (var c in text)
            if (c is ' ' or '\t')
                return null;
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }

    /// <summary>UTF-8 as text, or <see langword="null"/> when it is none.</summary>
    public static string? FromUtf8(byte[] bytes)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>A double as <c>string(x)</c> writes it: the shortest digits that mean it, with an exponent below 1e-4 and from 1e6 on, as Go's strconv does.</summary>
    public static string Double(double value)
    {
        if (double.IsNaN(value))
            return "NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "+Inf" : "-Inf";
        var (isNegative, digits, point) = Digits(value);
        var exponent = point - 1;
        var text = exponent is < -4 or >= 6 ? Scientific(digits, exponent) : Plain(digits, point);
        return isNegative ? "-" + text : text;
    }

    /// <summary>A double without exponent.</summary>
    public static string PlainDouble(double value)
    {
        if (double.IsNaN(value) || double.IsInfinity(value))
            return Double(value);
        var (isNegative, digits, point) = Digits(value);
        return (isNegative ? "-" : "") + Plain(digits, point);
    }

    /// <summary>The shortest digits that mean a number, and where the point stands in them.</summary>
    public static (bool IsNegative, string Digits, int Point) Digits(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        var isNegative = text[0] == '-';
        if (isNegative)
            text = text.Substring(1);
        var exponent = 0;
        var e = text.IndexOf('E');
        if (e >= 0)
        {
            exponent = int.Parse(text.Substring(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text.Substring(0, e);
        }
        var dot = text.IndexOf('.');
        var point = (dot < 0 ? text.Length : dot) + exponent;
        var digits = dot < 0 ? text : text.Remove(dot, 1);
        var leading = 0;
        while (leading < digits.Length - 1 && digits[leading] == '0')
            leading++;
        digits = digits.Substring(leading);
        point -= leading;
        digits = digits.TrimEnd('0');
        return digits.Length == 0 ? (value < 0 || 1 / value < 0, "0", 1) : (isNegative, digits, point);
    }

    private static string Plain(string digits, int point) =>
        point <= 0 ? "0." + new string('0', -point) + digits
        : point >= digits.Length ? digits + new string('0', point - digits.Length)
        : digits.Substring(0, point) + "." + digits.Substring(point);

    private static string Scientific(string digits, int exponent) =>
        digits.Substring(0, 1) + (digits.Length > 1 ? "." + digits.Substring(1) : "") + "e" + (exponent < 0 ? "-" : "+")
        + Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture);

    /// <summary>A value in a form near to CEL's own.</summary>
    public static string Describe(CelValue value) => value switch
    {
        CelError error => "ERROR " + error.Message,
        CelUnknown => "?",
        CelNull => "null",
        CelBool b => b.Value ? "true" : "false",
        CelInt i => i.Value.ToString(CultureInfo.InvariantCulture),
        CelUint u => u.Value.ToString(CultureInfo.InvariantCulture) + "u",
        CelDouble d => Double(d.Value) is var text && text.IndexOfAny(['.', 'e', 'N', 'I']) < 0 ? text + ".0" : text,
        CelString s => DataJson.Quote(s.Value),
        CelBytes b => "b\"" + string.Concat(b.Value.Select(static x => "\\x" + x.ToString("x2", CultureInfo.InvariantCulture))) + "\"",
        CelList list => "[" + string.Join(", ", Enumerable.Range(0, list.Count).Select(i => Describe(list[i])).Concat(list.IsPartial ? ["?"] : [])) + "]",
        CelMap map => "{" + string.Join(", ", map.Keys.Select(key => Describe(key) + ": " + (map.Find(key) is { } found ? Describe(found) : "absent")).Concat(map.IsPartial ? ["?"] : [])) + "}",
        CelTimestamp time => "timestamp(\"" + CelTime.Format(time) + "\")",
        CelDuration duration => "duration(\"" + CelTime.Format(duration) + "\")",
        CelTypeValue type => type.Name,
        CelOptional { Value: { } inner } => "optional.of(" + Describe(inner) + ")",
        CelOptional => "optional.none()",
        CelQuantity quantity => "quantity(\"" + quantity.Value.ToString(CultureInfo.InvariantCulture) + "n\")",
        CelIp ip => "ip(\"" + ip.Text + "\")",
        CelCidr cidr => "cidr(\"" + cidr.Text + "\")",
        CelUrl url => "url(\"" + url.Text + "\")",
        CelSemver semver => "semver(\"" + semver.Text + "\")",
        CelFormat format => "format(\"" + format.Name + "\")",
        CelOpaque opaque => opaque.Value.ToString(),
        _ => value.TypeName,
    };
}
