namespace GitOps;

/// <summary>The components that apps include, each read once.</summary>
internal sealed class Components(RenderState state)
{
    private readonly Dictionary<string, ComponentModel?> read = new(StringComparer.Ordinal);
    private readonly RepositoryFileTree tree = new(state.Options.Files);

    public IReadOnlyList<ComponentUse> Of(AppPlan plan) =>
        [.. plan.Components.Select(component => new ComponentUse(component.Directory, Model(component), state.Places.Map(component.Place) ?? plan.Place) { Values = Values(component, plan) })];

    /// <summary>Those of a namespace: nobody sets their variables but the root.</summary>
    public IReadOnlyList<ComponentUse> Of(FluxNamespace home) =>
        [.. home.ComponentsOnce.Select(component => new ComponentUse(component.Directory, Model(component), state.Places.Map(component.Place) ?? new FindingPlace(home.Registration.File)))];

    /// <summary>What is wrong with the components themselves, each said once.</summary>
    public IEnumerable<Finding> Judge() =>
        read.Values.OfType<ComponentModel>().OrderBy(static component => component.Directory, StringComparer.Ordinal)
            .SelectMany(static component => component.Findings.Concat(UndefinedVariableRule.Check(component)))
            .Concat(state.WrittenComponents.OrderBy(static pair => pair.Key, StringComparer.Ordinal).SelectMany(pair => pair.Value.Judge(state)));

    private ComponentModel? Model(FluxComponent component)
    {
        var folder = state.InTree(component.Directory);
        if (!read.TryGetValue(folder, out var model))
            read.Add(folder, model = state.WrittenComponents.TryGetValue(folder, out var own) ? own.Model(folder, state) : tree.HasFolder(folder) && tree.FilesBelow(folder).Count > 0 ? ComponentReader.Read(tree, folder) : null);
        return model;
    }

    private VariableAssignment[] Values(FluxComponent component, AppPlan plan)
    {
        var variables = new ComponentVariables(plan.App);
        component.AddVariables(variables);
        var place = state.Places.Map(component.Place) ?? plan.Place;
        var implied = state.WrittenComponents.TryGetValue(state.InTree(component.Directory), out var own) ? own.Implied(plan.App) : [];
        return [.. variables.Entries.Concat(implied.Select(static pair => KeyValuePair.Create(pair.Name, pair.Value)))
            .Select(entry => new VariableAssignment(entry.Key, LiteralDollars.Write(entry.Value, 0), place) { Component = component.GetType().Name, IsImplied = entry.Key is "APP" or "NAMESPACE" })];
    }
}
