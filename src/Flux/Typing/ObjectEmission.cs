using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>A scalar of an emitted object: where it stands in the emitted text, and where it comes from.</summary>
/// <param name="IsKey">It is a key and not a value.</param>
internal readonly record struct EmittedScalar(int Start, int End, YamlScalar Origin, bool IsKey);

/// <summary>An object as it stands between build and substitution.</summary>
/// <param name="Scalars">In the order of the text.</param>
internal sealed record EmittedObject(string Text, IReadOnlyList<EmittedScalar> Scalars)
{
    /// <summary>The scalar in which an offset of the text lies, or <see langword="null"/> between scalars.</summary>
    public EmittedScalar? At(int offset)
    {
        var (low, high) = (0, Scalars.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (offset < Scalars[middle].Start)
                high = middle - 1;
            else if (offset >= Scalars[middle].End)
                low = middle + 1;
            else
                return Scalars[middle];
        }

        return null;
    }
}

/// <summary>
/// Writes a whole object as Flux does between build and substitution (sigs.k8s.io/yaml over go-yaml v2): keys sorted, quotes chosen anew, lists at the column of
/// their key. Byte for byte what <c>kubectl kustomize</c> prints.
/// </summary>
internal sealed class ObjectEmission
{
    private const int Indent = 2;

    /// <summary>A longer key, or one of several lines, stands behind <c>? </c> (emitterc.go yaml_emitter_check_simple_key).</summary>
    private const int LongestKey = 128;

    private readonly StringBuilder text = new();
    private readonly List<EmittedScalar> scalars = [];

    private ObjectEmission()
    {
    }

    public static EmittedObject Write(DataValue value)
    {
        var emission = new ObjectEmission();
        emission.Value(value, -Indent, isInMapping: false, column: 0);
        if (emission.text.Length == 0 || emission.text[emission.text.Length - 1] != '\n')
            emission.text.Append('\n');
        return new(emission.text.ToString(), emission.scalars);
    }

    /// <summary>The number as it is written.</summary>
    public static string Number(DataValue value)
    {
        if (value.Kind == DataKind.Integer)
            return value.Integer.ToString(CultureInfo.InvariantCulture);
        // Between the largest long and the largest ulong Go still has integers; the value has them as a double.
        if (value.Float >= long.MaxValue && value.Origin is YamlScalar { Yaml11: { Kind: YamlValueKind.Integer, Text: var digits } })
            return digits;
        var read = Yaml11.Resolve(GoNumbers.ToJson(value.Float));
        return read.Kind == YamlValueKind.Integer ? read.Text : GoNumbers.ToYaml(value.Float);
    }

    /// <param name="indent">Of the collection around the value.</param>
    /// <param name="column">Where the text goes on.</param>
    private void Value(DataValue value, int indent, bool isInMapping, int column)
    {
        switch (value.Kind)
        {
            case DataKind.Map when value.Fields.Count > 0:
                Map(value, indent + Indent, isInline: !isInMapping);
                break;
            case DataKind.List when value.Items.Count > 0:
                // A list under a key takes no indentation of its own.
                List(value, isInMapping ? indent : indent + Indent, isInline: !isInMapping);
                break;
            default:
                text.Append(isInMapping ? " " : "");
                Scalar(value, column + (isInMapping ? 1 : 0), indent + Indent);
                break;
        }
    }

    private void Map(DataValue map, int indent, bool isInline)
    {
        var fields = GoKeyOrder.Sorted(map.Fields);
        for (var i = 0; i < fields.Count; i++)
        {
            NewLine(indent, isInline && i == 0);
            var isSimple = fields[i].Name.IndexOf('\n') < 0 && Encoding.UTF8.GetByteCount(fields[i].Name) <= LongestKey;
            if (!isSimple)
                text.Append("? ");
            var start = text.Length;
            text.Append(YamlEmission.Write(fields[i].Name, indent + (isSimple ? 0 : Indent), indent + Indent, isKey: isSimple));
            if (fields[i].Origin is YamlScalar key)
                scalars.Add(new(start, text.Length, key, IsKey: true));
            var column = indent + text.Length - start + 1;
            if (!isSimple)
            {
                NewLine(indent, false);
                column = indent + 1;
            }

            text.Append(isSimple || IsScalar(fields[i].Value) ? ":" : ": ");
            Value(fields[i].Value, indent, isInMapping: isSimple || IsScalar(fields[i].Value), column);
        }
    }

    private void List(DataValue list, int indent, bool isInline)
    {
        for (var i = 0; i < list.Items.Count; i++)
        {
            NewLine(indent, isInline && i == 0);
            text.Append("- ");
            Value(list.Items[i], indent, isInMapping: false, indent + Indent);
        }
    }

    private void Scalar(DataValue value, int column, int indent)
    {
        var start = text.Length;
        switch (value.Kind)
        {
            case DataKind.Null:
                text.Append("null");
                break;
            case DataKind.Bool:
                text.Append(value.Bool ? "true" : "false");
                break;
            case DataKind.Integer or DataKind.Float:
                text.Append(Number(value));
                break;
            case DataKind.List:
                text.Append("[]");
                break;
            case DataKind.Map:
                text.Append("{}");
                break;
            default:
                text.Append(YamlEmission.Write(value.Text, column, indent));
                break;
        }

        if (value.Origin is YamlScalar scalar)
            scalars.Add(new(start, text.Length, scalar, IsKey: false));
    }

    private static bool IsScalar(DataValue value) => value is not ({ Kind: DataKind.Map, Fields.Count: > 0 } or { Kind: DataKind.List, Items.Count: > 0 });

    private void NewLine(int indent, bool isInline)
    {
        if (isInline)
            return;
        if (text.Length > 0 && text[text.Length - 1] != '\n')
            text.Append('\n');
        text.Append(' ', indent);
    }
}
