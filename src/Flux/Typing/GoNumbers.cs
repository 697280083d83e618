using System.Globalization;

namespace GitOps;

/// <summary>How Go writes a floating-point number: the shortest digits that read back the same, in two layouts.</summary>
internal static class GoNumbers
{
    private const int MostPlaces = 6;

    /// <summary>encoding/json: digits without exponent from 1e-6 up to 1e21.</summary>
    public static string ToJson(double value)
    {
        if (value == 0)
            return IsNegativeZero(value) ? "-0" : "0";
        var size = Math.Abs(value);
        if (size is >= 1e-6 and < 1e21)
            return Plain(value);
        var (digits, exponent) = Parts(value);
        // e-09 becomes e-9.
        return Scientific(value, digits, exponent, shortExponent: exponent < 0);
    }

    /// <summary>go-yaml v2: strconv's shortest 'g', with an exponent below 1e-4 and from 1e6 on (ftoa.go).</summary>
    public static string ToYaml(double value)
    {
        if (value == 0)
            return IsNegativeZero(value) ? "-0" : "0";
        var (digits, exponent) = Parts(value);
        if (exponent is < -4 or >= MostPlaces)
            return Scientific(value, digits, exponent, shortExponent: false);
        return Plain(value);
    }

    private static bool IsNegativeZero(double value) => value == 0 && 1 / value < 0;

    private static string Scientific(double value, string digits, int exponent, bool shortExponent)
    {
        var mantissa = digits.Length == 1 ? digits : digits[0] + "." + digits.Substring(1);
        var places = Math.Abs(exponent).ToString(shortExponent ? "D1" : "D2", CultureInfo.InvariantCulture);
        return $"{(value < 0 ? "-" : "")}{mantissa}e{(exponent < 0 ? "-" : "+")}{places}";
    }

    private static string Plain(double value)
    {
        var (digits, exponent) = Parts(value);
        var text = exponent < 0 ? "0." + new string('0', -exponent - 1) + digits
            : exponent >= digits.Length - 1 ? digits + new string('0', exponent - digits.Length + 1)
            : digits.Substring(0, exponent + 1) + "." + digits.Substring(exponent + 1);
        return value < 0 ? "-" + text : text;
    }

    /// <summary>The significant digits, and the power of ten of the first.</summary>
    private static (string Digits, int Exponent) Parts(double value)
    {
        var text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var exponent = 0;
        var e = text.IndexOf('E');
        if (e >= 0)
        {
            exponent = int.Parse(text.Substring(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text.Substring(0, e);
        }

        var point = text.IndexOf('.');
        var whole = point < 0 ? text.Length : point;
        var digits = text.Replace(".", "");
        var leading = digits.Length - digits.TrimStart('0').Length;
        return (digits.Trim('0'), exponent + whole - 1 - leading);
    }
}
