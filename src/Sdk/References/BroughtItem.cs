namespace GitOps;

/// <summary>An object that a component brings: known as the component writes it, with the variables of whoever includes it.</summary>
/// <param name="Component">The component's class.</param>
/// <param name="ApiVersion">Its group and version.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Name">As written, variables included.</param>
/// <param name="Namespace">As written, or <see langword="null"/> for that of the app or namespace which includes the component.</param>
/// <param name="Secret">The Secret that it makes where that has another name; as written.</param>
internal sealed record BroughtItem(Type Component, string ApiVersion, string Kind, string Name, string? Namespace, string? Secret)
{
    /// <summary>A text of the component with an app's variables put in; as it stands where one of them is not known here.</summary>
    public static string Expand(string text, FluxApp app)
    {
        if (!SubstitutionText.MayHoldExpressions(text))
            return text;
        var parsed = SubstitutionText.Parse(text);
        var known = Variables(app);
        if (parsed.Error is not null || parsed.Expressions.Any(expression => !known.ContainsKey(expression.Name) && (expression.IsRequired || MayComeFromSource(app, expression.Name))))
            return text;
        return SubstitutionEvaluator.Evaluate(parsed, name => known.TryGetValue(name, out var value) ? value.Replace("\n", "", StringComparison.Ordinal) : null).Value ?? text;
    }

    /// <summary>Whether an app, or the namespace it lives in, includes the component; one that is written in C# must list the object too.</summary>
    public bool IsOf(FluxApp app) => app.ComponentsOnce.Any(IsThis) || app.Home.ComponentsOnce.Any(IsThis);

    /// <summary>Whether a component is the one that brings it.</summary>
    public bool IsThis(FluxComponent component) => component.GetType() == Component;

    /// <summary>What is wrong with the reference itself: it names an object that the component's own C# does not list.</summary>
    public string? Fault(FluxComponent component) =>
        component.ManifestsOnce is { } manifests && !Objects(manifests).Any(item => item.Kind == Kind && item.ApiVersion == ApiVersion && (item.GivenName ?? item.Metadata.GivenName) == Name)
            ? $"component {Component.Name} lists no {Kind} '{Name}' in its Manifests"
            : null;

    private static IEnumerable<KubernetesObject> Objects(IEnumerable<ManifestItem> items) =>
        items.SelectMany(static item => item switch { KubernetesObject one => [one], FileGroup group => group.Objects, _ => Enumerable.Empty<KubernetesObject>() });

    private static Dictionary<string, string> Variables(FluxApp app)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal) { ["APP"] = app.Name, ["NAMESPACE"] = app.Namespace };
        var variables = new ComponentVariables(app);
        foreach (var component in app.ComponentsOnce)
            component.AddVariables(variables);
        foreach (var (name, value) in variables.Entries.Concat(app.Substitute))
            known[name] = value;
        // A value that holds a variable itself is known in the cluster only.
        foreach (var name in known.Where(static entry => SubstitutionText.MayHoldExpressions(entry.Value)).Select(static entry => entry.Key).ToArray())
            known.Remove(name);
        return known;
    }

    private static bool MayComeFromSource(FluxApp app, string variable) =>
        app.Registration.SubstituteFrom.Count > 0
        && (Composition.Current is not { Provides: { } provides } composition || app.Registration.SubstituteFrom.Any(source => provides(composition.Source(source), variable)));
}
