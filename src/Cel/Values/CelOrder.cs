namespace GitOps;

/// <summary>The order of values.</summary>
internal static class CelOrder
{
    /// <summary>Negative, zero or positive; <see cref="NotANumber"/> with a NaN; <see langword="null"/> where there is no order between them.</summary>
    public static int? Compare(CelValue left, CelValue right) => (left, right) switch
    {
        (CelInt a, CelInt b) => a.Value.CompareTo(b.Value),
        (CelUint a, CelUint b) => a.Value.CompareTo(b.Value),
        (CelDouble a, CelDouble b) => Doubles(a.Value, b.Value),
        (CelInt a, CelUint b) => a.Value < 0 ? -1 : ((ulong)a.Value).CompareTo(b.Value),
        (CelUint a, CelInt b) => b.Value < 0 ? 1 : a.Value.CompareTo((ulong)b.Value),
        (CelInt a, CelDouble b) => -DoubleAndInt(b.Value, a.Value),
        (CelDouble a, CelInt b) => DoubleAndInt(a.Value, b.Value),
        (CelUint a, CelDouble b) => -DoubleAndUint(b.Value, a.Value),
        (CelDouble a, CelUint b) => DoubleAndUint(a.Value, b.Value),
        (CelString a, CelString b) => Strings(a.Value, b.Value),
        (CelBool a, CelBool b) => a.Value.CompareTo(b.Value),
        (CelBytes a, CelBytes b) => Bytes(a.Value, b.Value),
        (CelTimestamp a, CelTimestamp b) => a.Seconds != b.Seconds ? a.Seconds.CompareTo(b.Seconds) : a.Nanoseconds.CompareTo(b.Nanoseconds),
        (CelDuration a, CelDuration b) => a.Nanoseconds.CompareTo(b.Nanoseconds),
        _ => null,
    };

    /// <summary>What a comparison with a NaN gives: it is neither less, equal nor greater.</summary>
    public const int NotANumber = 2;

    /// <summary>By code points, which is the order of UTF-8; UTF-16 puts surrogates before the characters U+E000 to U+FFFF.</summary>
    public static int Strings(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            var (a, b) = (left[i], right[i]);
            if (a == b)
                continue;
            var (aIsHigh, bIsHigh) = (char.IsSurrogate(a), char.IsSurrogate(b));
            return aIsHigh != bIsHigh ? aIsHigh ? 1 : -1 : a < b ? -1 : 1;
        }
        return left.Length.CompareTo(right.Length);
    }

    private static int Bytes(byte[] left, byte[] right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
            if (left[i] != right[i])
                return left[i] < right[i] ? -1 : 1;
        return left.Length.CompareTo(right.Length);
    }

    private static int Doubles(double a, double b) => double.IsNaN(a) || double.IsNaN(b) ? NotANumber : a < b ? -1 : a > b ? 1 : 0;

    private static int DoubleAndInt(double a, long b) =>
        double.IsNaN(a) ? NotANumber : a < -9223372036854775808.0 ? -1 : a >= 9223372036854775808.0 ? 1 : Doubles(a, b);

    private static int DoubleAndUint(double a, ulong b) =>
        double.IsNaN(a) ? NotANumber : a < 0 ? -1 : a >= 18446744073709551616.0 ? 1 : Doubles(a, b);
}
