using System.Globalization;
using System.Numerics;
using System.Text;

namespace GitOps;

/// <summary>
/// The verbs of <c>"…".format([…])</c>: %s %d %f %e %b %o %x %X %%, with a precision for %f and %e. Kubernetes and Flux have two versions of it, which write a number's exponent,
/// thousands, infinities, and texts and fractions within lists and maps differently: such a text is unknown.
/// </summary>
internal static class CelTextFormat
{
    private const int MostPrecision = 100;
    private const int LongestResult = 1 << 20;

    /// <summary>Stands for a text on which the versions do not agree.</summary>
    private const string Open = "\0?";

    public static CelValue Apply(string format, CelList values, CelBudget budget)
    {
        var text = new StringBuilder();
        var next = 0;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
            {
                text.Append(format[i]);
                continue;
            }
            if (++i == format.Length)
                return new CelError("the format ends with '%'");
            if (format[i] == '%')
            {
                text.Append('%');
                continue;
            }
            int? precision = null;
            if (format[i] == '.')
            {
                var digits = 0;
                for (i++; i < format.Length && CelLexer.IsDigit(format[i]); i++)
                    digits = Math.Min(digits * 10 + format[i] - '0', MostPrecision + 1);
                precision = digits;
                if (i == format.Length)
                    return new CelError("the format ends within a verb");
            }
            if (next == values.Count)
                return new CelError("the format has more verbs than there are values");
            var value = values[next++];
            if (!value.IsKnown)
                return value.IsUnknown ? CelUnknown.String : value;
            if (precision > MostPrecision)
                return CelUnknown.String;
            var piece = format[i] switch
            {
                's' => Text(value, isInner: false, 0, budget),
                'd' => Decimal(value),
                'f' => AsDouble(value) is { } number ? Fixed(number, precision ?? 6) : null,
                'e' => AsDouble(value) is not null ? Open : null,
                'b' => value switch
                {
                    CelBool b => b.Value ? "1" : "0",
                    CelInt integer => Radix(integer.Value, 2),
                    CelUint integer => Radix(integer.Value, 2),
                    _ => null,
                },
                'o' => value switch
                {
                    CelInt integer => Radix(integer.Value, 8),
                    CelUint integer => Radix(integer.Value, 8),
                    _ => null,
                },
                'x' => Hex(value),
                'X' => Hex(value)?.ToUpperInvariant(),
                _ => "\0",
            };
            if (piece == "\0")
                return new CelError($"'%{format[i]}' is no verb");
            if (piece == Open)
                return CelUnknown.String;
            if (piece is null)
                return new CelError($"'%{format[i]}' takes no {value.TypeName}");
            text.Append(piece);
            if (!budget.SpendText(piece.Length) || text.Length > LongestResult)
                return CelUnknown.String;
        }
        return new CelString(text.ToString());
    }

    /// <summary>What is wrong with a format for so many values, or <see langword="null"/>.</summary>
    public static string? FaultOf(string format, int values)
    {
        var verbs = 0;
        for (var i = 0; i < format.Length; i++)
        {
            if (format[i] != '%')
                continue;
            if (++i < format.Length && format[i] == '%')
                continue;
            if (i < format.Length && format[i] == '.')
                for (i++; i < format.Length && CelLexer.IsDigit(format[i]); i++)
                {
                }
            if (i >= format.Length)
                return "the format ends within a verb";
            if ("sdfeboxX".IndexOf(format[i]) < 0)
                return $"'%{format[i]}' is no verb";
            verbs++;
        }
        return verbs == values ? null
            : $"the format has {verbs.ToString(CultureInfo.InvariantCulture)} verbs for {values.ToString(CultureInfo.InvariantCulture)} values";
    }

    private static double? AsDouble(CelValue value) => value switch
    {
        CelDouble d => d.Value,
        // One of the versions takes these, the other does not.
        CelInt or CelUint or CelString { Value: "NaN" or "Infinity" or "-Infinity" } => double.PositiveInfinity,
        _ => null,
    };

    private static string? NotFinite(double value) => double.IsNaN(value) ? "NaN" : double.IsInfinity(value) ? Open : null;

    private static string? Decimal(CelValue value) => value switch
    {
        CelInt i => i.Value.ToString(CultureInfo.InvariantCulture),
        CelUint u => u.Value.ToString(CultureInfo.InvariantCulture),
        CelDouble or CelString { Value: "NaN" or "Infinity" or "-Infinity" } => Open,
        _ => null,
    };

    /// <summary>Exactly rounded, half to even on the exact value, as Go does: what .NET formats is not exact on every runtime.</summary>
    private static string Fixed(double value, int precision)
    {
        // One of the versions groups thousands.
        if ((NotFinite(value) ?? (Math.Abs(value) >= 999.5 ? Open : null)) is { } special)
            return special;
        var (isNegative, scaled) = Scaled(value, precision);
        var digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(precision + 1, '0');
        var text = precision == 0 ? digits : digits.Substring(0, digits.Length - precision) + "." + digits.Substring(digits.Length - precision);
        return isNegative ? "-" + text : text;
    }

    /// <summary>A double times a power of ten, rounded half to even.</summary>
    private static (bool IsNegative, BigInteger Value) Scaled(double value, int power)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var isNegative = bits < 0;
        var exponent = (int)((bits >> 52) & 0x7FF);
        var mantissa = new BigInteger(bits & 0xFFFFFFFFFFFFF);
        if (exponent == 0)
            exponent++;
        else
            mantissa += BigInteger.One << 52;
        exponent -= 1075;
        var (numerator, denominator) = (mantissa, BigInteger.One);
        if (exponent > 0)
            numerator <<= exponent;
        else
            denominator <<= -exponent;
        if (power > 0)
            numerator *= BigInteger.Pow(10, power);
        else
            denominator *= BigInteger.Pow(10, -power);
        var whole = BigInteger.DivRem(numerator, denominator, out var rest);
        var twice = (rest << 1).CompareTo(denominator);
        if (twice > 0 || twice == 0 && !whole.IsEven)
            whole += 1;
        return (isNegative, whole);
    }

    private static string Radix(long value, int radix) => value < 0 ? "-" + Radix((ulong)-(value + 1) + 1, radix) : Radix((ulong)value, radix);

    private static string Radix(ulong value, int radix)
    {
        var text = new StringBuilder();
        do
        {
            text.Insert(0, "0123456789abcdef"[(int)(value % (ulong)radix)]);
            value /= (ulong)radix;
        }
        while (value > 0);
        return text.ToString();
    }

    private static string? Hex(CelValue value) => value switch
    {
        CelInt i => Radix(i.Value, 16),
        CelUint u => Radix(u.Value, 16),
        CelString text => string.Concat(Encoding.UTF8.GetBytes(text.Value).Select(static b => b.ToString("x2", CultureInfo.InvariantCulture))),
        CelBytes bytes => string.Concat(bytes.Value.Select(static b => b.ToString("x2", CultureInfo.InvariantCulture))),
        _ => null,
    };

    /// <param name="isInner">It stands in a list or map.</param>
    private static string? Text(CelValue value, bool isInner, int depth, CelBudget budget)
    {
        if (depth > 64 || !budget.Spend())
            return Open;
        switch (value)
        {
            case CelNull:
                return "null";
            case CelDouble d:
                return NotFinite(d.Value) ?? (isInner || CelText.Double(d.Value) != CelText.PlainDouble(d.Value) ? Open : CelText.Double(d.Value));
            case CelTypeValue type:
                return type.Name;
            case CelMap { Count: > 0 }:
                return Open;
            case CelMap:
                return "{}";
            case CelList list:
                var items = new List<string>();
                for (var i = 0; i < list.Count; i++)
                    switch (Text(list[i], isInner: true, depth + 1, budget))
                    {
                        case null: return null;
                        case Open: return Open;
                        case var item:
                            items.Add(item);
                            break;
                    }
                return "[" + string.Join(", ", items) + "]";
            case CelUnknown:
                return Open;
            default:
                return isInner && value is not (CelInt or CelBool) ? Open : (CelStandardFunctions.ToText(value, budget) as CelString)?.Value;
        }
    }
}
