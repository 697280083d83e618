namespace GitOps;

/// <summary>
/// When kustomize calls a kustomization empty and refuses it: where no field but apiVersion and kind has a value (api/types/kustomization.go CheckEmpty). An empty list
/// is a value, but not in the file at <c>spec.path</c>: Flux reads that one and writes it anew, and leaves out what is empty (fluxcd/pkg kustomize_generator.go WriteFile).
/// </summary>
internal static class EmptyKustomization
{
    // Pointers in Go: there even when they hold nothing.
    private static readonly HashSet<string> Pointers = new(StringComparer.Ordinal) { "metadata", "generatorOptions", "helmGlobals", "sortOptions" };

    /// <param name="isRewritten">The file lies at the path of a Flux Kustomization.</param>
    public static bool Is(DataValue root, bool isRewritten)
    {
        if (root.IsPartial)
            return false;
        foreach (var field in root.Fields)
            if (field.Name is not ("apiVersion" or "kind") && !IsNothing(field) && !(isRewritten && IsLeftOut(field)))
                return false;
        return true;
    }

    /// <summary>Whether Flux leaves a field out when it writes the file anew.</summary>
    public static bool IsLeftOut(DataField field) => IsNothing(field)
        || (!Pointers.Contains(field.Name) && field.Value is { IsUnknown: false, IsPartial: false } and ({ Kind: DataKind.List, Items.Count: 0 } or { Kind: DataKind.Map, Fields.Count: 0 }));

    // Bases are moved to the resources before anything is asked.
    private static bool IsNothing(DataField field) => field.Value is { IsUnknown: false, IsPartial: false } value
        && (value.Kind == DataKind.Null || (value.Kind == DataKind.String && value.Text.Length == 0) || (field.Name == "bases" && value.Kind == DataKind.List && value.Items.Count == 0));
}
