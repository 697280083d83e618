namespace GitOps;

/// <summary>What became of a text: an expression, or an error with its place.</summary>
/// <param name="Offset">Where the error is, in characters of the text.</param>
internal sealed record CelParse(CelExpression? Expression, string? Error = null, int Offset = 0);
