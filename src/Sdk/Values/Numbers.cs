namespace GitOps;

/// <summary>Numbers that C# has no literal for. Its members are in scope everywhere in a cluster's project.</summary>
public static class Numbers
{
    /// <summary>
    /// A number written in octal digits, as file modes are: <c>DefaultMode = Octal("0755")</c> is 493. C# reads the literal <c>0755</c> as the decimal number 755.
    /// </summary>
    /// <param name="digits">Octal digits; leading zeros make no difference.</param>
    /// <exception cref="FormatException">The text holds something else, or nothing.</exception>
    /// <exception cref="OverflowException">The number does not fit into an <see cref="int"/>.</exception>
    public static int Octal(string digits)
    {
        ArgumentNullException.ThrowIfNull(digits);
        if (digits.Length == 0 || digits.AsSpan().IndexOfAnyExceptInRange('0', '7') >= 0)
            throw new FormatException($"'{digits}' is no octal number: it takes the digits 0 to 7.");
        var number = 0;
        foreach (var digit in digits)
            number = checked((number * 8) + (digit - '0'));
        return number;
    }
}
