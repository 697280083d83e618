namespace GitOps;

/// <summary>The objects of one cluster by kind and name, and what may be there beside them.</summary>
internal sealed class ObjectIndex
{
    private readonly Dictionary<(string Group, string Kind, string Name), List<ReadObject>> _named = [];
    private readonly Dictionary<(string Group, string Kind), List<ReadObject>> _byKind = [];
    private readonly HashSet<string> _openNamespaces = new(StringComparer.Ordinal);
    private readonly HashSet<string> _openKinds = new(StringComparer.Ordinal);

    public ObjectIndex(IReadOnlyList<ReadKustomization> kustomizations)
    {
        foreach (var app in kustomizations)
        {
            HidesObjects |= app.HidesObjects;
            // What another source brings may be anything in its own namespaces.
            if (app.IsOutside)
            {
                _openNamespaces.Add(app.Id.Namespace);
                if (app.Spec.TextOf("targetNamespace") is { } target)
                    _openNamespaces.Add(target);
            }

            foreach (var item in app.Objects)
                Add(item);
        }
    }

    /// <summary>Files of this repository could not be read: an object that is missing may stand in one of them.</summary>
    public bool HidesObjects { get; }

    /// <summary>A policy of Kyverno copies or makes objects in namespaces: which, only the cluster knows.</summary>
    public bool MakesObjects { get; private set; }

    public IReadOnlyCollection<string> OpenNamespaces => _openNamespaces;

    public IReadOnlyList<ReadObject> OfKind(string group, string kind) => _byKind.TryGetValue((group, kind), out var items) ? items : [];

    public IReadOnlyList<ReadObject> Named(string group, string kind, string name) => _named.TryGetValue((group, kind, name), out var items) ? items : [];

    public ReadObject? Find(string group, string kind, string @namespace, string name) => Named(group, kind, name).FirstOrDefault(item => item.Namespace == @namespace);

    /// <summary>Whether another source may bring objects into a namespace.</summary>
    public bool IsOpenNamespace(string @namespace) => _openNamespaces.Contains(@namespace);

    /// <summary>Whether an object of a kind may be in a namespace though it is not among those that are known.</summary>
    public bool MayBeThere(string kind, string @namespace, string name) => _openNamespaces.Contains(@namespace) || MayBeHidden(kind, @namespace, name);

    /// <summary>The same, what another source may bring left out.</summary>
    public bool MayBeHidden(string kind, string @namespace, string name) =>
        HidesObjects || _openKinds.Contains(kind) || SubstitutionText.MayHoldExpressions(name) || SubstitutionText.MayHoldExpressions(@namespace)
        || _byKind.Any(pair => pair.Key.Kind == kind && pair.Value.Any(item => !item.IsNameKnown || (!item.IsNamespaceKnown && item.Name == name)));

    /// <summary>A ResourceSet makes objects of this kind, under names that only it knows.</summary>
    public bool IsOpenKind(string kind) => _openKinds.Contains(kind);

    private void Add(ReadObject item)
    {
        if (!_named.TryGetValue((item.Group, item.Kind, item.Name), out var named))
            _named.Add((item.Group, item.Kind, item.Name), named = []);
        named.Add(item);
        if (!_byKind.TryGetValue((item.Group, item.Kind), out var same))
            _byKind.Add((item.Group, item.Kind), same = []);
        same.Add(item);
        if (item.Is(FluxKinds.OperatorGroup, "ResourceSet"))
            AddKinds(item.Spec);
        if (item.Group.EndsWith("kyverno.io", StringComparison.Ordinal) && (item.Kind == "GeneratingPolicy" || item.Spec.ItemsOf("rules").Any(static rule => rule["generate"] is not null)))
            MakesObjects = true;
    }

    private void AddKinds(DataValue value)
    {
        if (value.TextOf("kind") is { } kind)
            _openKinds.Add(kind);
        foreach (var field in value.Fields)
            if (field.Name == "resourcesTemplate")
            {
                foreach (var line in (field.Value.Text ?? "").Split('\n'))
                    if (line.TrimStart(' ', '-') is var text && text.StartsWith("kind:", StringComparison.Ordinal))
                        _openKinds.Add(text.Substring(5).Trim());
            }
            else
                AddKinds(field.Value);
        foreach (var item in value.Items)
            AddKinds(item);
    }
}
