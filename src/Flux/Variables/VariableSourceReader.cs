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

    private static IEnumerable<VariableSourceModel> Read(YamlMapping root, string path, string? @namespace) =>
        root.Text("kind") is "Kustomization" or "Component" && IsKustomize(root) ? ReadGenerators(root, path, @namespace ?? root.Text("namespace"))
            : IsSource(root.Text("kind") ?? "") ? Read(YamlData.Of(root), @namespace, path) : [];

    /// <summary>Whether an object of a kind is, or makes, a source.</summary>
    public static bool IsSource(string kind) => kind is "ConfigMap" or "Secret" or "SealedSecret" or "ExternalSecret" or "ClusterExternalSecret";

    /// <summary>The sources that an object is or makes.</summary>
    /// <param name="path">Its file, where its nodes do not know it.</param>
    public static IEnumerable<VariableSourceModel> Read(DataValue value, string? @namespace, string? path = null)
    {
        var kind = value.TextOf("kind") ?? "";
        var metadata = value.MapOf("metadata");
        var spec = value.MapOf("spec");
        if (metadata.TextOf("name") is not { } name)
            return [];
        var source = new VariableSourceModel(kind == "ConfigMap" ? kind : "Secret", metadata.TextOf("namespace") ?? @namespace, name, Place(value.Origin, path))
        {
            MadeBy = kind,
            IsCopied = metadata.MapOf("annotations").Fields.Any(static field => CopyMarks.Any(mark => field.Name.StartsWith(mark, StringComparison.Ordinal))),
        };
        // Applied by merging, or patched into one that is there: others may have put keys into it.
        var isShared = metadata.MapOf("annotations") is var annotations && (annotations.TextOf("kustomize.toolkit.fluxcd.io/ssa") is "Merge" or "merge" or "IfNotPresent" || annotations.TextOf("sealedsecrets.bitnami.com/patch") == "true");
        return Of().Select(found => isShared ? found with { IsOpen = true } : found);

        IEnumerable<VariableSourceModel> Of() => kind switch
        {
            // binaryData is not looked at.
            "ConfigMap" => [source with { Keys = Keys(value["data"], path, knownValues: true), IsOpen = IsOpen(value, "data") }],
            "Secret" => [source with { Keys = [.. Keys(value["data"], path), .. Keys(value["stringData"], path)], IsOpen = IsOpen(value, "data") || IsOpen(value, "stringData") }],
            "SealedSecret" when spec.Fields.Count > 0 => [Sealed(source, spec, path)],
            "ExternalSecret" when spec.Fields.Count > 0 => [External(source, spec, path)],
            "ClusterExternalSecret" when spec["externalSecretSpec"] is { Kind: DataKind.Map } inner =>
                [External(source with { Namespace = null, Name = spec.TextOf("externalSecretName") ?? name }, inner, path)],
            _ => [],
        };
    }

    /// <summary>What tells the operators that copy objects between namespaces to do so.</summary>
    private static readonly string[] CopyMarks =
    [
        "reflector.v1.k8s.emberstack.com/", "replicator.v1.mittwald.de/", "kubed.appscode.com/sync", "secretgen.k14s.io/", "config-syncer.appscode.com/", "kopf.dev/clustersecret",
    ];

    /// <summary>There may be keys that are not seen.</summary>
    private static bool IsOpen(DataValue value, string name) => !value.Knows(name) || value[name] is { IsPartial: true };

    private static VariableSourceModel Sealed(VariableSourceModel source, DataValue spec, string? path)
    {
        var template = spec.MapOf("template");
        return source with
        {
            Name = template.MapOf("metadata").TextOf("name") ?? source.Name,
            Keys = [.. Keys(spec["encryptedData"], path), .. Keys(template["data"], path)],
            IsOpen = IsOpen(spec, "encryptedData"),
        };
    }

    private static VariableSourceModel External(VariableSourceModel source, DataValue spec, string? path)
    {
        var target = spec.MapOf("target");
        var template = target.MapOf("template");
        var templated = template["data"] is { Kind: DataKind.Map };
        // A template replaces what was fetched unless it says that it merges.
        var fetched = !templated || template.TextOf("mergePolicy") == "Merge";
        var keys = new List<VariableAssignment>(Keys(template["data"], path));
        if (fetched)
            foreach (var entry in spec.ItemsOf("data"))
                if (entry.TextOf("secretKey") is { } key)
                    keys.Add(new(key, null, Place(entry["secretKey"]!.Origin, path)));
        return source with
        {
            Name = target.TextOf("name") ?? source.Name,
            Keys = keys,
            IsOpen = (fetched && (spec.ItemsOf("dataFrom").Count > 0 || !spec.Knows("dataFrom"))) || template.ItemsOf("templateFrom").Count > 0
                // It adds to a Secret of somebody else's.
                || target.TextOf("creationPolicy") == "Merge",
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
                    IsOpen = Items(generator["envs"]).Any() || generator["env"] is not null || generator["behavior"] is not null,
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

    private static IReadOnlyList<VariableAssignment> Keys(DataValue? map, string? path, bool knownValues = false) =>
        map is not { Kind: DataKind.Map } ? []
        : [.. map.Fields.Select(field => new VariableAssignment(field.Name, knownValues && Text(field.Value) is { } text && !IsEncrypted(text) ? text : null, Place(field.Origin, path)))];

    /// <summary>A scalar as it is written.</summary>
    private static string? Text(DataValue value) => value switch
    {
        { Kind: DataKind.String, IsPartial: false } => value.Text,
        { Kind: DataKind.Null or DataKind.Bool or DataKind.Integer or DataKind.Float } => (value.Origin as YamlScalar)?.Text,
        _ => null,
    };

    /// <summary>What SOPS leaves of a value.</summary>
    private static bool IsEncrypted(string value) => value.StartsWith("ENC[", StringComparison.Ordinal);

    private static bool IsKustomize(YamlMapping root) => root.Text("apiVersion")?.StartsWith("kustomize.config.k8s.io/", StringComparison.Ordinal) != false;

    private static FindingPlace? Place(object? origin, string? path) =>
        path is not null && origin is YamlNode node ? Place(path, node) : Places.Of(origin);

    private static FindingPlace Place(string path, YamlNode node) => new(path, node.Start.Line, node.Start.Column);
}
