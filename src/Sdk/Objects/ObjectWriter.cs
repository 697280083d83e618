namespace GitOps;

/// <summary>
/// Writes the fields of models as YAML: what generated code calls. A field whose value is <see langword="null"/> is not written.
/// </summary>
public sealed partial class ObjectWriter
{
    private readonly Nodes nodes;
    private FieldComments? comments;

    internal ObjectWriter(YamlWriter yaml, ReferenceContext context)
    {
        nodes = new Nodes(yaml, null);
        Context = context;
    }

    private ObjectWriter(ValuesBuilder values)
    {
        nodes = new Nodes(null, values);
        // Nothing is resolved here: what refers to an object is kept as it is.
        Context = new ReferenceContext();
    }

    internal ReferenceContext Context { get; set; }

    internal YamlWriter Yaml => nodes.Yaml!;

    /// <summary>Writes a text.</summary>
    public void Field(ReadOnlySpan<byte> name, string? value)
    {
        if (value is null)
            return;
        Key(name);
        nodes.String(value);
        Behind(name);
    }

    /// <summary>Writes a duration, a quantity or an open enum.</summary>
    public void Field<T>(ReadOnlySpan<byte> name, T? value)
        where T : struct, ITextValue
    {
        if (value?.Text is not { } text)
            return;
        Key(name);
        nodes.String(text);
        Behind(name);
    }

    /// <summary>Writes a bool.</summary>
    public void Field(ReadOnlySpan<byte> name, Value<bool>? value) => Value(name, value);

    /// <summary>Writes a 32-bit number.</summary>
    public void Field(ReadOnlySpan<byte> name, Value<int>? value) => Value(name, value);

    /// <summary>Writes a 64-bit number.</summary>
    public void Field(ReadOnlySpan<byte> name, Value<long>? value) => Value(name, value);

    /// <summary>Writes a floating-point number.</summary>
    public void Field(ReadOnlySpan<byte> name, Value<double>? value) => Value(name, value);

    /// <summary>Writes a number or a text.</summary>
    public void Field(ReadOnlySpan<byte> name, IntOrString? value)
    {
        if (value is not { IsSet: true } set)
            return;
        Key(name);
        Scalar(set);
        Behind(name);
    }

    /// <summary>Writes a typed part.</summary>
    public void Field(ReadOnlySpan<byte> name, Model? value)
    {
        if (value is null)
            return;
        Key(name, isOnOneLine: false);
        Item(value);
    }

    /// <summary>Writes an object inside another, such as a template of one. It names itself: nothing is filled in.</summary>
    public void Field(ReadOnlySpan<byte> name, KubernetesObject? value)
    {
        if (value is null)
            return;
        Key(name, isOnOneLine: false);
        Embedded(value);
    }

    /// <summary>Writes objects inside another, such as the claim templates of a StatefulSet. They name themselves: nothing is filled in.</summary>
    public void Field(ReadOnlySpan<byte> name, IReadOnlyList<KubernetesObject>? values) =>
        List(name, values, static (writer, value) => writer.Embedded(value));

    /// <summary>Writes a free-form part.</summary>
    public void Field(ReadOnlySpan<byte> name, Values? value)
    {
        if (value is null)
            return;
        var isOnOneLine = IsOnOneLine(value);
        Key(name, isOnOneLine);
        Item(value);
        if (isOnOneLine)
            Behind(name);
    }

    /// <summary>Writes a list of texts.</summary>
    public void Field(ReadOnlySpan<byte> name, IReadOnlyList<string>? values) =>
        List(name, values, static (writer, value) => writer.nodes.String(value));

    /// <summary>Writes a list of typed parts.</summary>
    public void Field<T>(ReadOnlySpan<byte> name, IReadOnlyList<T>? values)
        where T : Model =>
        List(name, values, static (writer, value) => writer.Item(value));

    /// <summary>Writes a list of durations, quantities or open enums.</summary>
    public void TextList<T>(ReadOnlySpan<byte> name, IReadOnlyList<T>? values)
        where T : struct, ITextValue =>
        List(name, values, static (writer, value) => writer.nodes.String(value.Text ?? ""));

    /// <summary>Writes a list of numbers or bools.</summary>
    public void ValueList<T>(ReadOnlySpan<byte> name, IReadOnlyList<Value<T>>? values)
        where T : struct =>
        List(name, values, static (writer, value) => writer.Item(value));

    /// <summary>Writes a list of numbers or texts.</summary>
    public void Field(ReadOnlySpan<byte> name, IReadOnlyList<IntOrString>? values) =>
        List(name, values, static (writer, value) => writer.Scalar(value));

    /// <summary>Writes a list of free-form parts.</summary>
    public void Field(ReadOnlySpan<byte> name, IReadOnlyList<Values>? values) =>
        List(name, values, static (writer, value) => writer.Item(value));

    /// <summary>Writes names and texts, such as labels.</summary>
    public void Field(ReadOnlySpan<byte> name, Map<string>? entries) =>
        Map(name, entries, static (writer, value) => writer.nodes.String(value));

    /// <summary>Writes names and lists of texts.</summary>
    public void Field(ReadOnlySpan<byte> name, Map<IReadOnlyList<string>>? entries) =>
        Map(name, entries, static (writer, value) => writer.Sequence(value, static (inner, item) => inner.nodes.String(item)));

    /// <summary>Writes names and numbers or texts.</summary>
    public void Field(ReadOnlySpan<byte> name, Map<IntOrString>? entries) =>
        Map(name, entries, static (writer, value) => writer.Scalar(value));

    /// <summary>Writes names and free-form parts.</summary>
    public void Field(ReadOnlySpan<byte> name, Map<Values>? entries) =>
        Map(name, entries, static (writer, value) => writer.Item(value));

    /// <summary>Writes names and typed parts.</summary>
    public void Field<T>(ReadOnlySpan<byte> name, Map<T>? entries)
        where T : Model =>
        Map(name, entries, static (writer, value) => writer.Item(value));

    /// <summary>Writes names and durations, quantities or open enums.</summary>
    public void TextMap<T>(ReadOnlySpan<byte> name, Map<T>? entries)
        where T : struct, ITextValue =>
        Map(name, entries, static (writer, value) => writer.nodes.String(value.Text ?? ""));

    /// <summary>Writes names and numbers or bools.</summary>
    public void ValueMap<T>(ReadOnlySpan<byte> name, Map<Value<T>>? entries)
        where T : struct =>
        Map(name, entries, static (writer, value) => writer.Item(value));

    /// <summary>Writes a list of collections.</summary>
    /// <param name="name">The field.</param>
    /// <param name="values">The list; <see langword="null"/> is not written.</param>
    /// <param name="write">Writes one item.</param>
    public void Field<T>(ReadOnlySpan<byte> name, IReadOnlyList<T>? values, Action<ObjectWriter, T> write) => List(name, values, write);

    /// <summary>Writes names and collections.</summary>
    /// <param name="name">The field.</param>
    /// <param name="entries">The map; <see langword="null"/> is not written.</param>
    /// <param name="write">Writes one value.</param>
    public void Field<T>(ReadOnlySpan<byte> name, Map<T>? entries, Action<ObjectWriter, T> write) => Map(name, entries, write);

    /// <summary>Writes a list inside a collection.</summary>
    public void Item<T>(IReadOnlyList<T> values, Action<ObjectWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values is IVariableText { Expression: { } expression })
            Expression(expression);
        else
            Sequence(values, write);
    }

    /// <summary>Writes names and values inside a collection.</summary>
    public void Item<T>(Map<T> entries, Action<ObjectWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries is IVariableText { Expression: { } expression })
            Expression(expression);
        else
            Mapping(entries, write);
    }

    /// <summary>Writes a text inside a collection.</summary>
    public void Item(string value) => nodes.String(value);

    /// <summary>Writes a duration, a quantity or an open enum inside a collection.</summary>
    public void Text<T>(T value)
        where T : struct, ITextValue =>
        nodes.String(value.Text ?? "");

    /// <summary>Writes a number or a text inside a collection.</summary>
    public void Item(IntOrString value) => Scalar(value);

    /// <summary>Writes the entries of a free-form mapping as fields of the object or model being written.</summary>
    public void Fields(Values mapping)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        foreach (var (key, value) in mapping.Mapping)
            Entry(key, value);
    }

    /// <summary>Writes a typed part as an item of a list or the value of a key.</summary>
    public void Item(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        // A reference stands for the model that it becomes once all names are known.
        if (model.Deferred is { } resolve)
        {
            if (nodes.Values is { } values)
            {
                values.Add(model);
                return;
            }

            model = resolve(Context);
        }

        var outer = comments;
        comments = model.Comments;
        nodes.StartMapping();
        model.WriteFields(this);
        nodes.EndMapping();
        comments = outer;
    }

    /// <summary>Writes a free-form part as an item of a list or the value of a key.</summary>
    public void Item(Values value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (nodes.Values is { } values)
        {
            values.Add(value);
            return;
        }

        switch (value.Content)
        {
            case string text:
                nodes.String(text);
                break;
            case bool flag:
                nodes.Boolean(flag);
                break;
            case long number:
                nodes.Number(number);
                break;
            case double number:
                nodes.Number(number);
                break;
            case Values.PlainText plain:
                Expression(plain.Text);
                break;
            case Values.NullMark:
                nodes.Null();
                break;
            case Values[] items:
                nodes.StartSequence();
                foreach (var item in items)
                {
                    Above(item);
                    Item(item);
                    Behind(item);
                }

                nodes.EndSequence();
                break;
            case Model model:
                Item(model);
                break;
            case ObjectRef reference:
                nodes.String(reference.ResolveLocal(Context).SecretName);
                break;
            default:
                var outer = comments;
                comments = null;
                nodes.StartMapping();
                foreach (var (key, item) in value.Mapping)
                    Entry(key, item);
                nodes.EndMapping();
                comments = outer;
                break;
        }
    }

    private void Embedded(KubernetesObject value)
    {
        var outer = comments;
        comments = null;
        nodes.StartMapping();
        Field("apiVersion"u8, value.ApiVersion);
        Field("kind"u8, value.Kind);
        var metadata = value.Metadata;
        var name = value.GivenName ?? metadata.Name;
        if (name is not null || metadata.Namespace is not null || metadata.Labels is not null || metadata.Annotations is not null || metadata.Finalizers is not null)
            Field("metadata"u8, new ObjectMeta
            {
                Name = name,
                Namespace = metadata.Namespace,
                Labels = metadata.Labels,
                Annotations = metadata.Annotations,
                Finalizers = metadata.Finalizers,
                Comments = metadata.Comments,
            });
        value.WriteFields(this);
        nodes.EndMapping();
        comments = outer;
    }

    private void Value<T>(ReadOnlySpan<byte> name, Value<T>? value)
        where T : struct
    {
        if (value is not { } set)
            return;
        Key(name);
        Item(set);
        Behind(name);
    }

    private void List<T>(ReadOnlySpan<byte> name, IReadOnlyList<T>? values, Action<ObjectWriter, T> write)
    {
        if (values is null || WroteVariable(name, values))
            return;
        Key(name, isOnOneLine: false);
        Sequence(values, write);
    }

    private void Sequence<T>(IReadOnlyList<T> values, Action<ObjectWriter, T> write)
    {
        nodes.StartSequence();
        for (var i = 0; i < values.Count; i++)
            write(this, values[i]);
        nodes.EndSequence();
    }

    private void Map<T>(ReadOnlySpan<byte> name, Map<T>? entries, Action<ObjectWriter, T> write)
    {
        if (entries is null || WroteVariable(name, entries))
            return;
        Key(name, isOnOneLine: false);
        Mapping(entries, write);
    }

    private void Mapping<T>(Map<T> entries, Action<ObjectWriter, T> write)
    {
        nodes.StartMapping();
        foreach (var (key, value) in entries)
        {
            nodes.Key(key);
            write(this, value);
        }

        nodes.EndMapping();
    }

    /// <summary>Writes a number or a bool inside a collection.</summary>
    public void Item<T>(Value<T> value)
        where T : struct
    {
        if (value.Expression is { } expression)
            Expression(expression);
        else if (typeof(T) == typeof(bool))
            nodes.Boolean((bool)(object)value.Literal);
        else if (typeof(T) == typeof(double))
            nodes.Number((double)(object)value.Literal);
        else
            nodes.Number(Convert.ToInt64(value.Literal, System.Globalization.CultureInfo.InvariantCulture));
    }

    private void Entry(string key, Values value)
    {
        if (nodes.Values is { } values)
        {
            values.Key(key);
            values.Add(value);
            return;
        }

        Above(value);
        nodes.Key(key);
        Item(value);
        Behind(value);
    }

    private void Above(Values value)
    {
        if (value.Comment is { } comment)
            nodes.Comment(comment);
        if (value.TrailingComment is { } behind && !IsOnOneLine(value))
            nodes.Comment(behind);
    }

    private void Behind(Values value)
    {
        if ((value.Policy?.Text(Context) ?? value.TrailingComment) is { } comment && IsOnOneLine(value))
            nodes.TrailingComment(comment);
    }

    // Behind a mapping or a list there is no line for a comment: one that is meant to stand there stands above.
    private static bool IsOnOneLine(Values value) => value.Content switch
    {
        Model => false,
        Values[] items => items.Length == 0,
        _ => value.Mapping.Count == 0,
    };

    private void Scalar(IntOrString value)
    {
        if (value.Text is { } text)
            nodes.String(text);
        else
            nodes.Number(value.Number);
    }

    /// <summary>Writes a collection that stands for a variable.</summary>
    private bool WroteVariable(ReadOnlySpan<byte> name, object collection)
    {
        if (collection is not IVariableText { Expression: { } expression })
            return false;
        Key(name);
        Expression(expression);
        Behind(name);
        return true;
    }

    // The value's type is known, so it is written bare: quotes would not survive kustomize, and Flux would read the same.
    private void Expression(string expression) => nodes.Plain(expression);

    private void Key(ReadOnlySpan<byte> name, bool isOnOneLine = true)
    {
        if (comments is not null)
        {
            var field = System.Text.Encoding.UTF8.GetString(name);
            if (comments.Above(field) is { } above)
                nodes.Comment(above);
            if (!isOnOneLine && comments.Behind(field, Context) is { } behind)
                nodes.Comment(behind);
        }

        nodes.Key(name);
    }

    private void Behind(ReadOnlySpan<byte> name)
    {
        if (nodes.Values is { } values && comments?.PolicyOf(System.Text.Encoding.UTF8.GetString(name)) is { } policy)
            values.Policy(policy);
        else if (comments?.Behind(System.Text.Encoding.UTF8.GetString(name), Context) is { } comment)
            nodes.TrailingComment(comment);
    }
}
