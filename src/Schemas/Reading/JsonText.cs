using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>A YAML value as compact JSON.</summary>
internal static class JsonText
{
    public static string Of(YamlNode node)
    {
        var json = new StringBuilder();
        Append(json, node);
        return json.ToString();
    }

    public static string Quote(string text)
    {
        var json = new StringBuilder(text.Length + 2);
        Append(json, text);
        return json.ToString();
    }

    private static void Append(StringBuilder json, YamlNode node)
    {
        switch (node)
        {
            case YamlMapping mapping:
                json.Append('{');
                for (var i = 0; i < mapping.Entries.Count; i++)
                {
                    if (i > 0)
                        json.Append(',');
                    Append(json, mapping.Entries[i].Name);
                    json.Append(':');
                    Append(json, mapping.Entries[i].Value);
                }
                json.Append('}');
                break;
            case YamlSequence sequence:
                json.Append('[');
                for (var i = 0; i < sequence.Items.Count; i++)
                {
                    if (i > 0)
                        json.Append(',');
                    Append(json, sequence.Items[i]);
                }
                json.Append(']');
                break;
            case YamlScalar scalar:
                var value = scalar.Core;
                if (value.Kind == YamlValueKind.String)
                    Append(json, value.Text);
                else
                    json.Append(value.Text);
                break;
        }
    }

    private static void Append(StringBuilder json, string text)
    {
        json.Append('"');
        foreach (var c in text)
            switch (c)
            {
                case '"' or '\\':
                    json.Append('\\').Append(c);
                    break;
                case '\n':
                    json.Append("\\n");
                    break;
                case < ' ':
                    json.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
                    break;
                default:
                    json.Append(c);
                    break;
            }
        json.Append('"');
    }
}
