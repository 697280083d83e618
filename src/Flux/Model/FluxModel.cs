namespace GitOps;

/// <summary>
/// All that the rules look at, neutral of who saw it: the analyzer from symbols and files, synth from its objects, validate from a tree of YAML. What a front
/// does not know it marks as open, and no rule reports what it cannot know.
/// </summary>
internal sealed class FluxModel
{
    private readonly Dictionary<string, List<VariableSourceModel>> _sources = new(StringComparer.Ordinal);
    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<AppModel, VariableScope> _scopes = new();
    private DependencyGraph? _graph;

    public FluxModel(IEnumerable<AppModel> apps, IEnumerable<VariableSourceModel>? sources = null, IEnumerable<ObjectModel>? objects = null)
    {
        Apps = [.. apps.OrderBy(static app => app.Id)];
        Sources = [.. sources ?? []];
        Objects = [.. objects ?? []];
        foreach (var source in Sources)
        {
            if (!_sources.TryGetValue(source.Name, out var named))
                _sources.Add(source.Name, named = []);
            named.Add(source);
        }
    }

    /// <summary>Ordered by namespace and name.</summary>
    public IReadOnlyList<AppModel> Apps { get; }

    public IReadOnlyList<VariableSourceModel> Sources { get; }

    /// <summary>Objects that are no Kustomization's here (HelmReleases in YAML that is only listed): names for "that is a HelmRelease".</summary>
    public IReadOnlyList<ObjectModel> Objects { get; }

    /// <summary>There may be Kustomizations that are not among <see cref="Apps"/> (a library project): an unknown dependency is then nobody's fault.</summary>
    public bool AppsAreOpen { get; init; }

    /// <summary>
    /// Kustomizations that are there though their names are not known in full: a name or namespace may hold a variable, and an empty namespace is any. What one of
    /// them may be is not unknown.
    /// </summary>
    public IReadOnlyList<KustomizationId> Unnamed { get; init; } = [];

    /// <summary>There may be variable sources that are not among <see cref="Sources"/>.</summary>
    public bool SourcesAreOpen { get; init; }

    /// <summary>
    /// A source that is nowhere among <see cref="Sources"/> may be made by hand or by an operator. One that is here, and in another namespace only, is missing.
    /// </summary>
    public bool SourcesMayBeMadeOutside { get; init; }

    /// <summary>Namespaces in which there may be Kustomizations that are not among <see cref="Apps"/>.</summary>
    public IReadOnlyCollection<string> OpenNamespaces { get; init; } = [];

    /// <summary>The graph over the apps, made once.</summary>
    public DependencyGraph Graph => _graph ??= new DependencyGraph(this);

    /// <summary>What an app's texts can take, made once for each app.</summary>
    public VariableScope ScopeOf(AppModel app) => _scopes.GetValue(app, key => VariableScope.Of(this, key));

    /// <summary>All sources of a kind and name, in any namespace.</summary>
    public IEnumerable<VariableSourceModel> SourcesNamed(string kind, string name) =>
        _sources.TryGetValue(name, out var named) ? named.Where(source => source.Kind == kind) : [];
}
