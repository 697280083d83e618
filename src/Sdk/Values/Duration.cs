using System.Globalization;

namespace GitOps;

/// <summary>
/// A length of time as Flux and Kubernetes read it: numbers with the units <c>ms</c>, <c>s</c>, <c>m</c> and <c>h</c>, such as <c>1h30m</c>.
/// There is no unit for days: a day is <c>24h</c>. The text may hold a substitution such as <c>${INTERVAL:=1h}</c>.
/// </summary>
public readonly struct Duration : ITextValue, IEquatable<Duration>
{
    /// <summary>A duration from its text.</summary>
    /// <param name="text">For instance <c>30s</c>, <c>5m</c> or <c>1h30m</c>.</param>
    public Duration(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <inheritdoc/>
    public string? Text { get; }

    /// <summary>A duration from its text.</summary>
    public static implicit operator Duration(string text) => new(text);

    /// <summary>A duration from a time span, written with the largest units that fit: 90 minutes are <c>1h30m</c>.</summary>
    public static implicit operator Duration(TimeSpan time) => new(Format(time));

    /// <inheritdoc/>
    public bool Equals(Duration other) => Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Duration other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Text?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";

    private static string Format(TimeSpan time)
    {
        if (time < TimeSpan.Zero)
            throw new ArgumentOutOfRangeException(nameof(time), time, "A duration in a manifest is never negative.");
        if (time == TimeSpan.Zero)
            return "0s";
        var hours = (long)time.TotalHours;
        var text = new System.Text.StringBuilder();
        if (hours > 0)
            text.Append(hours.ToString(CultureInfo.InvariantCulture)).Append('h');
        if (time.Minutes > 0)
            text.Append(time.Minutes.ToString(CultureInfo.InvariantCulture)).Append('m');
        if (time.Seconds > 0)
            text.Append(time.Seconds.ToString(CultureInfo.InvariantCulture)).Append('s');
        if (time.Milliseconds > 0)
            text.Append(time.Milliseconds.ToString(CultureInfo.InvariantCulture)).Append("ms");
        if (text.Length == 0)
            throw new ArgumentOutOfRangeException(nameof(time), time, "The smallest duration in a manifest is one millisecond.");
        return text.ToString();
    }
}
