namespace GitOps;

/// <summary>Times and durations: made of texts, and taken apart. A time zone that has a name is unknown: only a machine's database knows it.</summary>
internal static class CelTimeFunctions
{
    private const long Second = 1_000_000_000;

    public static void AddTo(Dictionary<string, CelFunction> all)
    {
        all["timestamp"] = static (arguments, isMember, _) => isMember || arguments is not [var value] ? null : value switch
        {
            CelTimestamp => value,
            CelString text => CelTime.ParseTimestamp(text.Value) ?? (CelValue)new CelError($"{DataJson.Quote(text.Value)} is no time"),
            CelInt seconds => seconds.Value is < CelTimestamp.First or > CelTimestamp.Last ? new CelError("the time is beyond the years 1 to 9999") : new CelTimestamp(seconds.Value, 0),
            _ => null,
        };
        all["duration"] = static (arguments, isMember, _) => isMember || arguments is not [var value] ? null : value switch
        {
            CelDuration => value,
            CelString text => CelTime.ParseDuration(text.Value) is { } nanoseconds ? new CelDuration(nanoseconds) : new CelError($"{DataJson.Quote(text.Value)} is no duration"),
            _ => null,
        };
        all["getFullYear"] = Getter(static (clock, _) => clock.Year);
        all["getMonth"] = Getter(static (clock, _) => clock.Month - 1);
        all["getDate"] = Getter(static (clock, _) => clock.Day);
        all["getDayOfMonth"] = Getter(static (clock, _) => clock.Day - 1);
        all["getDayOfWeek"] = Getter(static (clock, _) => (int)clock.DayOfWeek);
        all["getDayOfYear"] = Getter(static (clock, _) => clock.DayOfYear - 1);
        all["getHours"] = Getter(static (clock, _) => clock.Hour, static duration => duration / (3600 * Second));
        all["getMinutes"] = Getter(static (clock, _) => clock.Minute, static duration => duration / (60 * Second));
        all["getSeconds"] = Getter(static (clock, _) => clock.Second, static duration => duration / Second);
        all["getMilliseconds"] = Getter(static (_, time) => time.Nanoseconds / 1_000_000, static duration => duration / 1_000_000);
    }

    private static CelFunction Getter(Func<DateTime, CelTimestamp, int> ofTime, Func<long, long>? ofDuration = null) => (arguments, isMember, _) =>
    {
        if (!isMember)
            return null;
        switch (arguments)
        {
            case [CelDuration duration] when ofDuration is not null:
                return CelInt.Of(ofDuration(duration.Nanoseconds));
            case [CelTimestamp time]:
                return CelInt.Of(ofTime(CelTime.ClockOf(time, 0)!.Value, time));
            case [CelTimestamp time, CelString zone]:
                var (offset, isValid) = CelTime.ZoneOf(zone.Value);
                if (!isValid)
                    return new CelError($"{DataJson.Quote(zone.Value)} is no time zone");
                return offset is null ? CelUnknown.Of(CelKind.Int)
                    : CelTime.ClockOf(time, offset.Value) is { } clock ? CelInt.Of(ofTime(clock, time)) : new CelError("the time is beyond the years 1 to 9999");
            default:
                return null;
        }
    };
}
