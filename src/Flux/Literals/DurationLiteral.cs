using System.Globalization;

namespace GitOps;

/// <summary>
/// A duration as Flux's CRDs take it: <c>^([0-9]+(\.[0-9]+)?(ms|s|m|h))+$</c>, with the meaning of Go's time.ParseDuration. Other projects' fields take
/// what Go takes: a sign, <c>us</c>, <c>ns</c>, <c>.5h</c>, <c>0</c>.
/// </summary>
internal static class DurationLiteral
{
    /// <summary>The pattern of Flux's API types.</summary>
    public const string FluxPattern = @"^([0-9]+(\.[0-9]+)?(ms|s|m|h))+$";

    /// <summary>What is wrong with it and what is meant, or <see langword="null"/>.</summary>
    public static string? Fault(string text)
    {
        if (text.Length == 0)
            return "is empty, a duration is a number and a unit: '30s', '5m', '1h30m'";
        var i = 0;
        while (i < text.Length)
        {
            var start = i;
            SkipDigits(text, ref i);
            if (i == start)
                return Start(text, i);
            if (i < text.Length && text[i] == '.')
            {
                var fraction = ++i;
                SkipDigits(text, ref i);
                if (i == fraction)
                    return "has a '.' without digits after it";
            }

            var number = text.Substring(start, i - start);
            var unit = ReadUnit(text, ref i);
            if (unit is "ms" or "s" or "m" or "h")
                continue;
            return UnitFault(number, unit);
        }

        return TryNanoseconds(text, out _) ? null : "is longer than Go's durations can be (about 292 years)";
    }

    /// <summary>What a text that cannot be read most likely means, as Flux reads it: <c>1d12h</c> is <c>36h</c>; <see langword="null"/> where that is a guess.</summary>
    public static string? Meant(string text)
    {
        decimal hours = 0;
        var rest = "";
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && text[i] is '.' or (>= '0' and <= '9'))
                i++;
            if (!decimal.TryParse(text.Substring(start, i - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) || amount > 1_000_000)
                return null;
            var number = text.Substring(start, i - start);
            switch (ReadUnit(text, ref i).Trim())
            {
                case "w" or "week" or "weeks" when rest.Length == 0:
                    hours += amount * 168;
                    break;
                case "d" or "day" or "days" when rest.Length == 0:
                    hours += amount * 24;
                    break;
                case var unit when UnitOf(unit) is { } meant:
                    if (meant == "h" && rest.Length == 0)
                        hours += amount;
                    else
                        rest += number + meant;
                    break;
                default:
                    return null;
            }
        }

        var result = (hours > 0 ? hours.ToString("0.#########", CultureInfo.InvariantCulture) + "h" : "") + rest;
        return result.Length > 0 && Fault(result) is null ? result : null;
    }

    /// <summary>The duration in nanoseconds, by Go's own rules, which take more than Flux's pattern.</summary>
    public static bool TryNanoseconds(string text, out long nanoseconds)
    {
        nanoseconds = 0;
        var i = 0;
        var negative = false;
        if (text.Length > 0 && text[0] is '-' or '+')
            negative = text[i++] == '-';
        if (i == text.Length)
            return false;
        if (text.Length == i + 1 && text[i] == '0')
            return true;
        decimal total = 0;
        while (i < text.Length)
        {
            var start = i;
            SkipDigits(text, ref i);
            if (i < text.Length && text[i] == '.')
            {
                i++;
                SkipDigits(text, ref i);
            }

            var number = text.Substring(start, i - start);
            if (number.Length is 0 or > 25 || number == "."
                || !decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
                || Nanoseconds(ReadUnit(text, ref i)) is not { } unit || amount > long.MaxValue / unit)
                return false;
            total += decimal.Truncate(amount * unit);
            if (total > long.MaxValue)
                return false;
        }

        nanoseconds = (long)(negative ? -total : total);
        return true;
    }

    private static string Start(string text, int i) => text[i] switch
    {
        '-' => "is negative, Flux takes only positive durations",
        '+' => "starts with '+', which Flux does not take",
        '.' => "starts with '.', write '0.5h'",
        _ when char.IsWhiteSpace(text[i]) => "holds a blank, write '1h30m'",
        _ => $"has '{text[i]}' where a number must be, a duration is a number and a unit: '30s', '5m', '1h30m'",
    };

    private static string UnitFault(string number, string unit)
    {
        // A whole number of days or weeks has one right form; anything else is left to the author.
        if (unit is "d" or "day" or "days" && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days < 100_000)
            return $"has the unit '{unit}', Go's durations know no days: write '{Text(days * 24L)}h'";
        if (unit is "w" or "week" or "weeks" && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var weeks) && weeks < 10_000)
            return $"has the unit '{unit}', Go's durations know no weeks: write '{Text(weeks * 168L)}h'";
        var meant = UnitOf(unit);
        return unit.Length == 0 ? $"has the number {number} without a unit: 'ms', 's', 'm' or 'h'"
            : meant is not null ? $"has the unit '{unit}', write '{number}{meant}'"
            : $"has the unit '{unit}', Flux knows 'ms', 's', 'm' and 'h'";
    }

    /// <summary>The unit that a word means.</summary>
    private static string? UnitOf(string word) => word.ToLowerInvariant() switch
    {
        "sec" or "secs" or "second" or "seconds" or "s" => "s",
        "min" or "mins" or "minute" or "minutes" or "m" => "m",
        "hr" or "hrs" or "hour" or "hours" or "h" => "h",
        "ms" or "msec" or "millis" => "ms",
        _ => null,
    };

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void SkipDigits(string text, ref int i)
    {
        while (i < text.Length && text[i] is >= '0' and <= '9')
            i++;
    }

    private static string ReadUnit(string text, ref int i)
    {
        var start = i;
        while (i < text.Length && text[i] is not ('.' or (>= '0' and <= '9')))
            i++;
        return text.Substring(start, i - start);
    }

    private static long? Nanoseconds(string unit) => unit switch
    {
        "ns" => 1,
        "us" or "µs" or "μs" => 1_000,
        "ms" => 1_000_000,
        "s" => 1_000_000_000,
        "m" => 60_000_000_000,
        "h" => 3_600_000_000_000,
        _ => null,
    };
}
