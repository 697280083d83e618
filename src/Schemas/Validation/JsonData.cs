using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>Compact JSON, as the model keeps defaults and enum values, as values.</summary>
internal static class JsonData
{
    public static DataValue Read(string json)
    {
        var at = 0;
        return Read(json, ref at);
    }

    private static DataValue Read(string json, ref int at)
    {
        SkipBlanks(json, ref at);
        switch (json[at])
        {
            case '"':
                return DataValue.Of(ReadString(json, ref at));
            case '[':
                var items = new List<DataValue>();
                at++;
                for (SkipBlanks(json, ref at); json[at] != ']'; SkipComma(json, ref at))
                    items.Add(Read(json, ref at));
                at++;
                return DataValue.List(items);
            case '{':
                var fields = new List<DataField>();
                at++;
                for (SkipBlanks(json, ref at); json[at] != '}'; SkipComma(json, ref at))
                {
                    var name = ReadString(json, ref at);
                    SkipBlanks(json, ref at);
                    at++;
                    fields.Add(new DataField(name, Read(json, ref at)));
                }

                at++;
                return DataValue.Map(fields);
            default:
                var from = at;
                while (at < json.Length && json[at] is not (',' or ']' or '}' or ' '))
                    at++;
                return Word(json.Substring(from, at - from));
        }
    }

    private static DataValue Word(string word) => word switch
    {
        "null" => DataValue.Null(),
        "true" => DataValue.Of(true),
        "false" => DataValue.Of(false),
        _ when long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) => DataValue.Of(integer),
        _ => DataValue.Of(double.Parse(word, NumberStyles.Float, CultureInfo.InvariantCulture)),
    };

    private static void SkipBlanks(string json, ref int at)
    {
        while (at < json.Length && json[at] is ' ' or '\n' or '\r' or '\t')
            at++;
    }

    private static void SkipComma(string json, ref int at)
    {
        SkipBlanks(json, ref at);
        if (json[at] == ',')
            at++;
        SkipBlanks(json, ref at);
    }

    private static string ReadString(string json, ref int at)
    {
        var read = new StringBuilder();
        for (at++; json[at] != '"'; at++)
        {
            if (json[at] != '\\')
            {
                read.Append(json[at]);
                continue;
            }

            switch (json[++at])
            {
                case 'n': read.Append('\n'); break;
                case 'r': read.Append('\r'); break;
                case 't': read.Append('\t'); break;
                case 'b': read.Append('\b'); break;
                case 'f': read.Append('\f'); break;
                case 'u':
                    read.Append((char)int.Parse(json.Substring(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                    at += 4;
                    break;
                case var c: read.Append(c); break;
            }
        }

        at++;
        return read.ToString();
    }
}
