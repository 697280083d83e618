using System.Globalization;
using System.Numerics;

namespace GitOps;

/// <summary>The number grammars that both YAML versions share.</summary>
internal static class YamlNumbers
{
    /// <summary>More digits than this are no number that a reader keeps; also the bound on our own work.</summary>
    private const int MostDigits = 400;

    /// <summary><c>[-+]?[0-9]+</c></summary>
    public static bool IsDecimalInteger(string text)
    {
        var start = text[0] is '+' or '-' ? 1 : 0;
        if (start == text.Length || text.Length > MostDigits)
            return false;
        for (var i = start; i < text.Length; i++)
            if (!IsDigit(text[i]))
                return false;
        return true;
    }

    /// <summary><c>[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?</c></summary>
    public static bool IsFloat(string text)
    {
        var at = 0;
        if (at < text.Length && text[at] is '+' or '-')
            at++;
        var whole = SkipDigits(text, ref at);
        var fraction = 0;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            fraction = SkipDigits(text, ref at);
        }
        if (whole == 0 && fraction == 0)
            return false;
        if (at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            if (at < text.Length && text[at] is '+' or '-')
                at++;
            if (SkipDigits(text, ref at) == 0)
                return false;
        }
        return at == text.Length;
    }

    public static bool TryParseDigits(string text, int start, int radix, out BigInteger number)
    {
        number = BigInteger.Zero;
        if (start >= text.Length || text.Length > MostDigits)
            return false;
        for (var i = start; i < text.Length; i++)
        {
            var digit = text[i] switch
            {
                >= '0' and <= '9' => text[i] - '0',
                >= 'a' and <= 'f' => text[i] - 'a' + 10,
                >= 'A' and <= 'F' => text[i] - 'A' + 10,
                _ => int.MaxValue,
            };
            if (digit >= radix)
                return false;
            number = number * radix + digit;
        }
        return true;
    }

    /// <summary>The JSON form of a float; a value beyond a double's range keeps its own text.</summary>
    public static string FloatToJson(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsInfinity(value)
            ? value.ToString("R", CultureInfo.InvariantCulture)
            : text;

    public static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static int SkipDigits(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && IsDigit(text[at]))
            at++;
        return at - start;
    }
}
