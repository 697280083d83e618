namespace GitOps;

/// <summary>
/// A JSON value, as API objects are made of: of a YAML file, of an object that synth writes, or of C# of which the compiler knows a part. Immutable. What is not
/// known is <see cref="DataKind.Unknown"/>, and a collection of which only a part is known says so (<see cref="IsPartial"/>): no check may take either for an error.
/// </summary>
internal sealed class DataValue
{
    private static readonly IReadOnlyList<DataValue> NoItems = [];
    private static readonly IReadOnlyList<DataField> NoFields = [];
    private const int SmallEnough = 8;

    private Dictionary<string, DataField>? byName;

    private DataValue(DataKind kind, object? origin)
    {
        Kind = kind;
        Origin = origin;
    }

    public DataKind Kind { get; }

    /// <summary>Where it stands, in the words of whoever made it: a <see cref="YamlNode"/>, a node of C# syntax. Nothing below that front looks into it.</summary>
    public object? Origin { get; }

    /// <summary>Of <see cref="DataKind.Bool"/>.</summary>
    public bool Bool { get; private init; }

    /// <summary>Of <see cref="DataKind.Integer"/>.</summary>
    public long Integer { get; private init; }

    /// <summary>Of <see cref="DataKind.Float"/>; of an integer its value.</summary>
    public double Float { get; private init; }

    /// <summary>Of <see cref="DataKind.String"/>; empty for all others.</summary>
    public string Text { get; private init; } = "";

    /// <summary>Of <see cref="DataKind.List"/>; empty for all others.</summary>
    public IReadOnlyList<DataValue> Items { get; private init; } = NoItems;

    /// <summary>Of <see cref="DataKind.Map"/>, in the author's order; empty for all others. No two have one name.</summary>
    public IReadOnlyList<DataField> Fields { get; private init; } = NoFields;

    /// <summary>
    /// About how many characters of JSON it is, each part counted as often as it is reached: what is one value in memory may unfold to more than any machine holds.
    /// </summary>
    public long Size { get; private init; } = 1;

    /// <summary>How deep its collections are nested; of what is none, 0.</summary>
    public int Depth { get; private init; }

    /// <summary>Of a list or map: there may be more in it than is known. Also of a string: <see cref="Text"/> is unknown, but that it is one is not.</summary>
    public bool IsPartial { get; private init; }

    public bool IsNumber => Kind is DataKind.Integer or DataKind.Float;

    public bool IsUnknown => Kind == DataKind.Unknown;

    /// <summary>The value of a field, or <see langword="null"/>.</summary>
    public DataValue? this[string name] => Find(name)?.Value;

    /// <summary>The text of a field that is a known string, or <see langword="null"/>.</summary>
    public string? TextOf(string name) => this[name] is { Kind: DataKind.String, IsPartial: false } value ? value.Text : null;

    public DataField? Find(string name)
    {
        if (Fields.Count <= SmallEnough)
        {
            foreach (var field in Fields)
                if (string.Equals(field.Name, name, StringComparison.Ordinal))
                    return field;
            return null;
        }

        if (byName is null)
        {
            var index = new Dictionary<string, DataField>(Fields.Count, StringComparer.Ordinal);
            foreach (var field in Fields)
                index[field.Name] = field;
            byName = index;
        }

        return byName.TryGetValue(name, out var found) ? found : null;
    }

    public static DataValue Null(object? origin = null) => new(DataKind.Null, origin);

    public static DataValue Of(bool value, object? origin = null) => new(DataKind.Bool, origin) { Bool = value };

    public static DataValue Of(long value, object? origin = null) => new(DataKind.Integer, origin) { Integer = value, Float = value };

    public static DataValue Of(double value, object? origin = null) => new(DataKind.Float, origin) { Float = value };

    public static DataValue Of(string value, object? origin = null) => new(DataKind.String, origin) { Text = value, Size = value.Length + 1 };

    public static DataValue List(IReadOnlyList<DataValue> items, object? origin = null, bool isPartial = false)
    {
        var (size, depth) = (1L, 0);
        for (var i = 0; i < items.Count; i++)
            Count(items[i], ref size, ref depth);
        return new(DataKind.List, origin) { Items = items, IsPartial = isPartial, Size = size, Depth = depth + 1 };
    }

    /// <param name="fields">No two of one name.</param>
    public static DataValue Map(IReadOnlyList<DataField> fields, object? origin = null, bool isPartial = false)
    {
        var (size, depth) = (1L, 0);
        for (var i = 0; i < fields.Count; i++)
        {
            size += fields[i].Name.Length;
            Count(fields[i].Value, ref size, ref depth);
        }

        return new(DataKind.Map, origin) { Fields = fields, IsPartial = isPartial, Size = size, Depth = depth + 1 };
    }

    public static DataValue Unknown(object? origin = null) => new(DataKind.Unknown, origin);

    /// <summary>A string whose text is not known.</summary>
    public static DataValue UnknownText(object? origin = null) => new(DataKind.String, origin) { IsPartial = true };

    private static void Count(DataValue part, ref long size, ref int depth)
    {
        // Never beyond what can be added once more.
        size = Math.Min(size + part.Size, long.MaxValue / 4);
        depth = Math.Max(depth, part.Depth);
    }

    /// <summary>The JSON form, for messages and tests; what is not known is <c>?</c>.</summary>
    public override string ToString() => DataJson.Write(this);
}

/// <summary>A field of a map.</summary>
/// <param name="Origin">Where its name stands.</param>
internal sealed record DataField(string Name, DataValue Value, object? Origin = null);
