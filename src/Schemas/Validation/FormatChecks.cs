using System.Globalization;

namespace GitOps;

/// <summary>
/// The formats of strings that the API server checks, and how: apiextensions-apiserver's validation/formats.go has the list, kube-openapi's strfmt the checks. Every other
/// format (<c>int-or-string</c>, <c>date-time-rfc1123</c>, what OpenAPI invents) is ignored there and here.
/// </summary>
internal static class FormatChecks
{
    private static readonly Dictionary<string, Func<string, bool>> All = new(StringComparer.Ordinal)
    {
        ["uri"] = static text => CelUrl.IsUrl(text),
        ["email"] = IsEmail,
        ["hostname"] = IsHostname,
        ["ipv4"] = static text => text.IndexOf('.') >= 0 && SloppyAddress(text) is not null,
        ["ipv6"] = static text => text.IndexOf(':') >= 0 && text.IndexOf('%') < 0 && CelIp.Bytes(text) is not null,
        ["cidr"] = IsCidr,
        ["mac"] = IsMac,
        ["uuid"] = static text => IsUuid(text, 'x', false),
        ["uuid3"] = static text => IsUuid(text, '3', false),
        ["uuid4"] = static text => IsUuid(text, '4', true),
        ["uuid5"] = static text => IsUuid(text, '5', true),
        ["isbn"] = static text => IsIsbn10(text) || IsIsbn13(text),
        ["isbn10"] = IsIsbn10,
        ["isbn13"] = IsIsbn13,
        ["creditcard"] = IsCreditCard,
        ["ssn"] = static text => text.Length == 11 && Matches(@"^\d{3}[- ]?\d{2}[- ]?\d{4}$", text),
        ["hexcolor"] = static text => Matches("^#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$", text),
        ["rgbcolor"] = static text => Matches(@"^rgb\(\s*(0|[1-9]\d?|1\d\d?|2[0-4]\d|25[0-5])\s*,\s*(0|[1-9]\d?|1\d\d?|2[0-4]\d|25[0-5])\s*,\s*(0|[1-9]\d?|1\d\d?|2[0-4]\d|25[0-5])\s*\)$", text),
        ["byte"] = IsBase64,
        ["password"] = static _ => true,
        ["bsonobjectid"] = static text => text.Length == 24 && text.All(Uri.IsHexDigit),
        ["date"] = static text => CelTime.ParseDate(text) is not null,
        ["duration"] = IsDuration,
        ["datetime"] = IsDateTime,
        ["k8sshortname"] = static text => text.Length <= 63 && IsNamePart(text),
        ["k8slongname"] = static text => text.Length <= 253 && text.Split('.').All(IsNamePart),
    };

    /// <summary>The check of a format; null when the server knows none.</summary>
    public static Func<string, bool>? Of(string? format) => format is not null && All.TryGetValue(format.Replace("-", ""), out var check) ? check : null;

    /// <summary>As Go unmarshals a metav1.Time: RFC 3339, nothing looser.</summary>
    public static bool IsRfc3339(string text) => CelTime.ParseTimestamp(text) is not null;

    private static bool Matches(string pattern, string text) => Re2.Compile(pattern).IsMatch(text) ?? true;

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsNamePart(string part) =>
        part.Length > 0 && part[0] != '-' && part[part.Length - 1] != '-' && part.All(static c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');

    /// <summary>Base64 with its padding, and not empty: govalidator's pattern, not a decoder.</summary>
    public static bool IsBase64(string text)
    {
        if (text.Length == 0 || text.Length % 4 != 0)
            return false;
        var letters = text.EndsWith("==", StringComparison.Ordinal) ? text.Length - 2 : text.EndsWith("=", StringComparison.Ordinal) ? text.Length - 1 : text.Length;
        for (var i = 0; i < letters; i++)
            if (text[i] is not ((>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '+' or '/'))
                return false;
        return true;
    }

    /// <summary>A date, a <c>t</c> in either case, and a time with zone. Months and days are checked, the zone's hours are not; two <c>t</c> do no harm if the second part is a time.</summary>
    private static bool IsDateTime(string text)
    {
        var parts = text.ToLowerInvariant().Split('t');
        if (text.Length < 4 || parts.Length < 2 || CelTime.ParseDate(parts[0]) is null || !Matches("^([0-9]{2}):([0-9]{2}):([0-9]{2})(.[0-9]+)?(z|([+-][0-9]{2}:[0-9]{2}))$", parts[1]))
            return false;
        return string.CompareOrdinal(parts[1].Substring(0, 2), "23") <= 0 && parts[1][3] <= '5' && parts[1][6] <= '5';
    }

    /// <summary>What Go reads, or any text in which a number stands before a unit of time, days and weeks among them.</summary>
    private static bool IsDuration(string text)
    {
        if (CelTime.ParseDuration(text) is not null)
            return true;
        var isOne = false;
        for (var i = 0; i < text.Length;)
        {
            if (!IsDigit(text[i]))
            {
                i++;
                continue;
            }

            var from = i;
            while (i < text.Length && IsDigit(text[i]))
                i++;
            var number = text.Substring(from, i - from);
            var unitAt = i;
            while (unitAt < text.Length && text[unitAt] is ' ' or '\t' or '\n' or '\r' or '\f')
                unitAt++;
            var end = unitAt;
            while (end < text.Length && text[end] is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or 'µ')
                end++;
            if (end == unitAt)
                continue;
            if (!long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                return false;
            isOne |= IsUnit(text.Substring(unitAt, end - unitAt).ToLowerInvariant());
            i = end;
        }

        return isOne;
    }

    private static bool IsUnit(string unit)
    {
        foreach (var word in new[] { "nano", "micro", "milli", "sec", "min", "hour", "day", "week" })
            if (unit.StartsWith(word, StringComparison.Ordinal))
                return true;
        return unit is "ns" or "us" or "µs" or "ms" or "s" or "m" or "h" or "hr" or "d" or "w" or "wk";
    }

    private static bool IsHostname(string text)
    {
        // The server's pattern counts Unicode letters and symbols as letters; what is not ASCII is left to it.
        if (text.Any(static c => c > 127))
            return true;
        const string letter = "[a-zA-Z0-9$+<=>^`|~]";
        return Matches($"^({letter}((-?{letter}{{0,62}})?)|({letter}(([a-zA-Z0-9$+<=>^`|~-]{{0,61}}{letter})?)(\\.)){{1,}}([a-zA-Z]){{2,63}})$", text)
            && text.Length <= 255 && text.Split('.').All(static part => part.Length <= 63);
    }

    /// <summary>net/mail's grammar is large (names, comments, quotes); only what is certainly no address is said to be none.</summary>
    private static bool IsEmail(string text)
    {
        var at = text.LastIndexOf('@');
        return at > 0 && at < text.Length - 1 && text.Trim().Length > 0;
    }

    /// <summary>Go before 1.17 took leading zeros, and Kubernetes still does.</summary>
    private static byte[]? SloppyAddress(string text)
    {
        if (text.IndexOf('%') >= 0)
            return null;
        var colon = text.LastIndexOf(':');
        var parts = text.Substring(colon + 1).Split('.');
        if (parts.Length != 4)
            return CelIp.Bytes(text);
        for (var i = 0; i < 4; i++)
        {
            if (parts[i].Length == 0 || !parts[i].All(IsDigit))
                return null;
            var trimmed = parts[i].TrimStart('0');
            parts[i] = trimmed.Length == 0 ? "0" : trimmed;
        }

        return CelIp.Bytes(text.Substring(0, colon + 1) + string.Join(".", parts));
    }

    private static bool IsCidr(string text)
    {
        var slash = text.IndexOf('/');
        if (slash < 0 || SloppyAddress(text.Substring(0, slash)) is not { } address)
            return false;
        var bits = text.Substring(slash + 1);
        var isV4 = text.IndexOf(':') < 0 || slash < text.IndexOf(':');
        return bits.Length is > 0 and <= 4 && bits.All(IsDigit) && int.Parse(bits, CultureInfo.InvariantCulture) <= (isV4 && address.Length == 4 ? 32 : 128);
    }

    /// <summary>6, 8 or 20 bytes: pairs with ':' or '-', or groups of four with '.'.</summary>
    private static bool IsMac(string text)
    {
        if (text.Length < 14)
            return false;
        var separator = text[2] is ':' or '-' ? text[2] : text[4] == '.' ? '.' : '\0';
        if (separator == '\0')
            return false;
        var digits = separator == '.' ? 4 : 2;
        var groups = text.Split(separator);
        return groups.Length * digits / 2 is 6 or 8 or 20 && groups.All(group => group.Length == digits && group.All(Uri.IsHexDigit));
    }

    private static bool IsUuid(string text, char version, bool hasVariant)
    {
        var at = 0;
        var digits = new List<char>(32);
        foreach (var length in new[] { 8, 4, 4, 4, 12 })
        {
            if (at > 0 && at < text.Length && text[at] == '-')
                at++;
            for (var i = 0; i < length; i++, at++)
            {
                if (at >= text.Length || !Uri.IsHexDigit(text[at]))
                    return false;
                digits.Add(text[at]);
            }
        }

        return at == text.Length && (version == 'x' || digits[12] == version) && (!hasVariant || digits[16] is '8' or '9' or 'a' or 'b' or 'A' or 'B');
    }

    private static string WithoutBlanks(string text) => new(text.Where(static c => c is not ('-' or ' ' or '\t' or '\n' or '\f' or '\r')).ToArray());

    private static bool IsIsbn10(string text)
    {
        var isbn = WithoutBlanks(text);
        if (isbn.Length != 10 || !isbn.Take(9).All(IsDigit) || !IsDigit(isbn[9]) && isbn[9] != 'X')
            return false;
        var sum = 0;
        for (var i = 0; i < 10; i++)
            sum += (i + 1) * (isbn[i] == 'X' ? 10 : isbn[i] - '0');
        return sum % 11 == 0;
    }

    private static bool IsIsbn13(string text)
    {
        var isbn = WithoutBlanks(text);
        if (isbn.Length != 13 || !isbn.All(IsDigit))
            return false;
        var sum = 0;
        for (var i = 0; i < 12; i++)
            sum += (i % 2 == 0 ? 1 : 3) * (isbn[i] - '0');
        return isbn[12] - '0' == (10 - sum % 10) % 10;
    }

    private static bool IsCreditCard(string text)
    {
        var digits = new string(text.Where(IsDigit).ToArray());
        if (!Matches(@"^(?:4[0-9]{12}(?:[0-9]{3})?|5[1-5][0-9]{14}|6(?:011|5[0-9][0-9])[0-9]{12}|3[47][0-9]{13}|3(?:0[0-5]|[68][0-9])[0-9]{11}|(?:2131|1800|35\d{3})\d{11})$", digits))
            return false;
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            sum += i % 2 == 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
        }

        return sum % 10 == 0;
    }
}
