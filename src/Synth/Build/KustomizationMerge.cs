namespace GitOps;

/// <summary>What kustomize-controller writes into a kustomization.yaml before it builds it (fluxcd/pkg kustomize_generator.go): the fields of a Kustomization's spec.</summary>
internal static class KustomizationMerge
{
    /// <summary>A kustomization file's values, or <see langword="null"/> when it holds none.</summary>
    public static DataValue? Of(string text)
    {
        var file = YamlFile.Read(text);
        if (file.Faults.Count > 0 || file.Documents is not [{ Mapping: { } root }]) return null;
        var value = KustomizeData.Read(root, out var faults);
        return faults.Count > 0 ? null : value;
    }

    /// <summary>The file that Flux makes where there is none: every YAML file below, and a folder that has a file of its own as one resource.</summary>
    public static DataValue Generated(DiskFileTree tree, string folder)
    {
        var resources = new List<DataValue>();
        var nested = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in tree.FilesBelow(folder))
        {
            var own = Topmost(tree, folder, RepositoryPath.FolderOf(path));
            if (own is not null)
            {
                if (nested.Add(own)) resources.Add(DataValue.Of(RepositoryPath.Relative(folder, own)));
            }
            else if (TreeFiles.IsYaml(path) && RepositoryPath.NameOf(path) != ".sops.yaml")
                resources.Add(DataValue.Of(RepositoryPath.Relative(folder, path)));
        }
        return DataEdit.Empty.With(resources.Count > 0 ? "resources" : "namespace", resources.Count > 0 ? DataValue.List(resources) : DataValue.Of("_placeholder"));
    }

    /// <summary>The file with the spec merged in; <see langword="null"/> when the file cannot be read.</summary>
    /// <param name="exists">Whether a component's folder is there.</param>
    public static DataValue? Merge(DataValue? file, DataValue spec, Func<string, bool> exists)
    {
        if (file is null) return null;
        var isComponent = file.TextOf("kind") == "Component";
        var merged = file.With("apiVersion", DataValue.Of(isComponent ? "kustomize.config.k8s.io/v1alpha1" : "kustomize.config.k8s.io/v1beta1")).With("kind", DataValue.Of(isComponent ? "Component" : "Kustomization"));
        foreach (var (field, from) in new[] { ("namespace", "targetNamespace"), ("namePrefix", "namePrefix"), ("nameSuffix", "nameSuffix") })
            if (spec.TextOf(from) is { Length: > 0 } text) merged = merged.With(field, DataValue.Of(text));
        merged = Appended(merged, "patches", spec.ItemsOf("patches"));
        var ignoresMissing = spec.IsTrue("ignoreMissingComponents");
        merged = Appended(merged, "components", [.. spec.TextsOf("components").Where(component => !ignoresMissing || exists(component.Text))]);
        return Written(Images(merged, spec.ItemsOf("images")));
    }

    private static DataValue Written(DataValue file) => file.Fields.Where(EmptyKustomization.IsLeftOut).Aggregate(file, static (kept, field) => kept.Without(field.Name));

    /// <summary>Whether everything that is merged is known.</summary>
    public static bool IsKnown(DataValue spec)
    {
        foreach (var field in (ReadOnlySpan<string>)["targetNamespace", "namePrefix", "nameSuffix", "patches", "components", "images"])
            if (!spec.Knows(field) || (spec[field] is { } value && !IsWhole(value))) return false;
        return true;
    }

    private static bool IsWhole(DataValue value) =>
        !value.IsUnknown && !value.IsPartial && value.Items.All(IsWhole) && value.Fields.All(static field => IsWhole(field.Value));

    private static DataValue Appended(DataValue file, string field, IReadOnlyList<DataValue> more) =>
        more.Count == 0 ? file : file.With(field, DataValue.List([.. file.ItemsOf(field), .. more]));

    private static DataValue Images(DataValue file, IReadOnlyList<DataValue> images)
    {
        if (images.Count == 0) return file;
        var all = file.ItemsOf("images").ToList();
        foreach (var image in images)
        {
            var at = all.FindIndex(other => other.TextOf("name") == image.TextOf("name"));
            if (at < 0) all.Add(image);
            else all[at] = image.Fields.Aggregate(Unversioned(all[at], image), static (merged, field) => merged.With(field.Name, field.Value));
        }
        return file.With("images", DataValue.List(all));
    }

    /// <summary>Tag and digest are one thing: whoever sets one of them replaces both.</summary>
    private static DataValue Unversioned(DataValue old, DataValue image) =>
        image["newTag"] is null && image["digest"] is null ? old : old.Without("newTag").Without("digest");

    private static string? Topmost(DiskFileTree tree, string folder, string within)
    {
        string? topmost = null;
        for (var at = within; at.Length > folder.Length; at = RepositoryPath.FolderOf(at))
            if (KustomizeReader.FileNames.Any(name => tree.Read($"{at}/{name}") is not null)) topmost = at;
        return topmost;
    }
}
