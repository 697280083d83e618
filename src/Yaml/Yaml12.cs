using System.Globalization;
using System.Numerics;

namespace GitOps;

/// <summary>Plain scalars as a reader of YAML 1.2 sees them (core schema, section 10.3.2 of the specification).</summary>
internal static class Yaml12
{
    public static YamlValue Resolve(string plain)
    {
        if (plain.Length == 0)
            return YamlValue.Null;
        // Nearly every scalar leaves here.
        if (!MayBeSpecial(plain[0]))
            return YamlValue.String(plain);
        switch (plain)
        {
            case "~" or "null" or "Null" or "NULL":
                return YamlValue.Null;
            case "true" or "True" or "TRUE":
                return YamlValue.True;
            case "false" or "False" or "FALSE":
                return YamlValue.False;
            case ".nan" or ".NaN" or ".NAN" or ".inf" or ".Inf" or ".INF" or "+.inf" or "+.Inf" or "+.INF" or "-.inf" or "-.Inf" or "-.INF":
                return YamlValue.Float(plain);
        }
        if (plain.Length > 2 && plain[0] == '0' && plain[1] is 'x' or 'o' && YamlNumbers.TryParseDigits(plain, 2, plain[1] == 'x' ? 16 : 8, out var number))
            return YamlValue.Integer(number.ToString(CultureInfo.InvariantCulture));
        if (YamlNumbers.IsDecimalInteger(plain))
            return YamlValue.Integer(BigInteger.Parse(plain, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));
        return YamlNumbers.IsFloat(plain) ? YamlValue.Float(YamlNumbers.FloatToJson(plain)) : YamlValue.String(plain);
    }

    private static bool MayBeSpecial(char first) => first is (>= '0' and <= '9') or '+' or '-' or '.' or '~' or 'n' or 'N' or 't' or 'T' or 'f' or 'F';
}
