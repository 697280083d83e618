namespace GitOps;

/// <summary>
/// The apps and what they depend on. Building it and finding its cycles is linear in apps and edges; the order of everything follows from the ids alone.
/// </summary>
internal sealed class DependencyGraph
{
    private readonly FluxModel _model;
    private readonly Dictionary<KustomizationId, int> _index = [];
    private readonly Dictionary<string, List<KustomizationId>> _byName = new(StringComparer.Ordinal);
    private readonly List<AppModel> _nodes = [];
    private readonly List<(int To, DependencyModel Dependency)>[] _edges;
    private Dictionary<string, (ObjectModel Object, AppModel? Owner)>? _objects;
    private IReadOnlyList<DependencyCycle>? _cycles;

    public DependencyGraph(FluxModel model)
    {
        _model = model;
        foreach (var app in model.Apps)
        {
            // Of two with one id (a rule of its own) the one that is written counts.
            if (_index.TryGetValue(app.Id, out var known))
            {
                if (!_nodes[known].IsEnabled && app.IsEnabled)
                    _nodes[known] = app;
                continue;
            }

            _index.Add(app.Id, _nodes.Count);
            _nodes.Add(app);
            if (!_byName.TryGetValue(app.Id.Name, out var named))
                _byName.Add(app.Id.Name, named = []);
            named.Add(app.Id);
        }

        _edges = new List<(int, DependencyModel)>[_nodes.Count];
        for (var i = 0; i < _nodes.Count; i++)
        {
            _edges[i] = [];
            if (!_nodes[i].IsEnabled)
                continue;
            foreach (var dependency in _nodes[i].Dependencies)
                if (!dependency.IsImplied && _index.TryGetValue(dependency.Target, out var to) && to != i && _nodes[to].IsEnabled)
                    _edges[i].Add((to, dependency));
            // The order in which dependencies are written must not choose the path that a message shows.
            _edges[i].Sort(static (a, b) => a.To.CompareTo(b.To));
        }
    }

    /// <summary>The app of an id, or <see langword="null"/>.</summary>
    public AppModel? Find(KustomizationId id) => _index.TryGetValue(id, out var at) ? _nodes[at] : null;

    /// <summary>What becomes of one entry of an app's dependsOn.</summary>
    public DependencyVerdict Judge(AppModel app, DependencyModel dependency)
    {
        if (dependency.Target == app.Id)
            return DependencyVerdict.Self;
        // A name that a variable makes is known after substitution only.
        if (SubstitutionText.MayHoldExpressions(dependency.Target.Name) || SubstitutionText.MayHoldExpressions(dependency.Target.Namespace))
            return DependencyVerdict.NotKnown;
        if (Find(dependency.Target) is { } target)
            return target.IsEnabled ? DependencyVerdict.Good : DependencyVerdict.Disabled;
        // One that nothing gives a namespace may get this one from what is not seen; that it has none is a fault of its own.
        if (_model.AppsAreOpen || _model.OpenNamespaces.Contains(dependency.Target.Namespace) || _index.ContainsKey(new("", dependency.Target.Name))
            || _model.Unnamed.Any(one => MayBe(dependency.Target.Name, one.Name) && (one.Namespace.Length == 0 || MayBe(dependency.Target.Namespace, one.Namespace))))
            return DependencyVerdict.NotKnown;
        return ElsewhereOf(app, dependency) is not null ? DependencyVerdict.OtherNamespace
            : ObjectOf(dependency) is not null ? DependencyVerdict.WrongKind
            : DependencyVerdict.Unknown;
    }

    /// <summary>Whether a text is what another may become once its variables are put in.</summary>
    private static bool MayBe(string name, string written)
    {
        if (!SubstitutionText.MayHoldExpressions(written))
            return name == written;
        // The text before the first expression and after the last one stays.
        var before = written.IndexOf('$');
        var after = written.Length - written.LastIndexOf('}') - 1;
        return name.StartsWith(written.Substring(0, before), StringComparison.Ordinal) && (after >= written.Length || name.EndsWith(written.Substring(written.Length - after), StringComparison.Ordinal));
    }

    /// <summary>The Kustomization of that name in another namespace, the first of several; never the dependent itself.</summary>
    public KustomizationId? ElsewhereOf(AppModel app, DependencyModel dependency)
    {
        if (_byName.TryGetValue(dependency.Target.Name, out var named))
            foreach (var id in named)
                if (id != app.Id && Find(id)!.IsEnabled)
                    return id;
        return null;
    }

    /// <summary>The object of another kind that has the name, one in the same namespace before others.</summary>
    public (ObjectModel Object, AppModel? Owner)? ObjectOf(DependencyModel dependency)
    {
        // Analyzers ask from several threads: the table is seen whole or not at all.
        var objects = _objects ??= ObjectsByName();
        return objects.TryGetValue(dependency.Target.ToString(), out var found) || objects.TryGetValue("/" + dependency.Target.Name, out found) ? found : null;
    }

    private Dictionary<string, (ObjectModel Object, AppModel? Owner)> ObjectsByName()
    {
        var objects = new Dictionary<string, (ObjectModel Object, AppModel? Owner)>(StringComparer.Ordinal);
        var all = _model.Apps.SelectMany(static app => app.Objects.Select(item => (Object: item, Owner: (AppModel?)app)))
            .Concat(_model.Objects.Select(static item => (Object: item, Owner: (AppModel?)null)));
        // A HelmRelease is what people mistake for a Kustomization; another kind only where no HelmRelease has the name.
        foreach (var item in all.OrderBy(static item => item.Object.Kind == "HelmRelease" ? 0 : 1))
            foreach (var key in new[] { item.Object.Namespace + "/" + item.Object.Name, "/" + item.Object.Name })
                if (!objects.ContainsKey(key))
                    objects.Add(key, item);
        return objects;
    }

    /// <summary>The name that is probably meant, as it would be written: with its namespace where that differs.</summary>
    public string? NearestTo(DependencyModel dependency)
    {
        var sameNamespace = _nodes.Where(node => node.IsEnabled && node.Id.Namespace == dependency.Target.Namespace).Select(static node => node.Id.Name);
        if (NearestName.Of(dependency.Target.Name, sameNamespace) is { } near)
            return near;
        return NearestName.Of(dependency.Target.Name, _byName.Keys) is { } far ? _byName[far][0].ToString() : null;
    }

    /// <summary>One cycle for each knot of apps that wait for each other, ordered by their first app.</summary>
    public IReadOnlyList<DependencyCycle> Cycles => _cycles ??= FindCycles();

    private IReadOnlyList<DependencyCycle> FindCycles()
    {
        var knots = new StronglyConnected(_edges).Knots;
        var knotOf = new int[_nodes.Count];
        for (var i = 0; i < knots.Count; i++)
            foreach (var node in knots[i])
                knotOf[node] = i + 1;
        return [.. knots.Select(static (knot, i) => (First: knot.Min(), Number: i + 1)).OrderBy(static knot => knot.First)
            .Select(knot => ShortestThrough(knot.First, knotOf, knot.Number))];
    }

    /// <summary>Breadth first from the app back to itself, inside its knot.</summary>
    private DependencyCycle ShortestThrough(int start, int[] knotOf, int knot)
    {
        var cameFrom = new Dictionary<int, (int From, DependencyModel Dependency)>();
        var queue = new Queue<int>();
        queue.Enqueue(start);
        while (!cameFrom.ContainsKey(start))
        {
            var from = queue.Dequeue();
            foreach (var (to, dependency) in _edges[from])
                if (knotOf[to] == knot && !cameFrom.ContainsKey(to))
                {
                    cameFrom.Add(to, (from, dependency));
                    queue.Enqueue(to);
                }
        }

        var steps = new List<(AppModel, DependencyModel)>();
        var at = start;
        do
        {
            var (from, dependency) = cameFrom[at];
            steps.Add((_nodes[from], dependency));
            at = from;
        }
        while (at != start);
        steps.Reverse();
        return new(steps);
    }
}
