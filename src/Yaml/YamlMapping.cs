namespace GitOps;

/// <summary>An entry of a mapping.</summary>
/// <param name="IsMerged">It comes from a merge key (<c>&lt;&lt;: *defaults</c>).</param>
internal sealed record YamlEntry(YamlNode Key, YamlNode Value, bool IsMerged = false)
{
    /// <summary>The key's text; empty for a key that is no scalar.</summary>
    public string Name => (Key as YamlScalar)?.Text ?? "";
}

/// <summary>A mapping, its entries in the order of the text. Merge keys are resolved: own entries win, and the merged ones stand where the merge key stood.</summary>
internal sealed class YamlMapping : YamlNode
{
    private const int SmallEnough = 8;

    private readonly List<YamlEntry> entries = [];
    private Dictionary<string, YamlEntry>? byName;

    internal YamlMapping(bool isFlow, YamlMark start, string? tag, string? anchor) : base(start, start, tag, anchor) => IsFlow = isFlow;

    public IReadOnlyList<YamlEntry> Entries => entries;

    /// <summary>Written as <c>{a: b}</c>.</summary>
    public bool IsFlow { get; }

    /// <summary>The value of a key, or null. Of two entries with one key the last counts.</summary>
    public YamlNode? this[string name] => Find(name)?.Value;

    public YamlEntry? Find(string name)
    {
        if (entries.Count <= SmallEnough)
        {
            for (var i = entries.Count - 1; i >= 0; i--)
                if (entries[i].Key is YamlScalar key && key.Text == name)
                    return entries[i];
            return null;
        }
        if (byName is null)
        {
            var index = new Dictionary<string, YamlEntry>(entries.Count, StringComparer.Ordinal);
            foreach (var entry in entries)
                if (entry.Key is YamlScalar key)
                    index[key.Text] = entry;
            byName = index;
        }
        return byName.TryGetValue(name, out var found) ? found : null;
    }

    /// <summary>The text of a scalar entry, or null when there is none or it is no scalar.</summary>
    public string? Text(string name) => (this[name] as YamlScalar)?.Text;

    internal void Add(YamlEntry entry)
    {
        entries.Add(entry);
        Weight += entry.Key.Weight + entry.Value.Weight;
    }

    internal void Replace(List<YamlEntry> all)
    {
        entries.Clear();
        Weight = 1;
        foreach (var entry in all)
            Add(entry);
    }

    internal void Close(YamlMark end) => End = end;
}
