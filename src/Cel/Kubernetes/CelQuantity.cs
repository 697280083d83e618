using System.Numerics;

namespace GitOps;

/// <summary>A quantity of Kubernetes.</summary>
/// <param name="value">In billionths, the finest that a quantity can be.</param>
/// <param name="isPlain">Kubernetes keeps it as an integer of 64 bits and a power of ten that is not negative: it does so with what is written that way, not with <c>1000m</c>.</param>
internal sealed class CelQuantity(BigInteger value, bool isPlain) : CelValue
{
    private static readonly BigInteger Billion = new(1_000_000_000);

    /// <summary>Larger ones are cut to this, and smaller ones to its negative.</summary>
    private static readonly BigInteger Largest = Billion * long.MaxValue;

    public override CelKind Kind => CelKind.Quantity;

    public BigInteger Value { get; } = value;

    public bool IsPlain { get; } = isPlain;

    public int Sign => Value.Sign;

    /// <summary>The whole number that it is, if it is one of 64 bits and written as one.</summary>
    public long? Integer
    {
        get
        {
            var whole = BigInteger.DivRem(Value, Billion, out var rest);
            return IsPlain && rest.IsZero && whole >= long.MinValue && whole <= long.MaxValue ? (long)whole : null;
        }
    }

    public double ApproximateFloat => (double)BigInteger.DivRem(Value, Billion, out var rest) + (double)rest / 1e9;

    public static CelQuantity OfWhole(long whole) => new(Billion * whole, isPlain: true);

    /// <summary>Reads <c>10Gi</c>, <c>1.5</c>, <c>100m</c>, <c>2e3</c>; <see langword="null"/> for what is no quantity.</summary>
    public static CelQuantity? Parse(string text)
    {
        var at = 0;
        var isNegative = false;
        if (at < text.Length && text[at] is '+' or '-')
            isNegative = text[at++] == '-';
        var start = at;
        while (at < text.Length && CelLexer.IsDigit(text[at]))
            at++;
        var whole = text.Substring(start, at - start);
        var fraction = "";
        if (at < text.Length && text[at] == '.')
        {
            start = ++at;
            while (at < text.Length && CelLexer.IsDigit(text[at]))
                at++;
            fraction = text.Substring(start, at - start);
        }
        // Without digits it counts as zero, as it does in Kubernetes, but it must be something.
        if (text.Length == 0 || whole.Length + fraction.Length > 400)
            return null;
        int exponent;
        var binary = 0;
        switch (text.Substring(at))
        {
            case "n": exponent = -9; break;
            case "u": exponent = -6; break;
            case "m": exponent = -3; break;
            case "": exponent = 0; break;
            case "k": exponent = 3; break;
            case "M": exponent = 6; break;
            case "G": exponent = 9; break;
            case "T": exponent = 12; break;
            case "P": exponent = 15; break;
            case "E": exponent = 18; break;
            case "Ki": (exponent, binary) = (0, 10); break;
            case "Mi": (exponent, binary) = (0, 20); break;
            case "Gi": (exponent, binary) = (0, 30); break;
            case "Ti": (exponent, binary) = (0, 40); break;
            case "Pi": (exponent, binary) = (0, 50); break;
            case "Ei": (exponent, binary) = (0, 60); break;
            case var suffix when suffix[0] is 'e' or 'E' && TryExponent(suffix.Substring(1), out exponent): break;
            default: return null;
        }
        var digits = BigInteger.Parse("0" + whole + fraction, System.Globalization.CultureInfo.InvariantCulture) << binary;
        var scale = exponent - fraction.Length + 9;
        BigInteger value;
        if (scale >= 0)
            value = digits.IsZero ? digits : scale > 400 ? Largest + 1 : digits * BigInteger.Pow(10, scale);
        else
        {
            // Finer than a billionth is rounded up, away from zero.
            value = -scale > 900 ? BigInteger.Zero : BigInteger.DivRem(digits, BigInteger.Pow(10, -scale), out var rest) + (rest.IsZero ? 0 : 1);
            if (-scale > 900 && !digits.IsZero)
                value = BigInteger.One;
        }
        // How many digits Kubernetes' short way takes (resource.ParseQuantity).
        var length = whole.TrimStart('0').Length;
        var room = binary == 0 ? 18 - length - fraction.Length : fraction.Length > 0 ? -1 : 14 - length - binary * 3 / 10;
        var isPlain = room >= 0 && exponent - fraction.Length >= 0 && value <= Largest;
        value = BigInteger.Min(value, Largest);
        return new CelQuantity(isNegative ? -value : value, isPlain);
    }

    private static bool TryExponent(string text, out int exponent)
    {
        exponent = 0;
        var start = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        if (text.Length == start || text.Length > 400)
            return false;
        for (var i = start; i < text.Length; i++)
        {
            if (!CelLexer.IsDigit(text[i]))
                return false;
            exponent = Math.Min(exponent * 10 + text[i] - '0', 100_000);
        }
        if (start == 1 && text[0] == '-')
            exponent = -exponent;
        return true;
    }
}
