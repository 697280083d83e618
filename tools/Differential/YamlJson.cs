using System.Globalization;
using System.Text;

namespace GitOps.Differential;

/// <summary>JSON that every reader of YAML takes: control characters as YAML's escapes, numbers without exponents.</summary>
internal static class YamlJson
{
    public static string Write(DataValue value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(DataValue value, StringBuilder text)
    {
        switch (value.Kind)
        {
            case DataKind.Map:
                text.Append('{');
                for (var i = 0; i < value.Fields.Count; i++)
                {
                    text.Append(i > 0 ? ", " : "");
                    Quote(value.Fields[i].Name, text);
                    text.Append(": ");
                    Write(value.Fields[i].Value, text);
                }

                text.Append('}');
                break;
            case DataKind.List:
                text.Append('[');
                for (var i = 0; i < value.Items.Count; i++)
                {
                    text.Append(i > 0 ? ", " : "");
                    Write(value.Items[i], text);
                }

                text.Append(']');
                break;
            case DataKind.String:
                Quote(value.Text, text);
                break;
            case DataKind.Float:
                text.Append(value.Float.ToString("0.0###############", CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(value);
                break;
        }
    }

    private static void Quote(string value, StringBuilder text)
    {
        text.Append('"');
        foreach (var c in value)
            switch (c)
            {
                case '"' or '\\': text.Append('\\').Append(c); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ' or (>= '\u007f' and <= '\u00a0') or '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff': text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture)); break;
                default: text.Append(c); break;
            }

        text.Append('"');
    }
}
