namespace GitOps;

/// <summary>
/// How closely Flux watches an app: <c>public static Tier Critical { get; } = new("critical", "5m");</c>. The app's interval is the tier's unless it says another, and one that is
/// shorter than the tier's minimum is warned about (GOPS1016): many apps that are compared every minute keep the controllers from those that matter.
/// </summary>
/// <param name="Name">What messages call it.</param>
/// <param name="Interval">The interval of its apps.</param>
public sealed record Tier(string Name, Duration Interval)
{
    /// <summary>The least interval that an app may say itself. Default: the tier's.</summary>
    public Duration? Minimum { get; init; }
}
