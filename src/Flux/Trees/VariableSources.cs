namespace GitOps;

/// <summary>The variable sources of a cluster as they are found, by name.</summary>
internal sealed class VariableSources
{
    private readonly Dictionary<(string Kind, string Name), List<VariableSourceModel>> _sources = [];

    public IEnumerable<VariableSourceModel> All => _sources.Values.SelectMany(static sources => sources);

    public void Add(VariableSourceModel source)
    {
        if (!_sources.TryGetValue((source.Kind, source.Name), out var named))
            _sources.Add((source.Kind, source.Name), named = []);
        named.Add(source);
    }

    public void Clear() => _sources.Clear();

    /// <summary>What an entry of substituteFrom names in a namespace.</summary>
    public VariableSourceModel? Resolve(string @namespace, VariableSourceReference reference) =>
        _sources.TryGetValue((reference.Kind, reference.Name), out var named)
            ? named.FirstOrDefault(source => source.Namespace == @namespace) ?? named.FirstOrDefault(static source => source.Namespace is null)
            : null;
}
