using System.Text;

namespace GitOps;

/// <summary>Field names as they stand in YAML: the runtime writes generated names as they are, so those that would read as something else bring their quotes along.</summary>
internal static class YamlKey
{
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "y", "n", "yes", "no", "on", "off", "true", "false", "null" };

    public static string Of(string name)
    {
        if (name.Length > 0 && IsLetter(name[0]) && name.All(static character => IsLetter(character) || character is (>= '0' and <= '9') or '_' or '-') && !Words.Contains(name))
            return name;
        var quoted = new StringBuilder("\"");
        foreach (var character in name)
        {
            if (character is '"' or '\\')
                quoted.Append('\\').Append(character);
            else if (character is < ' ' or (>= '\u007F' and <= '\u00A0') or '\u2028' or '\u2029' or '\uFEFF' || char.IsSurrogate(character))
                quoted.Append("\\u").Append(((int)character).ToString("X4", System.Globalization.CultureInfo.InvariantCulture));
            else
                quoted.Append(character);
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}
