namespace GitOps;

/// <summary>
/// What one Kustomization's texts can take: its sources in order, later ones winning, its own variables over all (kustomize_varsub.go).
/// </summary>
internal sealed class VariableScope
{
    private readonly Dictionary<string, VariableAssignment> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private string[]? _names;

    private VariableScope()
    {
    }

    /// <summary>Nothing is known of it: whatever a text takes may be there.</summary>
    public static VariableScope Unknown { get; } = new() { IsOpen = true };

    /// <summary>There may be more variables than are known: nothing is undefined for sure.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>
    /// Whether Flux substitutes at all: with a variable, or when told <c>Always</c>; a source that gives none does not count. <see langword="null"/> when only an
    /// open source could bring one.
    /// </summary>
    public bool? Runs { get; private set; }

    /// <summary>The names in ordinal order.</summary>
    public IEnumerable<string> Names => _names ??= [.. _variables.Keys.OrderBy(static name => name, StringComparer.Ordinal)];

    public int Count => _variables.Count;

    public bool Has(string name) => _variables.ContainsKey(name);

    /// <summary>What counts for a name, or <see langword="null"/>.</summary>
    public VariableAssignment? Find(string name) => _variables.TryGetValue(name, out var found) ? found : null;

    /// <summary>The value that goes into the text, line breaks taken out; <see langword="null"/> when it is not set or not known.</summary>
    public string? KnownValue(string name) => _values.TryGetValue(name, out var value) ? value : null;

    public static VariableScope Of(FluxModel model, AppModel app) =>
        Of(app, reference => Resolve(model, app, reference), model.SourcesAreOpen || model.SourcesMayBeMadeOutside);

    /// <param name="sourceMayBeThere">A source that is not found may be there all the same.</param>
    public static VariableScope Of(AppModel app, Func<VariableSourceReference, VariableSourceModel?> resolve, bool sourceMayBeThere)
    {
        var scope = new VariableScope { IsOpen = app.IsOpen || app.IsReferenceOnly };
        foreach (var reference in app.Sources)
        {
            if (resolve(reference) is not { } source)
            {
                // A source that is not there is said by its own rule, and each of its variables need not be said again. One that may be missing gives nothing.
                scope.IsOpen |= !reference.IsOptional || sourceMayBeThere;
                continue;
            }

            scope.IsOpen |= source.IsOpen;
            foreach (var key in source.Keys)
                scope._variables[key.Name] = key;
        }

        foreach (var use in app.Components)
            foreach (var value in use.Values)
                scope._variables[value.Name] = value;
        foreach (var variable in app.Variables)
            scope._variables[variable.Name] = variable;
        // Once: a text may name one variable a hundred thousand times.
        foreach (var variable in scope._variables.Values)
            if (variable.KnownValue is { } known)
                scope._values[variable.Name] = known.Replace("\n", "");
        scope.Runs = scope._variables.Count > 0 || app.SubstitutesAlways ? true : scope.IsOpen ? null : false;
        return scope;
    }

    /// <summary>The object that an entry of substituteFrom names: in the Kustomization's own namespace, or one whose namespace is not known.</summary>
    public static VariableSourceModel? Resolve(FluxModel model, AppModel app, VariableSourceReference reference)
    {
        VariableSourceModel? anywhere = null;
        foreach (var source in model.SourcesNamed(reference.Kind, reference.Name))
        {
            if (source.Namespace == app.Id.Namespace)
                return source;
            anywhere ??= source.Namespace is null ? source : null;
        }

        return anywhere;
    }
}
