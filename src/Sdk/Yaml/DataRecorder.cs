using System.Text;

namespace GitOps;

/// <summary>
/// Keeps what a <see cref="YamlWriter"/> writes as values, for rules that judge objects: to read the files back would cost ten times what writing them does. Nothing is kept
/// of the values of a HelmRelease, which no schema knows and which are most of a tree.
/// </summary>
internal sealed class DataRecorder
{
    private readonly List<DataValue> documents = [];
    private readonly List<DataField> fields = [];
    private readonly List<DataValue> items = [];
    private readonly Stack<(bool IsMapping, int Start, string? Key)> open = new();
    private readonly Dictionary<int, List<(byte[] Utf8, string Name)>> names = [];
    private string? key;
    private int skipped;

    /// <summary>What is made now comes from here: a place of the author's.</summary>
    public object? Origin { get; set; }

    /// <summary>Leaves out what stands below <c>spec.values</c>.</summary>
    public bool SkipsHelmValues { get; set; }

    public void Reset()
    {
        documents.Clear();
        fields.Clear();
        items.Clear();
        open.Clear();
        key = null;
        skipped = 0;
        SkipsHelmValues = false;
    }

    /// <summary>The documents since the last reset.</summary>
    public IReadOnlyList<DataValue> Take()
    {
        var taken = documents.ToArray();
        Reset();
        return taken;
    }

    public void Start(bool isMapping)
    {
        if (skipped > 0 || (SkipsHelmValues && open.Count == 2 && key == "values" && open.Peek().Key == "spec"))
        {
            skipped++;
            return;
        }

        open.Push((isMapping, isMapping ? fields.Count : items.Count, key));
        key = null;
    }

    public void End()
    {
        if (skipped > 0)
        {
            if (--skipped == 0)
                Add(DataValue.Map([], Origin, isPartial: true));
            return;
        }

        var (isMapping, start, outer) = open.Pop();
        key = outer;
        DataValue value;
        if (isMapping)
        {
            value = DataValue.Map(fields.GetRange(start, fields.Count - start).ToArray(), Origin);
            fields.RemoveRange(start, fields.Count - start);
        }
        else
        {
            value = DataValue.List(items.GetRange(start, items.Count - start).ToArray(), Origin);
            items.RemoveRange(start, items.Count - start);
        }

        Add(value);
    }

    public void Key(string name)
    {
        if (skipped == 0)
            key = name;
    }

    public void Key(ReadOnlySpan<byte> utf8)
    {
        if (skipped == 0)
            key = Name(utf8);
    }

    public void String(string text) => Scalar(static (value, origin) => DataValue.Of(value, origin), text);

    public void Number(long number) => Scalar(static (value, origin) => DataValue.Of(value, origin), number);

    public void Number(double number) => Scalar(static (value, origin) => DataValue.Of(value, origin), number);

    public void Boolean(bool value) => Scalar(static (value, origin) => DataValue.Of(value, origin), value);

    public void Null() => Scalar(static (_, origin) => DataValue.Null(origin), 0);

    public void Unknown() => Scalar(static (_, origin) => DataValue.Unknown(origin), 0);

    private void Scalar<T>(Func<T, object?, DataValue> make, T value)
    {
        if (skipped == 0)
            Add(make(value, Origin));
    }

    private void Add(DataValue value)
    {
        if (open.Count == 0)
            documents.Add(value);
        else if (open.Peek().IsMapping)
            fields.Add(new DataField(key ?? "", value, Origin));
        else
            items.Add(value);
    }

    // The same few hundred names of fields again and again.
    private string Name(ReadOnlySpan<byte> utf8)
    {
        var hash = new HashCode();
        hash.AddBytes(utf8);
        var code = hash.ToHashCode();
        if (!names.TryGetValue(code, out var same))
            names.Add(code, same = new(1));
        foreach (var (known, name) in same)
            if (utf8.SequenceEqual(known))
                return name;
        var made = Encoding.UTF8.GetString(utf8);
        same.Add((utf8.ToArray(), made));
        return made;
    }
}
