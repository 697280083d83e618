using System.Text;

namespace GitOps;

/// <summary>
/// The compact form of known shapes: a line for each, its name and then its fields (<c>name:type</c>; <c>!</c> required, <c>?</c> recent). Types are
/// a letter each, <c>@Name</c> for an object, <c>[…]</c> for a list and <c>{…}</c> for a map.
/// </summary>
internal static class KnownShapesText
{
    private const string Letters = "sildbxqtOLMfa";

    public static string Embedded()
    {
        using var stream = typeof(KnownShapesText).Assembly.GetManifestResourceStream("core-shapes.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    public static KnownShapes Read(string csharpNamespace, string text)
    {
        var shapes = new List<KnownShape>();
        foreach (var line in text.Split('\n'))
        {
            var parts = line.Split([' '], StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length > 1)
                shapes.Add(new KnownShape(new SchemaTypeName(csharpNamespace, parts[0]), parts.Skip(1).Select(ReadField).ToList()));
        }
        return new KnownShapes(shapes);
    }

    public static string Write(IEnumerable<SchemaShape> shapes, Func<SchemaShape, SchemaField, bool> isRecent)
    {
        var text = new StringBuilder();
        foreach (var shape in shapes)
        {
            text.Append(shape.Name.Name);
            foreach (var field in shape.Fields)
            {
                text.Append(' ').Append(field.Name).Append(field.Required ? "!" : "").Append(isRecent(shape, field) ? "?" : "").Append(':');
                WriteType(text, field.Type);
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    private static KnownField ReadField(string text)
    {
        var colon = text.IndexOf(':');
        var name = text.Substring(0, colon);
        var isRecent = name.EndsWith("?", StringComparison.Ordinal);
        name = name.TrimEnd('?');
        var at = colon + 1;
        return new KnownField(name.TrimEnd('!'), ReadType(text, ref at), name.EndsWith("!", StringComparison.Ordinal), isRecent);
    }

    private static KnownType ReadType(string text, ref int at)
    {
        var c = text[at++];
        switch (c)
        {
            case '@':
                var end = text.IndexOfAny([']', '}'], at);
                var name = text.Substring(at, (end < 0 ? text.Length : end) - at);
                at += name.Length;
                return new KnownType(SchemaTypeKind.Object, name, null);
            case '[' or '{':
                var item = ReadType(text, ref at);
                at++;
                return new KnownType(c == '[' ? SchemaTypeKind.List : SchemaTypeKind.Map, null, item);
            default:
                return new KnownType((SchemaTypeKind)Letters.IndexOf(c), null, null);
        }
    }

    private static void WriteType(StringBuilder text, SchemaType type)
    {
        switch (type.Kind)
        {
            case SchemaTypeKind.Object:
                text.Append('@').Append(type.Name!.Value.Name);
                break;
            case SchemaTypeKind.List or SchemaTypeKind.Map:
                text.Append(type.Kind == SchemaTypeKind.List ? '[' : '{');
                WriteType(text, type.Item!);
                text.Append(type.Kind == SchemaTypeKind.List ? ']' : '}');
                break;
            default:
                text.Append(Letters[(int)type.Kind]);
                break;
        }
    }
}
