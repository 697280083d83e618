namespace GitOps;

internal abstract class CelMap : CelValue
{
    public override CelKind Kind => CelKind.Map;

    public abstract int Count { get; }

    /// <summary>Its keys in order.</summary>
    public abstract IEnumerable<CelValue> Keys { get; }

    /// <summary>There may be more entries than these.</summary>
    public virtual bool IsPartial => false;

    /// <summary>The value of a key, or <see langword="null"/>. A field's name is written as CEL writes it (<c>__dash__</c>).</summary>
    public abstract CelValue? Find(CelValue key);

    /// <summary>The value of a key that is a string, without a value made for it.</summary>
    public virtual CelValue? Find(string key) => Find(new CelString(key));
}

internal sealed class CelDictionary : CelMap
{
    public static readonly CelDictionary Empty = new();

    private readonly List<CelValue> keys = [];
    private readonly Dictionary<CelValue, CelValue> byKey = new(CelKeyComparer.Instance);

    public override int Count => keys.Count;

    public override IEnumerable<CelValue> Keys => keys;

    public override CelValue? Find(CelValue key) => byKey.TryGetValue(key, out var value) ? value : null;

    /// <summary>Adds an entry while the map is made; <see langword="false"/> when the key is there already.</summary>
    internal bool TryAdd(CelValue key, CelValue value)
    {
        if (byKey.ContainsKey(key))
            return false;
        byKey.Add(key, value);
        keys.Add(key);
        return true;
    }

    /// <summary>Adds an entry while the map is made; of two with one key the last counts, as in cel-go.</summary>
    internal void Set(CelValue key, CelValue value)
    {
        if (!TryAdd(key, value))
            byKey[key] = value;
    }
}

/// <summary>Keys of maps are bool, int, uint and string; a whole number is one key, whichever of the number types it has.</summary>
internal sealed class CelKeyComparer : IEqualityComparer<CelValue>
{
    public static readonly CelKeyComparer Instance = new();

    public bool Equals(CelValue? x, CelValue? y) => x is not null && y is not null && CelEquality.Equal(x, y) == CelBool.True;

    public int GetHashCode(CelValue key) => key switch
    {
        CelBool value => value.Value ? 1 : 2,
        CelInt value => ((double)value.Value).GetHashCode(),
        CelUint value => ((double)value.Value).GetHashCode(),
        CelDouble value => value.Value.GetHashCode(),
        CelString value => StringComparer.Ordinal.GetHashCode(value.Value),
        _ => 0,
    };
}
