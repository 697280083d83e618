namespace GitOps;

/// <summary>What an expression gave: a value, an error, or nothing that can be known.</summary>
/// <param name="IsTooCostly">It was not evaluated to its end: the budget was spent. The value is unknown then.</param>
internal readonly record struct CelResult(CelValue Value, bool IsTooCostly = false)
{
    public bool IsUnknown => Value.IsUnknown;

    /// <summary>What went wrong, or <see langword="null"/>. The API server takes an error for a rule that does not hold.</summary>
    public string? Error => (Value as CelError)?.Message;

    public bool IsTrue => Value == CelBool.True;

    public bool IsFalse => Value == CelBool.False;

    /// <summary>The rule surely does not hold: it is false, an error, or something other than a bool.</summary>
    public bool IsBroken => Value.IsKnown ? !IsTrue : Value.IsError;

    public override string ToString() => IsTooCostly ? "too costly" : Value.ToString();
}
