using System.Text;

namespace GitOps;

/// <summary>
/// From a C# class name to a Kubernetes name, and the grammars of Kubernetes' names. The rule and its table are docs/names.md;
/// every <c>…Fault</c> method gives <see langword="null"/> for a good name, else what is wrong with it.
/// </summary>
internal static class KubernetesNames
{
    /// <summary>The longest DNS-1123 label.</summary>
    public const int MaxLabel = 63;

    /// <summary>The longest DNS-1123 subdomain.</summary>
    public const int MaxSubdomain = 253;

    /// <summary>
    /// <c>K8sGateway</c> is <c>k8s-gateway</c>. An upper-case letter starts a word when it follows a lower-case letter, or when it follows anything
    /// else and a lower-case letter comes after it; digits stay with the word before them. One <c>_</c> before a leading digit is dropped
    /// (C# needs it there); any other is kept, and no Kubernetes name allows it.
    /// </summary>
    public static string FromClassName(string className)
    {
        var start = className.Length > 1 && className[0] == '_' && IsDigit(className[1]) ? 1 : 0;
        var name = new StringBuilder(className.Length + 4);
        for (var i = start; i < className.Length; i++)
        {
            var c = className[i];
            if (IsUpper(c) && i > start && className[i - 1] != '_'
                && (IsLower(className[i - 1]) || (i + 1 < className.Length && IsLower(className[i + 1]))))
                name.Append('-');
            name.Append(IsUpper(c) ? (char)(c + 32) : c);
        }

        return name.ToString();
    }

    /// <summary>A name of most objects inside a namespace's DNS: lower-case letters, digits and '-', at most 63 characters.</summary>
    public static string? LabelFault(string name) =>
        name.Length == 0 ? "is empty"
        : name.Length > MaxLabel ? $"has {name.Length} characters, {MaxLabel} are the most"
        : LabelCharacterFault(name, "lower-case letters, digits and '-'");

    /// <summary>A Service's name: a label that starts with a letter (DNS-1035).</summary>
    public static string? ServiceFault(string name) =>
        LabelFault(name) ?? (IsDigit(name[0]) ? "starts with a digit, a Service's name starts with a letter" : null);

    /// <summary>The name of most objects: labels joined by dots, at most 253 characters.</summary>
    public static string? SubdomainFault(string name)
    {
        if (name.Length == 0)
            return "is empty";
        if (name.Length > MaxSubdomain)
            return $"has {name.Length} characters, {MaxSubdomain} are the most";
        foreach (var part in name.Split('.'))
        {
            if (part.Length == 0)
                return "has a '.' at an end or two in a row";
            if (LabelCharacterFault(part, "lower-case letters, digits, '-' and '.'") is { } fault)
                return fault;
        }

        return null;
    }

    /// <summary>A label's key: an optional DNS prefix and '/', then at most 63 letters, digits, '-', '_', '.'.</summary>
    public static string? LabelKeyFault(string key) => QualifiedNameFault(key, lowerPrefix: true);

    /// <summary>An annotation's key: as a label's, but the API server takes the prefix in any case.</summary>
    public static string? AnnotationKeyFault(string key) => QualifiedNameFault(key, lowerPrefix: false);

    /// <summary>A label's value: empty, or at most 63 letters, digits, '-', '_', '.', with a letter or digit at both ends.</summary>
    public static string? LabelValueFault(string value) => value.Length == 0 ? null : QualifiedPartFault(value);

    /// <summary>A key of a ConfigMap or a Secret.</summary>
    public static string? DataKeyFault(string key)
    {
        if (key.Length == 0)
            return "is empty";
        if (key.Length > MaxSubdomain)
            return $"has {key.Length} characters, {MaxSubdomain} are the most";
        foreach (var c in key)
            if (!IsWordCharacter(c))
                return $"holds {Quote(c)}, only letters, digits, '-', '_' and '.' are allowed";
        return key == "." || key.StartsWith("..", StringComparison.Ordinal) ? "is '.' or starts with '..'" : null;
    }

    private static string? QualifiedNameFault(string key, bool lowerPrefix)
    {
        var slash = key.IndexOf('/');
        if (slash < 0)
            return QualifiedPartFault(key);
        var prefix = key.Substring(0, slash);
        if (SubdomainFault(lowerPrefix ? prefix : prefix.ToLowerInvariant()) is { } fault)
            return $"has a prefix that {fault}";
        var name = key.Substring(slash + 1);
        return name.IndexOf('/') >= 0 ? "has more than one '/'" : QualifiedPartFault(name);
    }

    private static string? QualifiedPartFault(string name)
    {
        if (name.Length == 0)
            return "is empty";
        if (name.Length > MaxLabel)
            return $"has {name.Length} characters, {MaxLabel} are the most";
        foreach (var c in name)
            if (!IsWordCharacter(c))
                return $"holds {Quote(c)}, only letters, digits, '-', '_' and '.' are allowed";
        return IsLetterOrDigit(name[0]) && IsLetterOrDigit(name[name.Length - 1]) ? null : "does not start and end with a letter or digit";
    }

    private static string? LabelCharacterFault(string part, string allowed)
    {
        foreach (var c in part)
            if (!IsLower(c) && !IsDigit(c) && c != '-')
                return $"holds {Quote(c)}, only {allowed} are allowed";
        return part[0] == '-' || part[part.Length - 1] == '-' ? "starts or ends with '-'" : null;
    }

    private static string Quote(char c) => c < ' ' || char.IsSurrogate(c) ? $"U+{(int)c:X4}" : $"'{c}'";

    private static bool IsWordCharacter(char c) => IsLetterOrDigit(c) || c is '-' or '_' or '.';

    private static bool IsLetterOrDigit(char c) => IsLower(c) || IsUpper(c) || IsDigit(c);

    private static bool IsLower(char c) => c is >= 'a' and <= 'z';

    private static bool IsUpper(char c) => c is >= 'A' and <= 'Z';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
