using System.Collections;
using System.Runtime.CompilerServices;
using GitOps.Models.FluxCD;

namespace GitOps;

/// <summary>
/// A free-form part of an object, such as a HelmRelease's values: a mapping, a list or a scalar, in the author's order.
/// <code>
/// Values = new()
/// {
///     ["replicas"] = 2,
///     ["env"] = new() { ["TZ"] = "Europe/Berlin" },
///     ["hostnames"] = ["a.example.org", "b.example.org"],
/// }
/// </code>
/// </summary>
[CollectionBuilder(typeof(Values), nameof(Create))]
public sealed class Values : IEnumerable<Values>
{
    // One of: null (nothing said yet: an empty mapping), string, bool, long, double, Values[] (a list), Model, ObjectRef (its name), NullMark, List<KeyValuePair<string, Values>> (a mapping).
    private object? content;

    /// <summary>An empty mapping, to be filled by an initialiser.</summary>
    public Values()
    {
    }

    private Values(object content) => this.content = content;

    /// <summary>The explicit <c>null</c>: Helm removes the chart's default of a key that is null.</summary>
    public static Values Null { get; } = new(NullMark.Instance);

    /// <summary>The comment above this entry, without <c>#</c>.</summary>
    public string? Comment { get; private init; }

    /// <summary>The comment behind this scalar, without <c>#</c>.</summary>
    public string? TrailingComment { get; private init; }

    /// <summary>The image policy that owns this scalar; its marker is the comment behind it.</summary>
    internal ImagePolicyMarker? Policy { get; private init; }

    internal object? Content => content;

    /// <summary>An entry of a mapping. Setting a name again replaces its value and keeps its place.</summary>
    /// <param name="name">The key as it is written.</param>
    /// <exception cref="KeyNotFoundException">Read: there is no such entry.</exception>
    /// <exception cref="InvalidOperationException">This is a list or a scalar.</exception>
    public Values this[string name]
    {
        get => Find(name) is var index and >= 0 ? Entries[index].Value : throw new KeyNotFoundException($"There is no '{name}' here.");
        set
        {
            ArgumentNullException.ThrowIfNull(name);
            var entry = new KeyValuePair<string, Values>(name, value ?? Null);
            if (Find(name) is var index and >= 0)
                Entries[index] = entry;
            else
                Entries.Add(entry);
        }
    }

    /// <summary>The names of a mapping's entries; empty for a list or a scalar.</summary>
    public IEnumerable<string> Names => content is List<KeyValuePair<string, Values>> entries ? entries.Select(static entry => entry.Key) : [];

    /// <summary>The scalar's text, number or bool; <see langword="null"/> for a mapping, a list, an object or null.</summary>
    public object? Scalar => content is string or bool or long or double ? content : null;

    private List<KeyValuePair<string, Values>> Entries => content switch
    {
        List<KeyValuePair<string, Values>> entries => entries,
        null => (List<KeyValuePair<string, Values>>)(content = new List<KeyValuePair<string, Values>>()),
        _ => throw new InvalidOperationException("A list or a scalar has no named entries."),
    };

    /// <summary>Makes a list; for collection expressions.</summary>
    public static Values Create(ReadOnlySpan<Values> items) => new((object)items.ToArray());

    /// <summary>A text.</summary>
    public static implicit operator Values(string? text) => text is null ? Null : new((object)text);

    /// <summary>A number.</summary>
    public static implicit operator Values(int number) => new((object)(long)number);

    /// <summary>A number.</summary>
    public static implicit operator Values(long number) => new((object)number);

    /// <summary>A number.</summary>
    public static implicit operator Values(double number) => new((object)number);

    /// <summary>A bool.</summary>
    public static implicit operator Values(bool value) => new((object)value);

    /// <summary>A typed part of an object, such as a reference or a probe.</summary>
    public static implicit operator Values(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new((object)model);
    }

    /// <summary>A duration.</summary>
    public static implicit operator Values(Duration duration) => duration.Text;

    /// <summary>A quantity.</summary>
    public static implicit operator Values(Quantity quantity) => quantity.Text;

    /// <summary>A number or a text.</summary>
    public static implicit operator Values(IntOrString value) => value.Text is { } text ? new((object)text) : new((object)value.Number);

    /// <summary>A substitution variable that is a list: its value replaces the whole expression.</summary>
    public static implicit operator Values(VariableList<string> list)
    {
        ArgumentNullException.ThrowIfNull(list);
        return Plain(list.Expression);
    }

    /// <summary>A substitution variable that is a bool: it is written without quotes.</summary>
    public static implicit operator Values(Variable<bool> variable) => new((object)new PlainText(variable.Expression));

    /// <summary>A substitution variable that is a number: it is written without quotes.</summary>
    public static implicit operator Values(Variable<int> variable) => new((object)new PlainText(variable.Expression));

    /// <summary>A substitution variable that is a number: it is written without quotes.</summary>
    public static implicit operator Values(Variable<long> variable) => new((object)new PlainText(variable.Expression));

    /// <summary>A substitution variable that is a number: it is written without quotes.</summary>
    public static implicit operator Values(Variable<double> variable) => new((object)new PlainText(variable.Expression));

    /// <summary>The same with a comment in the line above, such as <c>renovate: datasource=docker depName=…</c>.</summary>
    /// <param name="comment">The text without <c>#</c>; several lines become several comment lines.</param>
    public Values WithComment(string comment) => new() { content = content, Comment = comment, TrailingComment = TrailingComment, Policy = Policy };

    /// <summary>The same with a comment behind the scalar; a mapping or a list gets it in the line above.</summary>
    /// <param name="comment">The text without <c>#</c>, one line.</param>
    public Values WithTrailingComment(string comment) => new() { content = content, Comment = Comment, TrailingComment = comment };

    /// <summary>
    /// The same scalar, owned by an image policy: <c>["tag"] = ((Values)"1.2.3").WithPolicy(Policy, ImagePolicyPart.Tag)</c>. Flux's image automation writes the chosen image into it, and
    /// synth keeps what Flux has written.
    /// </summary>
    /// <param name="policy">The policy, of this app or another.</param>
    /// <param name="part">What of the image goes there.</param>
    /// <exception cref="InvalidOperationException">This is a mapping or a list.</exception>
    public Values WithPolicy(ObjectRef<ImagePolicy> policy, ImagePolicyPart part = ImagePolicyPart.Image)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return Scalar is null ? throw new InvalidOperationException("An image policy owns a scalar, not a mapping or a list.") : WithPolicy(new ImagePolicyMarker(policy, part));
    }

    /// <summary>
    /// This mapping with another laid over it, entry by entry and at all depths; the other's scalars and lists win. Neither operand changes.
    /// A typed part beside a mapping is laid entry by entry too, as Helm does it; of two typed parts the other's replaces this one's as a whole.
    /// </summary>
    public Values Merge(Values over)
    {
        ArgumentNullException.ThrowIfNull(over);
        if ((IsTyped && over.IsTyped) || !TryOpen(out var entries) || !over.TryOpen(out var others))
            return over;
        var merged = new Values { Comment = over.Comment ?? Comment, TrailingComment = over.TrailingComment ?? TrailingComment };
        foreach (var (name, value) in entries.Mapping)
            merged[name] = value;
        foreach (var (name, value) in others.Mapping)
            merged[name] = merged.Find(name) is var index and >= 0 ? merged.Entries[index].Value.Merge(value) : value;
        return merged;
    }

    /// <summary>Whether a mapping has such an entry.</summary>
    public bool Contains(string name) => Find(name) >= 0;

    /// <summary>The items of a list; empty for a mapping or a scalar.</summary>
    public IEnumerator<Values> GetEnumerator() => ((IEnumerable<Values>)(content as Values[] ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A scalar's text; otherwise what kind of node this is.</summary>
    public override string ToString() => content switch
    {
        string text => text,
        bool value => value ? "true" : "false",
        long or double => Convert.ToString(content, System.Globalization.CultureInfo.InvariantCulture)!,
        PlainText plain => plain.Text,
        NullMark => "null",
        Values[] items => $"[{items.Length} items]",
        Model model => model.GetType().Name,
        ObjectRef => "the name of an object",
        _ => $"{{{Mapping.Count} entries}}",
    };

    internal bool IsMapping => content is null or List<KeyValuePair<string, Values>>;

    internal IReadOnlyList<KeyValuePair<string, Values>> Mapping => content as List<KeyValuePair<string, Values>> ?? (IReadOnlyList<KeyValuePair<string, Values>>)[];

    private bool IsTyped => content is Model;

    internal static Values Plain(string text) => new((object)new PlainText(text));

    /// <summary>The name of an object of the same namespace, once it is known.</summary>
    internal static Values NameOf(ObjectRef target) => new((object)target);

    /// <summary>This mapping with what another has more, entry by entry and at all depths, behind its own. Typed parts are opened, on either side.</summary>
    internal Values Over(Values? under)
    {
        if (under is null || !TryOpen(out var own) || !under.TryOpen(out var others))
            return this;
        var merged = new Values { Comment = Comment ?? under.Comment, TrailingComment = TrailingComment ?? under.TrailingComment };
        foreach (var (name, value) in own.Mapping)
            merged[name] = others.Find(name) is var index and >= 0 ? value.Over(others.Entries[index].Value) : value;
        foreach (var (name, value) in others.Mapping)
            if (own.Find(name) < 0)
                merged[name] = value;
        return merged;
    }

    internal Values WithPolicy(ImagePolicyMarker policy) => new() { content = content, Comment = Comment, Policy = policy };

    /// <summary>Sets an entry unless there is nothing to say.</summary>
    internal Values Set(string name, Values? value)
    {
        if (value is not null)
            this[name] = value;
        return this;
    }

    internal Values Set(string name, string? text) => text is null ? this : Set(name, (Values)text);

    internal Values Set(string name, Model? model) => model is null ? this : Set(name, (Values)model);

    internal Values Set<T>(string name, Value<T>? value)
        where T : struct => value switch
        {
            null => this,
            { Expression: { } expression } => Set(name, Plain(expression)),
            { Literal: bool flag } => Set(name, (Values)flag),
            { } number => Set(name, (Values)Convert.ToInt64(number.Literal, System.Globalization.CultureInfo.InvariantCulture)),
        };

    internal Values Set(string name, Map<string>? entries)
    {
        if (entries is null)
            return this;
        var mapping = new Values();
        foreach (var (key, value) in entries)
            mapping[key] = value;
        return Set(name, mapping);
    }

    internal Values Set(string name, IReadOnlyList<Model>? items) => items is null ? this : Set(name, Create([.. items.Select(static item => (Values)item)]));

    internal Values Set<T>(string name, Named<T>? entries, Func<T, Values> make)
    {
        if (entries is null)
            return this;
        var mapping = new Values();
        foreach (var (key, value) in entries)
            mapping[key] = make(value);
        return Set(name, mapping);
    }

    // What stands for a reference is no mapping yet: its names are known when the tree is written.
    private bool TryOpen(out Values mapping)
    {
        mapping = content is Model { Deferred: null } model ? ObjectWriter.ToValues(model) : this;
        return mapping.IsMapping;
    }

    private int Find(string name)
    {
        if (content is not List<KeyValuePair<string, Values>> entries)
            return -1;
        for (var i = 0; i < entries.Count; i++)
            if (entries[i].Key == name)
                return i;
        return -1;
    }

    /// <summary>The explicit null, told apart from "nothing said yet".</summary>
    internal sealed class NullMark
    {
        public static readonly NullMark Instance = new();
    }

    /// <summary>A scalar that is written without quotes because its type is known: a typed variable.</summary>
    internal sealed record PlainText(string Text);
}
