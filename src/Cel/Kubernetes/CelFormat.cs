namespace GitOps;

/// <summary>A named format: <c>format.dns1123Label()</c>.</summary>
internal sealed class CelFormat : CelValue
{
    private const int LongestLabel = 63;
    private const int LongestSubdomain = 253;

    private static readonly Dictionary<string, CelFormat> ByName = new[]
    {
        new CelFormat("dns1123Label", static text => Label(text, mayStartWithDigit: true)),
        new CelFormat("dns1123Subdomain", Subdomain),
        new CelFormat("dns1035Label", static text => Label(text, mayStartWithDigit: false)),
        new CelFormat("qualifiedName", QualifiedName),
        new CelFormat("dns1123LabelPrefix", static text => Label(WithoutDash(text), mayStartWithDigit: true)),
        new CelFormat("dns1123SubdomainPrefix", static text => Subdomain(WithoutDash(text))),
        new CelFormat("dns1035LabelPrefix", static text => Label(WithoutDash(text), mayStartWithDigit: false)),
        new CelFormat("labelValue", LabelValue),
        new CelFormat("uri", static text => CelUrl.IsUrl(text) ? null : "is no URI"),
        new CelFormat("uuid", static text => IsUuid(text) ? null : "is no UUID"),
        new CelFormat("byte", static text => text.Length > 0 && CelText.FromBase64(text) is not null ? null : "is no base64"),
        new CelFormat("date", static text => CelTime.ParseDate(text) is not null ? null : "is no date"),
        new CelFormat("datetime", static text => CelTime.ParseFormatDateTime(text) is not null ? null : "is no date and time"),
    }.ToDictionary(static format => format.Name, StringComparer.Ordinal);

    private readonly Func<string, string?> fault;

    private CelFormat(string name, Func<string, string?> fault)
    {
        Name = name;
        this.fault = fault;
    }

    public override CelKind Kind => CelKind.Format;

    public string Name { get; }

    /// <summary>What is wrong with a text, or <see langword="null"/>.</summary>
    public string? FaultOf(string text) => fault(text);

    public static CelFormat? Named(string name) => ByName.TryGetValue(name, out var format) ? format : null;

    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>A prefix may end with a dash: what is generated follows it.</summary>
    private static string WithoutDash(string text) => text.Length > 1 && text[text.Length - 1] == '-' ? text.Substring(0, text.Length - 2) + "a" : text;

    private static bool IsLower(char c) => c is >= 'a' and <= 'z';

    private static string? Label(string text, bool mayStartWithDigit)
    {
        if (text.Length > LongestLabel)
            return "is longer than 63 characters";
        var isValid = text.Length > 0 && (IsLower(text[0]) || mayStartWithDigit && CelLexer.IsDigit(text[0]))
            && (IsLower(text[text.Length - 1]) || CelLexer.IsDigit(text[text.Length - 1]))
            && text.All(static c => IsLower(c) || CelLexer.IsDigit(c) || c == '-');
        return isValid ? null : $"must be lower-case letters, digits and '-', start with a letter{(mayStartWithDigit ? " or digit" : "")} and not end with '-'";
    }

    private static string? Subdomain(string text) =>
        text.Length > LongestSubdomain ? "is longer than 253 characters"
        : text.Split('.').All(static part => part.Length > LongestLabel ? Label(part.Substring(0, 1) + part.Substring(part.Length - 1), true) is null && part.All(static c => IsLower(c) || CelLexer.IsDigit(c) || c == '-') : Label(part, true) is null)
            ? null
            : "must be lower-case letters, digits, '-' and '.', each part between dots starting and ending with a letter or digit";

    private static string? LabelValue(string text) =>
        text.Length > LongestLabel ? "is longer than 63 characters"
        : text.Length == 0 || IsName(text) ? null
        : "must be letters, digits, '-', '_' and '.', and start and end with a letter or digit";

    private static string? QualifiedName(string text)
    {
        var parts = text.Split('/');
        if (parts.Length > 2)
            return "must be a name with an optional prefix and '/' before it";
        var name = parts[parts.Length - 1];
        if (parts.Length == 2 && (parts[0].Length == 0 || Subdomain(parts[0]) is not null))
            return "its prefix must be a DNS subdomain";
        return name.Length is 0 or > LongestLabel || !IsName(name) ? "its name must be 1 to 63 letters, digits, '-', '_' and '.', and start and end with a letter or digit" : null;
    }

    private static bool IsName(string text) =>
        IsLetterOrDigit(text[0]) && IsLetterOrDigit(text[text.Length - 1]) && text.All(static c => IsLetterOrDigit(c) || c is '-' or '_' or '.');

    private static bool IsLetterOrDigit(char c) => c is >= '0' and <= '9' or >= 'a' and <= 'z' or >= 'A' and <= 'Z';

    /// <summary>32 hexadecimal digits, with or without the four dashes.</summary>
    private static bool IsUuid(string text)
    {
        var at = 0;
        foreach (var length in new[] { 8, 4, 4, 4, 12 })
        {
            if (at > 0 && at < text.Length && text[at] == '-')
                at++;
            for (var i = 0; i < length; i++, at++)
                if (at >= text.Length || !Uri.IsHexDigit(text[at]))
                    return false;
        }
        return at == text.Length;
    }
}
