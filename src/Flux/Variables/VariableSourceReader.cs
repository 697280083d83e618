namespace GitOps;

/// <summary>
/// The variable sources in a YAML text: a ConfigMap, a Secret (with SOPS its keys are readable, its values not), and what makes a Secret in the cluster:
/// SealedSecret, ExternalSecret, ClusterExternalSecret, a generator of a kustomization.yaml.
/// </summary>
internal static class VariableSourceReader
{
    /// <summary>The sources in a file's documents, in their order; a missing namespace is what the caller knows about the folder, or <see langword="null"/>.</summary>
    public static IReadOnlyList<VariableSourceModel> Read(YamlFile file, string path, string? @namespace = null)
    {
        var sources = new List<VariableSourceModel>();
        foreach (var document in file.Documents)
            if (document.Mapping is { } root)
                sources.AddRange(Read(root, path, @namespace));
        return sources;
    }

    private static IEnumerable<VariableSourceModel> Read(YamlMapping root, string path, string? @namespace)
    {
        var kind = root.Text("kind");
        if (kind is "Kustomization" or "Component" && IsKustomize(root))
            return ReadGenerators(root, path, @namespace ?? root.Text("namespace"));
        var metadata = root["metadata"] as YamlMapping;
        var spec = root["spec"] as YamlMapping;
        var name = metadata?.Text("name");
        if (name is null)
            return [];
        var source = new VariableSourceModel(kind == "ConfigMap" ? kind : "Secret", metadata!.Text("namespace") ?? @namespace, name, Place(path, root)) { MadeBy = kind ?? "" };
        return kind switch
        {
            // binaryData is not looked at.
            "ConfigMap" => [source with { Keys = Keys(root["data"], path, knownValues: true) }],
            "Secret" => [source with { Keys = [.. Keys(root["data"], path), .. Keys(root["stringData"], path)] }],
            "SealedSecret" when spec is not null => [Sealed(source, spec, path)],
            "ExternalSecret" when spec is not null => [External(source, spec, path)],
            "ClusterExternalSecret" when spec?["externalSecretSpec"] is YamlMapping inner =>
                [External(source with { Namespace = null, Name = spec.Text("externalSecretName") ?? name }, inner, path)],
            _ => [],
        };
    }

    private static VariableSourceModel Sealed(VariableSourceModel source, YamlMapping spec, string path)
    {
        var template = spec["template"] as YamlMapping;
        var metadata = template?["metadata"] as YamlMapping;
        return source with
        {
            Name = metadata?.Text("name") ?? source.Name,
            Keys = [.. Keys(spec["encryptedData"], path), .. Keys(template?["data"], path)],
        };
    }

    private static VariableSourceModel External(VariableSourceModel source, YamlMapping spec, string path)
    {
        var target = spec["target"] as YamlMapping;
        var template = target?["template"] as YamlMapping;
        var templated = template?["data"] is YamlMapping;
        // A template replaces what was fetched unless it says that it merges.
        var fetched = !templated || template!.Text("mergePolicy") == "Merge";
        var keys = new List<VariableAssignment>(Keys(template?["data"], path));
        if (fetched && spec["data"] is YamlSequence entries)
            foreach (var entry in entries.Items)
                if ((entry as YamlMapping)?["secretKey"] is YamlScalar key)
                    keys.Add(new(key.Text, null, Place(path, key)));
        return source with
        {
            Name = target?.Text("name") ?? source.Name,
            Keys = keys,
            IsOpen = (fetched && spec["dataFrom"] is YamlSequence { Items.Count: > 0 }) || template?["templateFrom"] is YamlSequence { Items.Count: > 0 },
        };
    }

    /// <summary>Generators whose name stays as it is; with a hash in it no substituteFrom can name the object.</summary>
    private static IEnumerable<VariableSourceModel> ReadGenerators(YamlMapping root, string path, string? @namespace)
    {
        var plainByDefault = (root["generatorOptions"] as YamlMapping)?.Text("disableNameSuffixHash") == "true";
        foreach (var (field, kind) in new[] { ("configMapGenerator", "ConfigMap"), ("secretGenerator", "Secret") })
        {
            if (root[field] is not YamlSequence generators)
                continue;
            foreach (var generator in generators.Items.OfType<YamlMapping>())
            {
                var options = generator["options"] as YamlMapping;
                if (generator.Text("name") is not { } name || !(options?.Text("disableNameSuffixHash") is { } own ? own == "true" : plainByDefault))
                    continue;
                var keys = Items(generator["literals"]).Select(literal => Literal(literal, path, knownValue: kind == "ConfigMap"))
                    .Concat(Items(generator["files"]).Select(file => FileKey(file, path)));
                yield return new(kind, generator.Text("namespace") ?? @namespace, name, Place(path, generator))
                {
                    Keys = [.. keys],
                    IsOpen = Items(generator["envs"]).Any() || generator["env"] is not null,
                };
            }
        }
    }

    private static VariableAssignment Literal(YamlScalar literal, string path, bool knownValue)
    {
        var equals = literal.Text.IndexOf('=');
        if (equals < 0)
            return new(literal.Text, null, Place(path, literal));
        var value = literal.Text.Substring(equals + 1);
        // kustomize takes one pair of quotes off.
        if (value.Length > 1 && value[0] is '"' or '\'' && value[value.Length - 1] == value[0])
            value = value.Substring(1, value.Length - 2);
        return new(literal.Text.Substring(0, equals), knownValue ? value : null, Place(path, literal));
    }

    private static VariableAssignment FileKey(YamlScalar file, string path)
    {
        var equals = file.Text.IndexOf('=');
        return new(equals > 0 ? file.Text.Substring(0, equals) : file.Text.Substring(file.Text.LastIndexOf('/') + 1), null, Place(path, file));
    }

    private static IEnumerable<YamlScalar> Items(YamlNode? node) => node is YamlSequence list ? list.Items.OfType<YamlScalar>() : [];

    private static IReadOnlyList<VariableAssignment> Keys(YamlNode? node, string path, bool knownValues = false) =>
        node is not YamlMapping map ? []
        : [.. map.Entries.Where(static entry => entry.Key is YamlScalar).Select(entry => new VariableAssignment(
            entry.Name, knownValues && entry.Value is YamlScalar value && !IsEncrypted(value.Text) ? value.Text : null, Place(path, entry.Key)))];

    /// <summary>What SOPS leaves of a value.</summary>
    private static bool IsEncrypted(string value) => value.StartsWith("ENC[", StringComparison.Ordinal);

    private static bool IsKustomize(YamlMapping root) => root.Text("apiVersion")?.StartsWith("kustomize.config.k8s.io/", StringComparison.Ordinal) != false;

    private static FindingPlace Place(string path, YamlNode node) => new(path, node.Start.Line, node.Start.Column);
}
