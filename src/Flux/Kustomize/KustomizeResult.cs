namespace GitOps;

/// <summary>What a folder builds, as far as it can be seen.</summary>
internal sealed class KustomizeResult
{
    public List<KustomizeObject> Objects { get; } = [];

    /// <summary>There may be more objects than these, or other content in them: something remote, a plugin, a file that could not be read.</summary>
    public bool IsOpen { get; set; }

    /// <summary>Something of this repository could not be read, which has been said: objects are missing that are really there.</summary>
    public bool HidesObjects { get; set; }

    /// <summary>Fields that hold names of generated objects (<c>configurations</c> with a nameReference).</summary>
    public List<NameReference> References { get; } = [];

    /// <summary>Something of this repository is missing from the build.</summary>
    public void Hide() => IsOpen = HidesObjects = true;

    /// <summary>Takes out each object, from an index on, that has the id of an earlier one.</summary>
    public IEnumerable<(KustomizeObject Twin, KustomizeObject First)> TakeTwins(int from)
    {
        if (_altered || from < _indexed)
        {
            _index.Clear();
            _indexed = 0;
            _altered = false;
        }

        var twins = new List<(KustomizeObject, KustomizeObject)>();
        for (var i = _indexed; i < Objects.Count; i++)
        {
            var item = Objects[i];
            if (item.IsAltered || item.Name.Length == 0 || !item.IsNamespaceKnown)
                continue;
            if (!_index.TryGetValue(item.Id, out var first))
                _index.Add(item.Id, item);
            else if (i >= from && !(item.IsFluxKustomization() && first.Place != item.Place))
            {
                twins.Add((item, first));
                Objects.RemoveAt(i--);
            }
        }

        _indexed = Objects.Count;
        return twins;
    }

    /// <summary>Names or namespaces have changed.</summary>
    public void Altered() => _altered = true;

    private readonly Dictionary<(string, string, string, string), KustomizeObject> _index = [];
    private int _indexed;
    private bool _altered;

    /// <summary>The component folders that took part, those inside others too.</summary>
    public HashSet<string> Components { get; } = new(StringComparer.Ordinal);
}

/// <summary>A field of another kind that names objects of a kind.</summary>
internal sealed record NameReference(string Kind, string ReferrerGroup, string ReferrerKind, IReadOnlyList<string> Path);
