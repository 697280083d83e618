using System.Globalization;

namespace GitOps;

/// <summary>A number or a text, where Kubernetes takes either: a port by number or name, a count or a percentage.</summary>
public readonly struct IntOrString : IEquatable<IntOrString>
{
    private readonly long number;
    private readonly string? text;
    private readonly bool isSet;

    /// <summary>A number.</summary>
    public IntOrString(long number)
    {
        this.number = number;
        isSet = true;
    }

    /// <summary>A text. One that looks like a number stays a text: it is written with quotes.</summary>
    public IntOrString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        this.text = text;
        isSet = true;
    }

    /// <summary>The text, or <see langword="null"/> when this is a number.</summary>
    public string? Text => text;

    /// <summary>The number; 0 when this is a text.</summary>
    public long Number => number;

    internal bool IsSet => isSet;

    /// <summary>A number.</summary>
    public static implicit operator IntOrString(int number) => new(number);

    /// <summary>A number.</summary>
    public static implicit operator IntOrString(long number) => new(number);

    /// <summary>A text.</summary>
    public static implicit operator IntOrString(string text) => new(text);

    /// <inheritdoc/>
    public bool Equals(IntOrString other) => isSet == other.isSet && number == other.number && text == other.text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is IntOrString other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(isSet, number, text);

    /// <inheritdoc/>
    public override string ToString() => text ?? number.ToString(CultureInfo.InvariantCulture);
}
