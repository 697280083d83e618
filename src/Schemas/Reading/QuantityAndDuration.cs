namespace GitOps;

/// <summary>The patterns by which CRDs say that a text is a quantity or a duration.</summary>
internal static class QuantityAndDuration
{
    // apimachinery, api/resource/quantity.go, as controller-gen writes it.
    public const string QuantityPattern = @"^(\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\+|-)?(([0-9]+(\.[0-9]*)?)|(\.[0-9]+))))?$";

    public static bool IsQuantity(string? pattern) => pattern == QuantityPattern;

    /// <summary>A pattern of numbers and the units of time, and of nothing else.</summary>
    public static bool IsDuration(string? pattern)
    {
        if (pattern is null || pattern.Length > 80 || pattern.IndexOf("ms", StringComparison.Ordinal) < 0 || !pattern.StartsWith("^", StringComparison.Ordinal) || !pattern.EndsWith("$", StringComparison.Ordinal))
            return false;
        foreach (var c in pattern)
            if (!(YamlNumbers.IsDigit(c) || "^$()[]{}|+*?.,-\\nsumµh".IndexOf(c) >= 0))
                return false;
        return pattern.IndexOf('h') >= 0 && pattern.IndexOf("[0-9]", StringComparison.Ordinal) >= 0;
    }
}
