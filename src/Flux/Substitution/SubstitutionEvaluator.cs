using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>What a text becomes: the result, or the error that fails the object.</summary>
internal readonly record struct SubstitutionResult(string? Value, string? Error)
{
    /// <summary>Whether Flux would take it.</summary>
    public bool Succeeded => Error is null;

    /// <summary>The text asks for more than any memory, or anyone's patience, holds: the result was not made.</summary>
    public bool IsTooMuch { get; init; }
}

/// <summary>Puts values into a text, as fluxcd/pkg envsubst does (template.go, funcs.go).</summary>
internal static class SubstitutionEvaluator
{
    /// <summary>Characters of a result. Flux has no bound of its own, but the API server takes no object of half this size.</summary>
    private const int MostCharacters = 8_000_000;

    /// <summary>Characters that are looked at on the way to a result: about a second's work.</summary>
    private const long MostWork = 400_000_000;

    /// <summary>Evaluates a text; <paramref name="strict"/> (the default since Flux 2.9) fails on a variable that is not set and has no default.</summary>
    public static SubstitutionResult Evaluate(string text, IReadOnlyDictionary<string, string> variables, bool strict = true) =>
        Evaluate(SubstitutionText.Parse(text), name => variables.TryGetValue(name, out var value) ? value : null, strict);

    /// <summary>Evaluates a parsed text; the lookup gives <see langword="null"/> for a variable that is not set.</summary>
    public static SubstitutionResult Evaluate(SubstitutionText text, Func<string, string?> lookup, bool strict = true)
    {
        if (text.Error is { } error)
            return new(null, error.Message);
        var result = new StringBuilder(Math.Min(text.Text.Length, MostCharacters));
        var work = MostWork;
        try
        {
            return Append(result, text.Nodes, lookup, strict, ref work) is { } missing
                ? new(null, $"variable not set (strict mode): \"{missing}\"")
                : new(result.ToString(), null);
        }
        catch (TooMuchException)
        {
            return new(null, $"the text becomes longer than {MostCharacters / 1_000_000} million characters, which no API server takes, or too much must be looked at to make it") { IsTooMuch = true };
        }
    }

    /// <summary>Ends an evaluation that gets out of hand; never leaves this class.</summary>
    private sealed class TooMuchException : Exception;

    private static void Spend(ref long work, long characters)
    {
        if ((work -= characters) < 0)
            throw new TooMuchException();
    }

    private static void Bound(long characters)
    {
        if (characters > MostCharacters)
            throw new TooMuchException();
    }

    /// <summary>Gives the name of the variable that is missing, if one is.</summary>
    private static string? Append(StringBuilder result, IReadOnlyList<SubstitutionNode> nodes, Func<string, string?> lookup, bool strict, ref long work)
    {
        foreach (var node in nodes)
        {
            if (node is SubstitutionLiteral literal)
                result.Append(literal.Value);
            else if (AppendExpression(result, (SubstitutionExpression)node, lookup, strict, ref work) is { } missing)
                return missing;
            Bound(result.Length);
        }

        return null;
    }

    private static string? AppendExpression(StringBuilder result, SubstitutionExpression expression, Func<string, string?> lookup, bool strict, ref long work)
    {
        // Arguments are evaluated first, also a default that is not needed: ${A:-${B}} fails without B even when A is set.
        var arguments = new string[expression.Arguments.Count];
        for (var i = 0; i < arguments.Length; i++)
        {
            var argument = new StringBuilder();
            if (Append(argument, [expression.Arguments[i]], lookup, strict, ref work) is { } missing)
                return missing;
            arguments[i] = argument.ToString();
        }

        var value = lookup(expression.Name);
        if (value is null && strict && expression.IsRequired)
            return expression.Name;
        Spend(ref work, 1 + (value?.Length ?? 0));
        result.Append(Apply(expression.Operator, value ?? "", arguments, ref work));
        return null;
    }

    private static string Apply(string op, string value, string[] arguments, ref long work)
    {
        switch (op)
        {
            case ",":
                return First(value, static text => text.ToLowerInvariant());
            case ",,":
                return value.ToLowerInvariant();
            case "^":
                return First(value, static text => text.ToUpperInvariant());
            case "^^":
                return value.ToUpperInvariant();
            case "#" when arguments.Length == 0:
                return Utf8Text.Encode(value).Length.ToString(CultureInfo.InvariantCulture);
            case "#" or "##":
                return Trim(value, arguments[0], longest: op.Length == 2, ref work);
            case "%" or "%%":
                // The pattern's text is reversed too, so a class never matches at the end: `[a-c]` has become `]c-a[`.
                return Reverse(Trim(Reverse(value), Reverse(arguments[0]), longest: op.Length == 2, ref work));
            case ":":
                return Substring(value, arguments);
            case "/":
                return ReplaceFirst(value, arguments[0], arguments.Length > 1 ? arguments[1] : "");
            case "//":
                return arguments[0].Length == 0 ? value : ReplaceAll(value, arguments[0], arguments.Length > 1 ? arguments[1] : "");
            case "/#":
                return arguments.Length == 2 && value.StartsWith(arguments[0], StringComparison.Ordinal)
                    ? arguments[1] + value.Substring(arguments[0].Length)
                    : value;
            case "/%":
                return arguments.Length == 2 && value.EndsWith(arguments[0], StringComparison.Ordinal)
                    ? value.Substring(0, value.Length - arguments[0].Length) + arguments[1]
                    : value;
            default:
                return value.Length == 0 ? string.Concat(arguments) : value;
        }
    }

    private static string First(string value, Func<string, string> change)
    {
        if (value.Length == 0)
            return value;
        var length = char.IsSurrogatePair(value, 0) ? 2 : 1;
        return change(value.Substring(0, length)) + value.Substring(length);
    }

    private static string ReplaceFirst(string value, string pattern, string replacement)
    {
        var at = value.IndexOf(pattern, StringComparison.Ordinal);
        return at < 0 ? value : value.Substring(0, at) + replacement + value.Substring(at + pattern.Length);
    }

    private static string ReplaceAll(string value, string pattern, string replacement)
    {
        var count = 0L;
        for (var at = value.IndexOf(pattern, StringComparison.Ordinal); at >= 0; at = value.IndexOf(pattern, at + pattern.Length, StringComparison.Ordinal))
            count++;
        Bound(value.Length + (count * (replacement.Length - pattern.Length)));
        return count == 0 ? value : value.Replace(pattern, replacement);
    }

    /// <summary>A pattern that matches nothing, or is malformed, leaves the value as it is; an empty match never counts.</summary>
    private static string Trim(string value, string pattern, bool longest, ref long work)
    {
        var bytes = Utf8Text.Encode(value);
        var glob = Utf8Text.Encode(pattern);
        var cut = 0;
        // From the longest on, as Flux does: a pattern whose fault shows only there leaves the value alone too.
        for (var end = bytes.Length; end > 0; end--)
        {
            var steps = 0L;
            if (ShellGlob.IsMatch(glob, bytes, end, work, ref steps) is not { } matches)
                return value;
            Spend(ref work, steps);
            if (!matches)
                continue;
            cut = end;
            if (longest)
                break;
        }

        return cut == 0 ? value : Utf8Text.Decode(bytes, cut, bytes.Length);
    }

    private static string Reverse(string value)
    {
        var result = new StringBuilder(value.Length);
        for (var i = value.Length - 1; i >= 0; i--)
        {
            if (i > 0 && char.IsSurrogatePair(value, i - 1))
                result.Append(value[--i]).Append(value[i + 1]);
            else
                result.Append(value[i]);
        }

        return result.ToString();
    }

    /// <summary>Bytes from 0; an offset or a length that is no number gives the whole value; a negative one counts from the end.</summary>
    private static string Substring(string value, string[] arguments)
    {
        if (!TryNumber(arguments[0], out var start))
            return value;
        var bytes = Utf8Text.Encode(value);
        if (start < 0)
            start = Math.Max(0, bytes.Length + start);
        long end = bytes.Length;
        if (arguments.Length > 1)
        {
            if (!TryNumber(arguments[1], out var length))
                return value;
            end = length < 0 ? bytes.Length + length : length > bytes.Length ? bytes.Length : Math.Min(bytes.Length, start + length);
        }

        return start >= end ? "" : Utf8Text.Decode(bytes, (int)start, (int)end);
    }

    /// <summary>Go's Atoi: an optional sign and ASCII digits, 64 bits.</summary>
    private static bool TryNumber(string text, out long number)
    {
        number = 0;
        return text.Length > 0 && text.All(static c => c is >= '0' and <= '9' or '-' or '+')
            && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) && number > long.MinValue / 2;
    }
}
