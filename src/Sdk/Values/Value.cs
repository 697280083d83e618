namespace GitOps;

/// <summary>A number or a bool, or a substitution variable of the same type.</summary>
/// <typeparam name="T"><see cref="bool"/>, <see cref="int"/>, <see cref="long"/> or <see cref="double"/>.</typeparam>
public readonly struct Value<T> : IEquatable<Value<T>>
    where T : struct
{
    private readonly T literal;

    /// <summary>A literal value.</summary>
    public Value(T literal) => this.literal = literal;

    /// <summary>A value that Flux substitutes when it applies the object.</summary>
    public Value(Variable<T> variable)
    {
        ArgumentNullException.ThrowIfNull(variable.Expression);
        Expression = variable.Expression;
    }

    /// <summary>The substitution expression, or <see langword="null"/> when the value is a literal.</summary>
    public string? Expression { get; }

    /// <summary>The literal value.</summary>
    /// <exception cref="InvalidOperationException">The value is a substitution, known in the cluster only.</exception>
    public T Literal => Expression is null ? literal : throw new InvalidOperationException($"'{Expression}' is known in the cluster only.");

    /// <summary>A literal value.</summary>
    public static implicit operator Value<T>(T literal) => new(literal);

    /// <summary>A value that Flux substitutes when it applies the object.</summary>
    public static implicit operator Value<T>(Variable<T> variable) => new(variable);

    /// <inheritdoc/>
    public bool Equals(Value<T> other) => Expression == other.Expression && EqualityComparer<T>.Default.Equals(literal, other.literal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Value<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(literal, Expression);

    /// <inheritdoc/>
    public override string ToString() => Expression ?? Convert.ToString(literal, System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
