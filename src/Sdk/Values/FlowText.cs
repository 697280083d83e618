using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>
/// Collections as the value of a variable: JSON in one line, which is YAML's flow form. Flux puts the value where <c>${X}</c> stands and reads the result as
/// YAML, so a list field gets the list. A <c>'</c> is written as its code: a component may hand the value on between single quotes.
/// </summary>
internal static class FlowText
{
    public static string Of(IEnumerable<string> items)
    {
        var text = new StringBuilder("[");
        foreach (var item in items)
        {
            Separate(text, '[');
            Append(text, item);
        }

        return text.Append(']').ToString();
    }

    public static string Of(IEnumerable<KeyValuePair<string, string>> entries)
    {
        var text = new StringBuilder("{");
        foreach (var (name, value) in entries)
        {
            Separate(text, '{');
            Append(text, name);
            text.Append(':');
            Append(text, value);
        }

        return text.Append('}').ToString();
    }

    /// <summary>A free-form value. A text, number or bool stands as it is, for it is the whole value.</summary>
    public static string Of(Values values)
    {
        if (values.Scalar is not null || values.Content is Values.PlainText)
            return values.ToString();
        var text = new StringBuilder();
        Append(text, values);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Values values)
    {
        switch (values.Content)
        {
            case string scalar:
                Append(text, scalar);
                break;
            case Values.NullMark:
                text.Append("null");
                break;
            case bool or long or Values.PlainText:
                text.Append(values);
                break;
            case double number when double.IsFinite(number):
                text.Append(number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case Values[] items:
                text.Append('[');
                foreach (var item in items)
                {
                    Separate(text, '[');
                    Append(text, item);
                }

                text.Append(']');
                break;
            case Model or double:
                throw new InvalidOperationException($"{values} cannot be a part of a variable's value: write its fields out.");
            default:
                text.Append('{');
                foreach (var (name, value) in values.Mapping)
                {
                    Separate(text, '{');
                    Append(text, name);
                    text.Append(':');
                    Append(text, value);
                }

                text.Append('}');
                break;
        }
    }

    private static void Separate(StringBuilder text, char opening)
    {
        if (text[^1] != opening)
            text.Append(',');
    }

    // The ASCII characters that JSON escapes, the single quote, and whatever a YAML reader may take for a line break or for nothing.
    private static void Append(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\')
                text.Append('\\').Append(c);
            else if (c is < ' ' or '\'' or '\u007f' or '\u0085' or '\u2028' or '\u2029' or '\ufeff')
                text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else
                text.Append(c);
        }

        text.Append('"');
    }
}
