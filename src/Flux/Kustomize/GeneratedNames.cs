namespace GitOps;

/// <summary>Names of generated ConfigMaps and Secrets in the fields of Kubernetes' own kinds, which kustomize knows without being told: pods above all.</summary>
internal static class GeneratedNames
{
    private static readonly Dictionary<string, (string Kind, string Field)> Fields = new(StringComparer.Ordinal)
    {
        ["configMap"] = ("ConfigMap", "name"),
        ["configMapRef"] = ("ConfigMap", "name"),
        ["configMapKeyRef"] = ("ConfigMap", "name"),
        ["secret"] = ("Secret", "secretName"),
        ["secretRef"] = ("Secret", "name"),
        ["secretKeyRef"] = ("Secret", "name"),
    };

    public static DataValue Change(DataValue value, IReadOnlyDictionary<(string Kind, string Name), string> renamed)
    {
        if (value.Kind == DataKind.List)
            return value.EachItem(item => Change(item, renamed));
        if (value.Kind != DataKind.Map)
            return value;
        var result = value;
        foreach (var field in value.Fields)
        {
            var changed = Change(field.Value, renamed);
            if (Fields.TryGetValue(field.Name, out var reference))
                // In a projected volume a Secret has a name, elsewhere a secretName.
                foreach (var name in new[] { reference.Field, "name" })
                    if (changed.TextOf(name) is { } old && renamed.TryGetValue((reference.Kind, old), out var now))
                        changed = changed.With(name, DataValue.Of(now, changed[name]!.Origin));
            if (!ReferenceEquals(changed, field.Value))
                result = result.With(field.Name, changed);
        }

        return result;
    }
}
