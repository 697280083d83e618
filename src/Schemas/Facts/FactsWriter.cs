using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>
/// Writes a model in the compact form that the SDK carries: a line for each type, its fields on the lines below. See <see cref="FactsReader"/> for the form.
/// Texts for readers and names that a rule gives (of C# properties) are left out.
/// </summary>
internal sealed class FactsWriter(string csharpNamespace)
{
    /// <summary>A letter for each <see cref="SchemaTypeKind"/>.</summary>
    public const string Letters = "sildbxqtOLMfa";

    /// <summary>The namespace that most SDK namespaces begin with; it is not written.</summary>
    public const string Prefix = "GitOps.Models.";

    private readonly StringBuilder text = new();

    /// <summary>The types of one C# namespace.</summary>
    public string Write(IEnumerable<SchemaShape> shapes, IEnumerable<SchemaShape> variants, IEnumerable<SchemaEnum> enums)
    {
        foreach (var shape in shapes.OrderBy(shape => shape.Name.Name, StringComparer.Ordinal))
            Shape(shape.Name.Name, shape);
        foreach (var variant in variants.OrderBy(shape => shape.Name.Name, StringComparer.Ordinal))
            Shape("~" + variant.Name.Name, variant);
        foreach (var values in enums.OrderBy(values => values.Name.Name, StringComparer.Ordinal))
        {
            text.Append('=').Append(values.Name.Name);
            foreach (var value in values.Values)
                Word(value.Value);
            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The list of kinds: what <see cref="SchemaSet"/> knows of them before anything of their types is read.</summary>
    public static string WriteKinds(IEnumerable<SchemaKind> kinds)
    {
        var writer = new FactsWriter("");
        foreach (var kind in kinds.OrderBy(kind => kind.ApiVersion, StringComparer.Ordinal).ThenBy(kind => kind.Kind, StringComparer.Ordinal))
        {
            writer.text.Append(kind.ApiVersion);
            writer.Word(kind.Kind);
            writer.Word(Short(kind.Name.Namespace));
            writer.Word(kind.Name.Name);
            writer.Word(kind.Plural);
            writer.Word(kind.Singular);
            writer.Word(kind.Scope.ToString());
            writer.Flag("deprecated", kind.Deprecated);
            writer.Flag("older", !kind.Storage);
            writer.Flag("nostatus", !kind.HasStatus);
            if (kind.ReplicasPath is not null)
                writer.Word(kind.ReplicasPath);
            foreach (var shortName in kind.ShortNames)
                writer.Word("+" + shortName);
            if (kind.Constraints is { } constraints)
            {
                writer.text.Append(' ');
                writer.Constraints(constraints);
            }

            writer.text.Append('\n');
        }

        return writer.text.ToString();
    }

    public static string Short(string csharpNamespace) => csharpNamespace.StartsWith(Prefix, StringComparison.Ordinal) ? csharpNamespace.Substring(Prefix.Length) : csharpNamespace;

    private void Shape(string name, SchemaShape shape)
    {
        text.Append(name).Append(shape.PreserveUnknown ? " open\n" : "\n");
        foreach (var field in shape.Fields)
        {
            Word(field.Name);
            text.Append(field.Required ? "!" : "").Append(field.Nullable ? "?" : "").Append(' ');
            Type(field.Type);
            if (field.Default is not null)
                text.Append(" = ").Append(field.Default);
            text.Append('\n');
        }
    }

    private void Type(SchemaType type)
    {
        switch (type.Kind)
        {
            case SchemaTypeKind.List or SchemaTypeKind.Map:
                text.Append(type.Kind == SchemaTypeKind.List ? '[' : '{');
                Type(type.Item!);
                text.Append(type.Kind == SchemaTypeKind.List ? ']' : '}');
                break;
            default:
                if (type.Name is { } name)
                {
                    text.Append(type.Kind == SchemaTypeKind.Object ? '@' : '=');
                    // What is met inside variants alone has no name but its hash, which follows.
                    if (name == type.Variant)
                        break;
                    if (name.Namespace != csharpNamespace)
                        text.Append(Short(name.Namespace)).Append(':');
                    text.Append(name.Name);
                }
                else
                    text.Append(Letters[(int)type.Kind]);
                break;
        }

        if (type.Variant is { } variant)
            text.Append('~').Append(variant.Name);
        if (type.Nullable)
            text.Append('?');
        if (type.Constraints is { } constraints)
            Constraints(constraints);
    }

    private void Constraints(SchemaConstraints c)
    {
        text.Append('(');
        Text("type", c.JsonType);
        Text("format", c.Format);
        Text("pattern", c.Pattern);
        Number("min", c.Minimum);
        Number("max", c.Maximum);
        Flag("xmin", c.ExclusiveMinimum);
        Flag("xmax", c.ExclusiveMaximum);
        Number("times", c.MultipleOf);
        Number("minlen", c.MinLength);
        Number("maxlen", c.MaxLength);
        Number("minitems", c.MinItems);
        Number("maxitems", c.MaxItems);
        Number("minprops", c.MinProperties);
        Number("maxprops", c.MaxProperties);
        Flag("unique", c.UniqueItems);
        Text("list", c.ListType);
        Texts("keys", c.ListMapKeys);
        Text("map", c.MapType);
        Flag("embedded", c.EmbeddedResource);
        Flag("open", c.PreserveUnknown);
        Texts("enum", c.Enum);
        foreach (var rule in c.Rules)
        {
            Text("rule", rule.Expression);
            Text("message", rule.Message);
            Text("says", rule.MessageExpression);
            Text("reason", rule.Reason);
            Text("field", rule.FieldPath);
            Flag("old", rule.OptionalOldSelf);
        }

        Group("all", c.AllOf);
        Group("any", c.AnyOf);
        Group("one", c.OneOf);
        if (c.Not is not null)
            Group("not", EquatableArray.Of(c.Not));
        Texts("required", c.Required);
        foreach (var property in c.Properties)
        {
            Text("property", property.Name);
            Constraints(property.Constraints);
        }

        if (c.Items is not null)
            Group("items", EquatableArray.Of(c.Items));
        text.Append(')');
    }

    private void Group(string name, EquatableArray<SchemaConstraints> all)
    {
        foreach (var one in all)
        {
            Flag(name, true);
            Constraints(one);
        }
    }

    private void Texts(string name, EquatableArray<string> values)
    {
        foreach (var value in values)
            Text(name, value);
    }

    private void Text(string name, string? value)
    {
        if (value is null)
            return;
        Flag(name, true);
        text.Append(':').Append(DataJson.Quote(value));
    }

    private void Number(string name, double? value)
    {
        if (value is not { } number)
            return;
        Flag(name, true);
        text.Append(':').Append(number.ToString("R", CultureInfo.InvariantCulture));
    }

    private void Flag(string name, bool isSet)
    {
        if (isSet)
            text.Append(text[text.Length - 1] == '(' ? "" : " ").Append(name);
    }

    private void Word(string word) => text.Append(' ').Append(IsWord(word) ? word : DataJson.Quote(word));

    private static bool IsWord(string word)
    {
        foreach (var c in word)
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' or '/' or '$' or '+'))
                return false;
        return word.Length > 0;
    }
}
