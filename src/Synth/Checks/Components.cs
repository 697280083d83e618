namespace GitOps;

/// <summary>The components that apps include, each read once.</summary>
internal sealed class Components(RenderState state)
{
    private readonly Dictionary<string, ComponentModel?> read = new(StringComparer.Ordinal);
    private readonly RepositoryFileTree tree = new(state.Options.Files);

    public IReadOnlyList<ComponentUse> Of(AppPlan plan) =>
        [.. plan.Components.Select(component => new ComponentUse(component.Directory, Model(component), state.Places.Map(component.Place) ?? plan.Place) { Values = Values(component, plan) })];

    // One written in C# is judged where its own texts are.
    private ComponentModel? Model(FluxComponent component)
    {
        var folder = state.InTree(component.Directory);
        if (component.Manifests is not null)
            return null;
        if (!read.TryGetValue(folder, out var model))
            read.Add(folder, model = tree.HasFolder(folder) && tree.FilesBelow(folder).Count > 0 ? ComponentReader.Read(tree, folder) : null);
        return model;
    }

    private VariableAssignment[] Values(FluxComponent component, AppPlan plan)
    {
        var variables = new ComponentVariables(plan.App);
        component.AddVariables(variables);
        var place = state.Places.Map(component.Place) ?? plan.Place;
        return [.. variables.Entries.Select(entry => new VariableAssignment(entry.Key, entry.Value, place) { Component = component.GetType().Name, IsImplied = entry.Key is "APP" or "NAMESPACE" })];
    }
}
