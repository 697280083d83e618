using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>The standard library: sizes, conversions, optionals, and the encoders of base64.</summary>
internal static class CelStandardFunctions
{
    public static void AddTo(Dictionary<string, CelFunction> all)
    {
        all["size"] = static (arguments, _, budget) => arguments is [var value] ? Size(value, budget) : null;
        all["type"] = static (arguments, isMember, _) => !isMember && arguments is [var value] ? CelFunctions.TypeNamed(value.TypeName) : null;
        all["bool"] = Conversion(static (value, _) => value switch
        {
            CelBool => value,
            CelString { Value: "1" or "t" or "T" or "true" or "TRUE" or "True" } => CelBool.True,
            CelString { Value: "0" or "f" or "F" or "false" or "FALSE" or "False" } => CelBool.False,
            CelString text => new CelError($"{DataJson.Quote(text.Value)} is no bool"),
            _ => null,
        });
        all["int"] = Conversion(static (value, _) => value switch
        {
            CelInt => value,
            CelUint u => u.Value <= long.MaxValue ? CelInt.Of((long)u.Value) : TooLarge,
            CelDouble d => d.Value is > -9223372036854775808.0 and < 9223372036854775808.0 ? CelInt.Of((long)d.Value) : TooLarge,
            CelString text => long.TryParse(text.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? CelInt.Of(number) : NoNumber(text),
            CelTimestamp time => CelInt.Of(time.Seconds),
            CelDuration duration => CelInt.Of(duration.Nanoseconds),
            _ => null,
        });
        all["uint"] = Conversion(static (value, _) => value switch
        {
            CelUint => value,
            CelInt i => i.Value >= 0 ? new CelUint((ulong)i.Value) : TooLarge,
            CelDouble d => d.Value is > -1 and < 18446744073709551616.0 && d.Value >= 0 ? new CelUint((ulong)d.Value) : TooLarge,
            CelString text => ulong.TryParse(text.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? new CelUint(number) : NoNumber(text),
            _ => null,
        });
        all["double"] = Conversion(static (value, _) => value switch
        {
            CelDouble => value,
            CelInt i => new CelDouble(i.Value),
            CelUint u => new CelDouble(u.Value),
            // Go also reads hexadecimal ones and underscores between digits; that is left open.
            CelString text => ParseDouble(text.Value) is { } number ? new CelDouble(number) : text.Value.IndexOfAny(['x', 'X', '_']) >= 0 ? CelUnknown.Of(CelKind.Double) : NoNumber(text),
            _ => null,
        });
        all["string"] = Conversion(ToText);
        all["bytes"] = Conversion(static (value, budget) => value switch
        {
            CelBytes => value,
            CelString text => budget.SpendText(text.Value.Length) ? new CelBytes(Encoding.UTF8.GetBytes(text.Value)) : CelUnknown.Any,
            _ => null,
        });
        all["dyn"] = Conversion(static (value, _) => value);
        AddOptionals(all);
        all["base64.encode"] = static (arguments, _, budget) => arguments is [CelBytes bytes] ? budget.SpendText(bytes.Value.Length) ? new CelString(Convert.ToBase64String(bytes.Value)) : CelUnknown.Any : null;
        all["base64.decode"] = static (arguments, _, budget) => arguments is not [CelString text] ? null
            : !budget.SpendText(text.Value.Length) ? CelUnknown.Any
            : DecodeBase64(text.Value) is { } decoded ? new CelBytes(decoded) : new CelError("the text is no base64");
    }

    private static void AddOptionals(Dictionary<string, CelFunction> all)
    {
        all["optional.of"] = static (arguments, _, _) => arguments is [var value] ? new CelOptional(value) : null;
        all["optional.none"] = static (arguments, _, _) => arguments is [] ? CelOptional.None : null;
        all["optional.ofNonZeroValue"] = static (arguments, _, _) => arguments is [var value] ? IsZero(value) ? CelOptional.None : new CelOptional(value) : null;
        all["optional.unwrap"] = static (arguments, _, budget) => arguments is [CelList list] ? Unwrap(list, budget) : null;
        all["unwrapOpt"] = static (arguments, isMember, budget) => isMember && arguments is [CelList list] ? Unwrap(list, budget) : null;
        all["hasValue"] = static (arguments, isMember, _) => isMember && arguments is [CelOptional optional] ? CelValue.Of(optional.Value is not null) : null;
        all["value"] = static (arguments, isMember, _) => isMember && arguments is [CelOptional optional] ? optional.Value ?? new CelError("the optional has no value") : null;
        all["or"] = static (arguments, isMember, _) => isMember && arguments is [CelOptional first, CelOptional second] ? first.Value is null ? second : first : null;
        all["orValue"] = static (arguments, isMember, _) => isMember && arguments is [CelOptional optional, var other] ? optional.Value ?? other : null;
    }

    private static readonly CelError TooLarge = new("the number is too large");

    private static CelError NoNumber(CelString text) => new($"{DataJson.Quote(text.Value)} is no such number");

    private static CelFunction Conversion(Func<CelValue, CelBudget, CelValue?> convert) =>
        (arguments, isMember, budget) => !isMember && arguments is [var value] ? convert(value, budget) : null;

    private static CelValue? Size(CelValue value, CelBudget budget) => value switch
    {
        CelString text => budget.SpendText(text.Value.Length) ? CelInt.Of(CelText.CountOf(text.Value)) : CelUnknown.Any,
        CelBytes bytes => CelInt.Of(bytes.Value.Length),
        CelList list => CelInt.Of(list.Count),
        CelMap map => CelInt.Of(map.Count),
        _ => null,
    };

    private static double? ParseDouble(string text) => text.ToLowerInvariant() switch
    {
        "nan" => double.NaN,
        "inf" or "+inf" or "infinity" or "+infinity" => double.PositiveInfinity,
        "-inf" or "-infinity" => double.NegativeInfinity,
        _ => text.Length > 0 && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[text.Length - 1])
            && double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number)
            && !double.IsInfinity(number) && !double.IsNaN(number)
                ? number
                : null,
    };

    public static CelValue? ToText(CelValue value, CelBudget budget) => value switch
    {
        CelString => value,
        CelBool b => new CelString(b.Value ? "true" : "false"),
        CelInt i => new CelString(i.Value.ToString(CultureInfo.InvariantCulture)),
        CelUint u => new CelString(u.Value.ToString(CultureInfo.InvariantCulture)),
        CelDouble d => new CelString(CelText.Double(d.Value)),
        CelBytes bytes => !budget.SpendText(bytes.Value.Length) ? CelUnknown.String : CelText.FromUtf8(bytes.Value) is { } text ? new CelString(text) : new CelError("the bytes are no UTF-8"),
        CelTimestamp time => new CelString(CelTime.Format(time)),
        CelDuration duration => new CelString(CelTime.Format(duration)),
        CelIp ip => new CelString(ip.Text),
        CelCidr cidr => new CelString(cidr.Text),
        _ => null,
    };

    private static CelValue Unwrap(CelList list, CelBudget budget)
    {
        var items = new List<CelValue>(list.Count);
        for (var i = 0; i < list.Count; i++)
        {
            if (!budget.Spend())
                return CelUnknown.Any;
            if (list[i] is CelOptional { Value: { } value })
                items.Add(value);
            else if (list[i] is not CelOptional)
                return list[i].IsKnown ? new CelError("the list holds something that is no optional") : list[i];
        }
        return new CelArray(items);
    }

    private static bool IsZero(CelValue value) => value switch
    {
        CelNull => true,
        CelBool b => !b.Value,
        CelInt i => i.Value == 0,
        CelUint u => u.Value == 0,
        CelDouble d => d.Value == 0,
        CelString text => text.Value.Length == 0,
        CelBytes bytes => bytes.Value.Length == 0,
        CelList list => list.Count == 0,
        CelMap map => map.Count == 0,
        CelDuration duration => duration.Nanoseconds == 0,
        CelTimestamp time => time is { Seconds: CelTimestamp.First, Nanoseconds: 0 },
        CelOptional optional => optional.Value is null,
        _ => false,
    };

    /// <summary>Base64 with or without its padding.</summary>
    private static byte[]? DecodeBase64(string text) => CelText.FromBase64(text) ?? (text.IndexOf('=') < 0 ? CelText.FromBase64(text + new string('=', (4 - text.Length % 4) % 4)) : null);
}
