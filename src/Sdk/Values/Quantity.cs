using System.Globalization;

namespace GitOps;

/// <summary>
/// An amount of a resource as Kubernetes reads it: <c>500m</c> of CPU, <c>5Gi</c> of storage (binary units <c>Ki Mi Gi Ti Pi Ei</c>, decimal units
/// <c>m k M G T P E</c>). The text may hold a substitution such as <c>${CAPACITY:=5Gi}</c>.
/// </summary>
public readonly struct Quantity : ITextValue, IEquatable<Quantity>
{
    /// <summary>A quantity from its text.</summary>
    /// <param name="text">For instance <c>100m</c>, <c>1.5</c> or <c>10Gi</c>.</param>
    public Quantity(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <inheritdoc/>
    public string? Text { get; }

    /// <summary>A quantity from its text.</summary>
    public static implicit operator Quantity(string text) => new(text);

    /// <summary>A whole number of the resource's own unit: CPUs, bytes, pieces.</summary>
    public static implicit operator Quantity(int amount) => new(amount.ToString(CultureInfo.InvariantCulture));

    /// <summary>A whole number of the resource's own unit: CPUs, bytes, pieces.</summary>
    public static implicit operator Quantity(long amount) => new(amount.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public bool Equals(Quantity other) => Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Quantity other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Text?.GetHashCode(StringComparison.Ordinal) ?? 0;

    /// <inheritdoc/>
    public override string ToString() => Text ?? "";
}
