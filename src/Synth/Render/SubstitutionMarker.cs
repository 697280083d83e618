namespace GitOps;

/// <summary>
/// Which objects of a folder are taken out of substitution: by themselves, by their metadata, or by what their kustomization.yaml and the patches over it set on
/// them. Flux looks at the built object; its commonMetadata comes later and switches nothing off (kustomize-controller, build).
/// </summary>
internal sealed class SubstitutionMarker
{
    private readonly bool all;
    private readonly bool generated;
    private readonly IReadOnlyList<PatchTargets> patches;

    private SubstitutionMarker(bool all, bool generated, IReadOnlyList<PatchTargets> patches)
    {
        this.all = all;
        this.generated = generated;
        this.patches = patches;
    }

    public static SubstitutionMarker Plain { get; } = new(false, false, []);

    public static SubstitutionMarker Of(KustomizeOptions options, IEnumerable<Patch> patches)
    {
        var switching = patches.Concat(options.Patches).Where(static patch => patch.Text.Contains(SubstitutionSwitch.Disabled, StringComparison.Ordinal))
            .Select(PatchTargets.Of).Where(static target => target.SwitchesOff).ToArray();
        var all = IsSetIn(options.CommonAnnotations) || options.Labels.Any(static labels => IsSetIn(labels.Pairs));
        var generated = false;
        if (options.Other is { } other)
        {
            all |= IsSetIn(other, "commonAnnotations") || IsSetIn(other, "commonLabels");
            generated = other.Contains("generatorOptions") && (IsSetIn(other["generatorOptions"], "annotations") || IsSetIn(other["generatorOptions"], "labels"));
        }

        return all || generated || switching.Length > 0 ? new SubstitutionMarker(all, generated, switching) : Plain;
    }

    public bool IsSetOn(KubernetesObject item) =>
        item.SubstitutionDisabled || IsSetIn(item.Metadata.Annotations) || IsSetIn(item.Metadata.Labels) || (this != Plain && Reaches(Patchable(item)));

    public bool IsSetOn(ResourceGenerator generator, PatchableObject item) =>
        generator.Literal || IsSetIn(generator.Annotations) || IsSetIn(generator.Labels) || generated || (this != Plain && Reaches(item));

    /// <summary>Whether what stands around an object of raw YAML takes it out of substitution.</summary>
    public bool Reaches(PatchableObject item) => all || patches.Any(patch => patch.Reach(item));

    public static PatchableObject Patchable(KubernetesObject item) => new(item.ApiVersion, item.Kind, item.Metadata.Namespace, item.ResolvedName ?? "")
    {
        Labels = Entries(item.Metadata.Labels),
        Annotations = Entries(item.Metadata.Annotations),
    };

    public static PatchableObject Patchable(YamlMapping root)
    {
        var metadata = root["metadata"] as YamlMapping;
        return new(root.Text("apiVersion") ?? "", root.Text("kind") ?? "", metadata?.Text("namespace"), metadata?.Text("name") ?? "")
        {
            Labels = Entries(metadata?["labels"]),
            Annotations = Entries(metadata?["annotations"]),
        };
    }

    private static bool IsSetIn(Map<string>? entries) => entries is not null && entries.TryGetValue(SubstitutionSwitch.Key, out var value) && value == SubstitutionSwitch.Disabled;

    private static bool IsSetIn(Values options, string field) =>
        options.Contains(field) && options[field].Contains(SubstitutionSwitch.Key) && options[field][SubstitutionSwitch.Key].Scalar is SubstitutionSwitch.Disabled;

    private static Dictionary<string, string> Entries(Map<string>? entries) =>
        entries is null ? [] : entries.ToDictionary(static entry => entry.Key, static entry => entry.Value, StringComparer.Ordinal);

    private static Dictionary<string, string> Entries(YamlNode? node)
    {
        var entries = new Dictionary<string, string>(StringComparer.Ordinal);
        if (node is YamlMapping mapping)
            foreach (var entry in mapping.Entries)
                entries[entry.Name] = (entry.Value as YamlScalar)?.Text ?? "";
        return entries;
    }
}
