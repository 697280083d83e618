namespace GitOps;

/// <summary>How a list compares and adds up (<c>x-kubernetes-list-type</c>).</summary>
internal enum CelListKind
{
    Atomic,

    /// <summary>Order does not matter; <c>+</c> adds what is not there yet.</summary>
    Set,

    /// <summary>Items are told apart by their keys and order does not matter; <c>+</c> replaces items of one key.</summary>
    Map,
}

internal abstract class CelList : CelValue
{
    public override CelKind Kind => CelKind.List;

    public abstract int Count { get; }

    public abstract CelValue this[int index] { get; }

    /// <summary>There may be more items behind these.</summary>
    public virtual bool IsPartial => false;

    public virtual CelListKind ListKind => CelListKind.Atomic;

    /// <summary>Of <see cref="CelListKind.Map"/>.</summary>
    public virtual IReadOnlyList<string> Keys => [];
}

internal sealed class CelArray(IReadOnlyList<CelValue> items, CelListKind listKind = CelListKind.Atomic, IReadOnlyList<string>? keys = null) : CelList
{
    public static readonly CelArray Empty = new([]);

    public override int Count => items.Count;

    public override CelValue this[int index] => items[index];

    public override CelListKind ListKind => listKind;

    public override IReadOnlyList<string> Keys => keys ?? [];
}
