using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>Text forms of structures: equal exactly when the structures are. Texts for readers (descriptions) and names of types have no part in them.</summary>
internal static class DraftKeys
{
    public static string Of(TypeDraft type, bool exact)
    {
        var key = new StringBuilder();
        Append(key, type, exact);
        return key.ToString();
    }

    /// <param name="exact">Tell variants of one type apart.</param>
    public static string Of(IReadOnlyList<FieldDraft> fields, bool preserveUnknown, bool exact = false)
    {
        var key = new StringBuilder(fields.Count * 32);
        if (preserveUnknown)
            key.Append("...");
        foreach (var field in fields.OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            key.Append(field.Name).Append(field.Required ? "!" : "").Append(field.Nullable ? "?" : "");
            if (field.Default is not null)
                key.Append('=').Append(field.Default);
            key.Append(':').Append(exact ? field.Type.ExactKey : field.Type.Key).Append('\n');
        }
        return key.ToString();
    }

    /// <summary>Two FNV-1a runs of 64 bits over the text: stable everywhere, and long enough that equal means equal.</summary>
    public static string Hash(string text)
    {
        var first = 14695981039346656037UL;
        var second = 1099511628211UL;
        foreach (var c in text)
        {
            first = unchecked((first ^ c) * 1099511628211UL);
            second = unchecked((second ^ (ulong)(c + 31)) * 6364136223846793005UL + 1442695040888963407UL);
        }
        return first.ToString("x16", CultureInfo.InvariantCulture) + second.ToString("x16", CultureInfo.InvariantCulture);
    }

    private static void Append(StringBuilder key, TypeDraft type, bool exact)
    {
        key.Append(type.Kind.ToString());
        if (type.Nullable)
            key.Append('?');
        if (type.External is { } external)
            key.Append('@').Append(external.ToString());
        else if (type.Shape is { } shape)
            key.Append('#').Append(shape.GivenName is { } given ? given.ToString() : shape.Id);
        if (exact && type.Variant is { } variant)
            key.Append('~').Append(variant.ExactId);
        else if (exact && type.Shape is { } inner)
            key.Append('~').Append(inner.ExactId);
        if (type.Enum is { } values)
            key.Append('(').Append(values.Id).Append(')');
        if (type.Constraints is { } constraints)
        {
            key.Append('{');
            Append(key, constraints);
            key.Append('}');
        }
        if (type.Item is { } item)
            key.Append('<').Append(exact ? item.ExactKey : item.Key).Append('>');
    }

    private static void Append(StringBuilder key, SchemaConstraints c)
    {
        Text(key, "f", c.Format);
        Text(key, "p", c.Pattern);
        Number(key, c.ExclusiveMinimum ? ">" : "≥", c.Minimum);
        Number(key, c.ExclusiveMaximum ? "<" : "≤", c.Maximum);
        Number(key, "%", c.MultipleOf);
        Number(key, "l", c.MinLength);
        Number(key, "L", c.MaxLength);
        Number(key, "i", c.MinItems);
        Number(key, "I", c.MaxItems);
        Number(key, "o", c.MinProperties);
        Number(key, "O", c.MaxProperties);
        Flag(key, "u", c.UniqueItems);
        Text(key, "lt", c.ListType);
        Texts(key, "lk", c.ListMapKeys);
        Text(key, "mt", c.MapType);
        Flag(key, "er", c.EmbeddedResource);
        Flag(key, "pu", c.PreserveUnknown);
        Texts(key, "e", c.Enum);
        foreach (var rule in c.Rules)
        {
            Text(key, "r", rule.Expression);
            Text(key, "rm", rule.Message);
            Text(key, "re", rule.MessageExpression);
            Text(key, "rr", rule.Reason);
            Text(key, "rf", rule.FieldPath);
            Flag(key, "ro", rule.OptionalOldSelf);
        }
        Group(key, "all", c.AllOf);
        Group(key, "any", c.AnyOf);
        Group(key, "one", c.OneOf);
        if (c.Not is not null)
            Group(key, "not", EquatableArray.Of(c.Not));
        Texts(key, "rq", c.Required);
        foreach (var property in c.Properties)
        {
            Text(key, "pr", property.Name);
            Group(key, "is", EquatableArray.Of(property.Constraints));
        }
        if (c.Additional is not null)
            Group(key, "ad", EquatableArray.Of(c.Additional));
        if (c.Items is not null)
            Group(key, "it", EquatableArray.Of(c.Items));
        Text(key, "t", c.JsonType);
    }

    private static void Group(StringBuilder key, string name, EquatableArray<SchemaConstraints> all)
    {
        if (all.IsEmpty)
            return;
        key.Append(name);
        foreach (var one in all)
        {
            key.Append('(');
            Append(key, one);
            key.Append(')');
        }
    }

    private static void Text(StringBuilder key, string name, string? value)
    {
        if (value is not null)
            key.Append(name).Append(value.Length.ToString(CultureInfo.InvariantCulture)).Append(':').Append(value);
    }

    private static void Texts(StringBuilder key, string name, EquatableArray<string> values)
    {
        foreach (var value in values)
            Text(key, name, value);
    }

    private static void Number(StringBuilder key, string name, double? value)
    {
        if (value is { } number)
            key.Append(name).Append(number.ToString("R", CultureInfo.InvariantCulture)).Append(';');
    }

    private static void Flag(StringBuilder key, string name, bool value)
    {
        if (value)
            key.Append(name).Append(';');
    }
}
