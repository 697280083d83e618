namespace GitOps;

/// <summary>A variable and what it is set to.</summary>
/// <param name="Value">Its value, or <see langword="null"/> when only the cluster knows it (a secret's key).</param>
internal sealed record VariableAssignment(string Name, string? Value, FindingPlace? Place = null)
{
    /// <summary>The component whose property sets it, or <see langword="null"/>.</summary>
    public string? Component { get; init; }

    /// <summary>Filled in by the SDK (<c>APP</c>, <c>NAMESPACE</c>): nobody is told that it is unused.</summary>
    public bool IsImplied { get; init; }

    /// <summary>The value when it is known: one that holds an expression itself is not.</summary>
    public string? KnownValue => Value is null || SubstitutionText.MayHoldExpressions(Value) ? null : Value;
}
