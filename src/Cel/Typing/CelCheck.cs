namespace GitOps;

/// <summary>What the checker says of an expression before it is evaluated.</summary>
/// <param name="Type">What it gives; <see cref="CelType.Dyn"/> where only the evaluation tells.</param>
/// <param name="Error">Why it would not be accepted (a name that does not exist, types that do not fit), or <see langword="null"/>.</param>
/// <param name="Offset">Where the error is, in characters of the expression.</param>
internal sealed record CelCheck(CelType Type, string? Error = null, int Offset = 0);
