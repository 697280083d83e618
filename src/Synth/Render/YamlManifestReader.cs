namespace GitOps;

/// <summary>What stands in a text of raw YAML, as far as its objects say who they are.</summary>
internal static class YamlManifestReader
{
    internal readonly record struct Found(string ApiVersion, string Kind, string? Namespace, string Name, bool IsOff);

    /// <summary>The objects in the text, or <see langword="null"/> after a fault.</summary>
    public static IReadOnlyList<Found>? Read(YamlManifest manifest, RenderState state, FindingPlace? place)
    {
        var file = YamlFile.Read(manifest.Yaml);
        if (file.Faults.Count > 0)
        {
            foreach (var fault in file.Faults)
                state.Error(RuleIds.UnreadableYaml, $"line {fault.Place.Line}, column {fault.Place.Column} of this YAML text: {fault.Message}", place);
            return null;
        }

        var objects = new List<Found>();
        foreach (var document in file.Documents)
        {
            if (document.Root is null)
                continue;
            if (document.Mapping is not { } root || root.Text("apiVersion") is not { Length: > 0 } apiVersion || root.Text("kind") is not { Length: > 0 } kind)
            {
                state.Error(RuleIds.NotAnObject,
                    $"the document at line {document.Start.Line} of this YAML text is no Kubernetes object: it needs apiVersion, kind and metadata.name", place);
                return null;
            }

            var metadata = root["metadata"] as YamlMapping;
            var name = metadata?.Text("name") ?? "";
            // A list has no name; its items have.
            if (!kind.EndsWith("List", StringComparison.Ordinal) && ObjectNames.Fault(apiVersion, kind, name) is { } wrong)
            {
                var at = (metadata?["name"] ?? metadata ?? root).Start;
                state.Error(name.Length == 0 ? RuleIds.NotAnObject : RuleIds.ObjectName,
                    name.Length == 0
                        ? $"the {kind} at line {document.Start.Line} of this YAML text has no metadata.name; kustomize and Flux take none without"
                        : $"'{name}' (line {at.Line}, column {at.Column} of this YAML text) cannot be the name of a {kind}: it {wrong}", place);
                return null;
            }

            objects.Add(new Found(apiVersion, kind, metadata?.Text("namespace"), name, RenderedTexts.IsOff(root)));
        }

        return objects;
    }
}
