using System.Globalization;
using System.Text;

namespace GitOps;

/// <summary>
/// Reads one line of the compact facts. A shape's line is its name (<c>open</c> when it takes unknown fields), a field's line begins with a blank:
/// <code>
/// DependencyReference
///  name! s
///  readyExpr s
/// =ChangeMode Enabled Disabled
/// </code>
/// <c>!</c> is required, <c>?</c> nullable, <c> = …</c> a default. Types are a letter each, <c>@Name</c> for an object and <c>=Name</c> for an enum
/// (<c>Namespace:Name</c> where it stands elsewhere, <c>~hash</c> for a variant of it, and nothing but that where the variant has no name), <c>[…]</c> for a list, <c>{…}</c> for a map; what is asked beyond the type
/// follows in brackets.
/// </summary>
internal struct FactsReader(string csharpNamespace, string text, int start)
{
    private int at = start;

    /// <summary>The shape whose line begins here.</summary>
    public SchemaShape ReadShape(SchemaTypeName name)
    {
        SkipLine();
        var isOpen = text[at - 2] == 'n' && string.CompareOrdinal(text, at - 6, " open", 0, 5) == 0;
        var fields = new List<(string Name, SchemaType Type, bool Required, bool Nullable, string? Default)>();
        var names = new List<string>();
        while (at < text.Length && text[at] == ' ')
        {
            var fieldName = ReadWord();
            var required = Take('!');
            var nullable = Take('?');
            at++;
            var type = ReadType();
            string? value = null;
            if (Take(' '))
            {
                // "= ", then JSON to the line's end.
                at += 2;
                value = text.Substring(at, text.IndexOf('\n', at) - at);
            }

            SkipLine();
            names.Add(fieldName);
            fields.Add((fieldName, type, required, nullable, value));
        }

        var properties = SchemaNames.Properties(names, name.Name);
        var read = new SchemaField[fields.Count];
        for (var i = 0; i < read.Length; i++)
            read[i] = new SchemaField(fields[i].Name, properties[i], fields[i].Type) { Required = fields[i].Required, Nullable = fields[i].Nullable, Default = fields[i].Default };
        return new SchemaShape(name, name.Name, new EquatableArray<SchemaField>(read)) { PreserveUnknown = isOpen };
    }

    /// <summary>The enum whose line begins here.</summary>
    public SchemaEnum ReadEnum(SchemaTypeName name)
    {
        at += 1 + name.Name.Length;
        var values = new List<string>();
        while (text[at] == ' ')
            values.Add(ReadWord());
        var members = SchemaNames.Properties(values, name.Name);
        return new SchemaEnum(name, name.Name, values.Select((value, i) => new SchemaEnumValue(value, members[i])).ToEquatableArray());
    }

    /// <summary>A line of the list of kinds; its end is where the next begins.</summary>
    public FactsKind ReadKind()
    {
        var apiVersion = ReadWord();
        var kind = ReadWord();
        var name = new SchemaTypeName(FactsWriter.Prefix + ReadWord(), ReadWord());
        var read = new FactsKind(apiVersion, kind, name) { Plural = ReadWord(), Singular = ReadWord() };
        read.Scope = ReadWord() switch { "Cluster" => SchemaScope.Cluster, "File" => SchemaScope.File, _ => SchemaScope.Namespaced };
        var shortNames = new List<string>();
        while (Take(' '))
        {
            if (text[at] == '(')
            {
                read.Constraints = ReadConstraints();
                break;
            }

            at--;
            switch (ReadWord())
            {
                case "deprecated": read.Deprecated = true; break;
                case "older": read.Storage = false; break;
                case "nostatus": read.HasStatus = false; break;
                case var word when word[0] == '.': read.ReplicasPath = word; break;
                case var word: shortNames.Add(word.Substring(1)); break;
            }
        }

        read.ShortNames = shortNames.ToEquatableArray();
        SkipLine();
        read.End = at;
        return read;
    }

    private SchemaType ReadType()
    {
        var c = text[at++];
        var kind = SchemaTypeKind.Object;
        SchemaTypeName? name = null;
        SchemaTypeName? variant = null;
        SchemaType? item = null;
        switch (c)
        {
            case '[' or '{':
                kind = c == '[' ? SchemaTypeKind.List : SchemaTypeKind.Map;
                item = ReadType();
                at++;
                break;
            case '@' or '=':
                kind = c == '@' ? SchemaTypeKind.Object : SchemaTypeKind.String;
                var first = ReadName();
                name = Take(':') ? new SchemaTypeName(FactsWriter.Prefix + first, ReadName()) : new SchemaTypeName(csharpNamespace, first);
                break;
            default:
                kind = (SchemaTypeKind)FactsWriter.Letters.IndexOf(c);
                break;
        }

        if (Take('~'))
        {
            variant = new SchemaTypeName(csharpNamespace, ReadName());
            if (name?.Name.Length == 0)
                name = variant;
        }

        var nullable = Take('?');
        return new SchemaType(kind)
        {
            Name = name,
            IsExternal = name is { } named && named.Namespace != csharpNamespace,
            Variant = variant,
            Item = item,
            Nullable = nullable,
            Constraints = text[at] == '(' ? ReadConstraints() : null,
        };
    }

    private SchemaConstraints ReadConstraints()
    {
        var c = SchemaConstraints.None;
        var keys = new List<string>();
        var values = new List<string>();
        var required = new List<string>();
        var rules = new List<SchemaRule>();
        var all = new List<SchemaConstraints>();
        var any = new List<SchemaConstraints>();
        var one = new List<SchemaConstraints>();
        var properties = new List<SchemaPropertyConstraint>();
        at++;
        while (!Take(')'))
        {
            Take(' ');
            var word = ReadName();
            switch (word)
            {
                case "type": c = c with { JsonType = ReadText() }; break;
                case "format": c = c with { Format = ReadText() }; break;
                case "pattern": c = c with { Pattern = ReadText() }; break;
                case "min": c = c with { Minimum = ReadNumber() }; break;
                case "max": c = c with { Maximum = ReadNumber() }; break;
                case "xmin": c = c with { ExclusiveMinimum = true }; break;
                case "xmax": c = c with { ExclusiveMaximum = true }; break;
                case "times": c = c with { MultipleOf = ReadNumber() }; break;
                case "minlen": c = c with { MinLength = (long)ReadNumber() }; break;
                case "maxlen": c = c with { MaxLength = (long)ReadNumber() }; break;
                case "minitems": c = c with { MinItems = (long)ReadNumber() }; break;
                case "maxitems": c = c with { MaxItems = (long)ReadNumber() }; break;
                case "minprops": c = c with { MinProperties = (long)ReadNumber() }; break;
                case "maxprops": c = c with { MaxProperties = (long)ReadNumber() }; break;
                case "unique": c = c with { UniqueItems = true }; break;
                case "list": c = c with { ListType = ReadText() }; break;
                case "map": c = c with { MapType = ReadText() }; break;
                case "embedded": c = c with { EmbeddedResource = true }; break;
                case "open": c = c with { PreserveUnknown = true }; break;
                case "keys": keys.Add(ReadText()); break;
                case "enum": values.Add(ReadText()); break;
                case "required": required.Add(ReadText()); break;
                case "rule": rules.Add(new SchemaRule(ReadText())); break;
                case "message": Last(rules, rules[rules.Count - 1] with { Message = ReadText() }); break;
                case "says": Last(rules, rules[rules.Count - 1] with { MessageExpression = ReadText() }); break;
                case "reason": Last(rules, rules[rules.Count - 1] with { Reason = ReadText() }); break;
                case "field": Last(rules, rules[rules.Count - 1] with { FieldPath = ReadText() }); break;
                case "old": Last(rules, rules[rules.Count - 1] with { OptionalOldSelf = true }); break;
                case "all": all.Add(ReadConstraints()); break;
                case "any": any.Add(ReadConstraints()); break;
                case "one": one.Add(ReadConstraints()); break;
                case "not": c = c with { Not = ReadConstraints() }; break;
                case "items": c = c with { Items = ReadConstraints() }; break;
                case "property": properties.Add(new SchemaPropertyConstraint(ReadText(), ReadConstraints())); break;
                default: throw new InvalidOperationException($"The compact facts hold '{word}' at {at}.");
            }
        }

        return c with
        {
            ListMapKeys = keys.ToEquatableArray(),
            Enum = values.ToEquatableArray(),
            Required = required.ToEquatableArray(),
            Rules = rules.ToEquatableArray(),
            AllOf = all.ToEquatableArray(),
            AnyOf = any.ToEquatableArray(),
            OneOf = one.ToEquatableArray(),
            Properties = properties.ToEquatableArray(),
        };
    }

    private static void Last(List<SchemaRule> rules, SchemaRule rule) => rules[rules.Count - 1] = rule;

    private bool Take(char c)
    {
        if (at >= text.Length || text[at] != c)
            return false;
        at++;
        return true;
    }

    private void SkipLine() => at = text.IndexOf('\n', at) + 1;

    /// <summary>A word after a blank (or at a line's start), quoted or not.</summary>
    private string ReadWord()
    {
        Take(' ');
        if (text[at] == '"')
            return ReadQuoted();
        var from = at;
        while (text[at] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' or '/' or '$' or '+')
            at++;
        return text.Substring(from, at - from);
    }

    private string ReadName()
    {
        var from = at;
        while (text[at] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '.')
            at++;
        return text.Substring(from, at - from);
    }

    private string ReadText()
    {
        at++;
        return ReadQuoted();
    }

    private double ReadNumber()
    {
        var from = ++at;
        while (text[at] is (>= '0' and <= '9') or '-' or '+' or '.' or 'E' or 'e')
            at++;
        return double.Parse(text.Substring(from, at - from), NumberStyles.Float, CultureInfo.InvariantCulture);
    }

    /// <summary>A JSON string, as <see cref="DataJson.Quote(string)"/> writes it.</summary>
    private string ReadQuoted()
    {
        var from = ++at;
        var end = from;
        while (text[end] is not ('"' or '\\'))
            end++;
        at = end + 1;
        if (text[end] == '"')
            return text.Substring(from, end - from);
        var read = new StringBuilder(text, from, end - from, 256);
        for (at = end; text[at] != '"'; at++)
        {
            if (text[at] != '\\')
            {
                read.Append(text[at]);
                continue;
            }

            switch (text[++at])
            {
                case 'n': read.Append('\n'); break;
                case 'r': read.Append('\r'); break;
                case 't': read.Append('\t'); break;
                case 'u':
                    read.Append((char)int.Parse(text.Substring(at + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                    at += 4;
                    break;
                case var c: read.Append(c); break;
            }
        }

        at++;
        return read.ToString();
    }
}
