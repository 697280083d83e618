using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>Times and durations as Go reads and writes them.</summary>
internal static class CelTime
{
    private const int NanosecondsPerSecond = 1_000_000_000;

    /// <summary>A duration as <c>time.ParseDuration</c> reads it (<c>1h30m</c>, <c>-1.5s</c>, <c>0</c>), in nanoseconds, or <see langword="null"/>.</summary>
    public static long? ParseDuration(string text)
    {
        var at = 0;
        var isNegative = false;
        if (at < text.Length && text[at] is '+' or '-')
            isNegative = text[at++] == '-';
        if (text.Length - at == 1 && text[at] == '0')
            return 0;
        if (at == text.Length)
            return null;
        var total = 0m;
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && (CelLexer.IsDigit(text[at]) || text[at] == '.'))
                at++;
            // A decimal holds 28 digits; what has more is beyond a duration, or below a nanosecond.
            var number = text.Substring(start, at - start);
            if (number.Length > 40 || !decimal.TryParse(number.TrimEnd('.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
                return null;
            var unitStart = at;
            while (at < text.Length && text[at] != '.' && !CelLexer.IsDigit(text[at]))
                at++;
            decimal? unit = text.Substring(unitStart, at - unitStart) switch
            {
                "ns" => 1m,
                "us" or "µs" or "μs" => 1_000m,
                "ms" => 1_000_000m,
                "s" => 1_000_000_000m,
                "m" => 60_000_000_000m,
                "h" => 3_600_000_000_000m,
                _ => null,
            };
            if (unit is null || amount > 10_000_000_000_000_000_000m / unit)
                return null;
            total += decimal.Truncate(amount * unit.Value);
            if (total > long.MaxValue + (isNegative ? 1m : 0m))
                return null;
        }
        return (long)(isNegative ? -total : total);
    }

    /// <summary>A string of a schema's format <c>duration</c>: also <c>1d</c>, <c>2 weeks</c>, <c>3 sec</c>.</summary>
    public static long? ParseFormatDuration(string text)
    {
        if (ParseDuration(text) is { } plain)
            return plain;
        var at = 0;
        var total = 0m;
        var isFound = false;
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && CelLexer.IsDigit(text[at]))
                at++;
            var digits = text.Substring(start, at - start);
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
            var unitStart = at;
            while (at < text.Length && (text[at] is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or 'µ'))
                at++;
            if (digits.Length == 0 || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var amount) || UnitOf(text.Substring(unitStart, at - unitStart)) is not { } unit)
                return null;
            total += amount * unit;
            if (total > long.MaxValue)
                return null;
            isFound = true;
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
        }
        return isFound ? (long)total : null;
    }

    private static decimal? UnitOf(string unit)
    {
        var name = unit.ToLowerInvariant();
        if (name.Length > 1 && name[name.Length - 1] == 's' && name is not ("ns" or "us" or "µs" or "ms"))
            name = name.Substring(0, name.Length - 1);
        return name switch
        {
            "ns" or "nano" or "nanosec" or "nanosecond" => 1m,
            "us" or "µs" or "micro" or "microsec" or "microsecond" => 1_000m,
            "ms" or "milli" or "millisec" or "millisecond" => 1_000_000m,
            "s" or "sec" or "second" => 1_000_000_000m,
            "m" or "min" or "minute" => 60_000_000_000m,
            "h" or "hr" or "hour" => 3_600_000_000_000m,
            "d" or "day" => 86_400_000_000_000m,
            "w" or "wk" or "week" => 604_800_000_000_000m,
            _ => null,
        };
    }

    /// <summary>A time as RFC 3339 writes it, or <see langword="null"/>.</summary>
    public static CelTimestamp? ParseTimestamp(string text)
    {
        if (text.Length < 20 || text[4] != '-' || text[7] != '-' || text[10] is not 'T' || text[13] != ':' || text[16] != ':')
            return null;
        if (Digits(text, 0, 4) is not { } year || Digits(text, 5, 2) is not { } month || Digits(text, 8, 2) is not { } day
            || Digits(text, 11, 2) is not { } hour || Digits(text, 14, 2) is not { } minute || Digits(text, 17, 2) is not { } second)
            return null;
        var at = 19;
        var nanoseconds = 0;
        if (text[at] is '.' or ',')
        {
            var start = ++at;
            var scale = NanosecondsPerSecond / 10;
            while (at < text.Length && CelLexer.IsDigit(text[at]))
            {
                nanoseconds += (text[at++] - '0') * scale;
                scale /= 10;
            }
            if (at == start || at == text.Length)
                return null;
        }
        var offset = 0;
        if (text[at] == 'Z')
            at++;
        else if (text[at] is '+' or '-' && at + 6 <= text.Length && text[at + 3] == ':' && Digits(text, at + 1, 2) is { } offsetHours and <= 24 && Digits(text, at + 4, 2) is { } offsetMinutes and < 60)
        {
            offset = (text[at] == '-' ? -60 : 60) * (offsetHours * 60 + offsetMinutes);
            at += 6;
        }
        else
            return null;
        if (at != text.Length || hour > 23 || minute > 59 || second > 59 || SecondsOf(year, month, day) is not { } days)
            return null;
        var seconds = days + hour * 3600 + minute * 60 + second - offset;
        return seconds is < CelTimestamp.First or > CelTimestamp.Last ? null : new CelTimestamp(seconds, nanoseconds, offset);
    }

    /// <summary>A string of a schema's format <c>date-time</c>: RFC 3339, also in small letters.</summary>
    public static CelTimestamp? ParseFormatDateTime(string text) => ParseTimestamp(text.ToUpperInvariant());

    /// <summary>A string of a schema's format <c>date</c>.</summary>
    public static CelTimestamp? ParseDate(string text) => text.Length == 10 ? ParseTimestamp(text + "T00:00:00Z") : null;

    private static int? Digits(string text, int start, int count)
    {
        var value = 0;
        for (var i = start; i < start + count; i++)
        {
            if (i >= text.Length || !CelLexer.IsDigit(text[i]))
                return null;
            value = value * 10 + text[i] - '0';
        }
        return value;
    }

    private static long? SecondsOf(int year, int month, int day) =>
        year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? (new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks - Epoch) / TimeSpan.TicksPerSecond
            : null;

    private static readonly long Epoch = new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc).Ticks;

    /// <summary>The date and time of day that a clock shows which is so many seconds ahead of UTC; <see langword="null"/> beyond the years that there are.</summary>
    public static DateTime? ClockOf(CelTimestamp time, int offset) =>
        time.Seconds + offset is >= CelTimestamp.First and <= CelTimestamp.Last
            ? new DateTime(Epoch + (time.Seconds + offset) * TimeSpan.TicksPerSecond, DateTimeKind.Utc)
            : null;

    public static string Format(CelTimestamp time)
    {
        var clock = ClockOf(time, time.Offset) ?? ClockOf(time, 0)!.Value;
        var text = new StringBuilder(clock.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));
        if (time.Nanoseconds != 0)
            text.Append('.').Append(time.Nanoseconds.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0'));
        if (time.Offset == 0)
            return text.Append('Z').ToString();
        var minutes = Math.Abs(time.Offset) / 60;
        return text.Append(time.Offset < 0 ? '-' : '+').Append((minutes / 60).ToString("00", CultureInfo.InvariantCulture)).Append(':')
            .Append((minutes % 60).ToString("00", CultureInfo.InvariantCulture)).ToString();
    }

    /// <summary>Seconds with as many digits as it takes: <c>1.5s</c>.</summary>
    public static string Format(CelDuration duration)
    {
        var (whole, rest) = (duration.Nanoseconds / NanosecondsPerSecond, duration.Nanoseconds % NanosecondsPerSecond);
        return CelText.PlainDouble(whole + rest / 1e9) + "s";
    }

    /// <summary>A time zone as CEL's getters take it: <c>+02:00</c>, <c>-3:30</c>, <c>UTC</c>.</summary>
    /// <returns>Seconds; <see langword="null"/> for a name, which only a database of time zones knows.</returns>
    public static (int? Offset, bool IsValid) ZoneOf(string zone)
    {
        if (zone is "" or "UTC" or "Etc/UTC" or "GMT")
            return (0, true);
        var colon = zone.IndexOf(':');
        if (colon < 0)
            return (null, true);
        return int.TryParse(zone.Substring(0, colon), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var hours)
            && int.TryParse(zone.Substring(colon + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minutes)
            && Math.Abs(hours) < 100 && Math.Abs(minutes) < 1000
            ? ((hours * 60 + (hours < 0 || zone[0] == '-' ? -minutes : minutes)) * 60, true)
            : (null, false);
    }
}
