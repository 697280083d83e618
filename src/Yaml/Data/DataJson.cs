using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>Values as compact JSON.</summary>
internal static class DataJson
{
    public static string Write(DataValue value)
    {
        var json = new StringBuilder();
        Write(value, json);
        return json.ToString();
    }

    /// <summary>A JSON string.</summary>
    public static string Quote(string text)
    {
        var json = new StringBuilder(text.Length + 2);
        Quote(text, json);
        return json.ToString();
    }

    private static void Write(DataValue value, StringBuilder json)
    {
        switch (value.Kind)
        {
            case DataKind.Null:
                json.Append("null");
                break;
            case DataKind.Bool:
                json.Append(value.Bool ? "true" : "false");
                break;
            case DataKind.Integer:
                json.Append(value.Integer.ToString(CultureInfo.InvariantCulture));
                break;
            case DataKind.Float:
                json.Append(value.Float.ToString("R", CultureInfo.InvariantCulture));
                break;
            case DataKind.String when !value.IsPartial:
                Quote(value.Text, json);
                break;
            case DataKind.List:
                json.Append('[');
                Separated(value.Items, item => Write(item, json), value.IsPartial, json);
                json.Append(']');
                break;
            case DataKind.Map:
                json.Append('{');
                Separated(value.Fields, field =>
                {
                    Quote(field.Name, json);
                    json.Append(':');
                    Write(field.Value, json);
                }, value.IsPartial, json);
                json.Append('}');
                break;
            default:
                json.Append('?');
                break;
        }
    }

    private static void Separated<T>(IReadOnlyList<T> items, Action<T> write, bool isPartial, StringBuilder json)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (i > 0)
                json.Append(',');
            write(items[i]);
        }

        if (isPartial)
            json.Append(items.Count > 0 ? ",?" : "?");
    }

    private static void Quote(string text, StringBuilder json)
    {
        json.Append('"');
        foreach (var character in text)
            switch (character)
            {
                case '"': json.Append("\\\""); break;
                case '\\': json.Append("\\\\"); break;
                case '\n': json.Append("\\n"); break;
                case '\r': json.Append("\\r"); break;
                case '\t': json.Append("\\t"); break;
                case < ' ': json.Append("\\u").Append(((int)character).ToString("x4", CultureInfo.InvariantCulture)); break;
                default: json.Append(character); break;
            }

        json.Append('"');
    }
}
