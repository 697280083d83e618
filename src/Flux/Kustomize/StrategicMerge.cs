namespace GitOps;

/// <summary>
/// A strategic merge patch as kustomize applies it: maps merge, null deletes, lists are replaced, but those of Kubernetes' own kinds that have a merge key.
/// </summary>
internal sealed class StrategicMerge(bool isCoreKind, Action<IReadOnlyList<string>, DataValue, DataValue>? replaced = null)
{
    private const string Directive = "$patch";

    /// <summary>The lists of core kinds that merge item by item, and the field that tells items apart.</summary>
    private static readonly Dictionary<string, string> MergeKeys = new(StringComparer.Ordinal)
    {
        ["containers"] = "name",
        ["initContainers"] = "name",
        ["ephemeralContainers"] = "name",
        ["env"] = "name",
        ["volumes"] = "name",
        ["volumeMounts"] = "mountPath",
        ["volumeDevices"] = "devicePath",
        ["imagePullSecrets"] = "name",
        ["secrets"] = "name",
        ["hostAliases"] = "ip",
        ["topologySpreadConstraints"] = "topologyKey",
        ["ownerReferences"] = "uid",
    };

    private readonly List<string> _path = [];

    /// <summary>The patched value; <see langword="null"/> when the patch deletes it.</summary>
    public DataValue? Apply(DataValue target, DataValue patch)
    {
        if (patch.TextOf(Directive) == "delete")
            return null;
        if (patch.TextOf(Directive) == "replace")
            return patch.Without(Directive);
        return Merge(target, patch);
    }

    private DataValue Merge(DataValue target, DataValue patch)
    {
        if (target.IsUnknown || patch.IsUnknown)
            return DataValue.Unknown(target.Origin);
        if (patch.Kind != DataKind.Map || target.Kind != DataKind.Map)
            return Clean(patch);
        var result = target.Fields.ToList<DataField?>();
        // Few fields are found sooner one by one.
        var places = result.Count + patch.Fields.Count > 32 ? PlacesOf(target.Fields) : null;
        foreach (var field in patch.Fields)
        {
            if (field.Name == Directive)
                continue;
            var at = places is null ? result.FindIndex(other => other?.Name == field.Name) : places.TryGetValue(field.Name, out var found) ? found : -1;
            if (field.Value.Kind == DataKind.Null || field.Value.TextOf(Directive) == "delete")
            {
                if (at >= 0)
                    result[at] = null;
                continue;
            }

            if (at < 0)
            {
                result.Add(target.IsPartial ? new(field.Name, DataValue.Unknown(field.Value.Origin), field.Origin) : new(field.Name, Clean(field.Value), field.Origin));
                continue;
            }

            _path.Add(field.Name);
            result[at] = result[at]! with { Value = MergeField(result[at]!.Value, field.Value, field.Name) };
            _path.RemoveAt(_path.Count - 1);
        }

        return DataValue.Map([.. result.OfType<DataField>()], target.Origin, target.IsPartial);
    }

    private static Dictionary<string, int> PlacesOf(IReadOnlyList<DataField> fields)
    {
        var places = new Dictionary<string, int>(fields.Count, StringComparer.Ordinal);
        for (var i = 0; i < fields.Count; i++)
            places[fields[i].Name] = i;
        return places;
    }

    private DataValue MergeField(DataValue target, DataValue patch, string name)
    {
        if (patch.TextOf(Directive) == "replace")
            return Clean(patch);
        if (patch.Kind == DataKind.Map && target.Kind == DataKind.Map)
            return Merge(target, patch);
        if (target.Kind != DataKind.List || patch.Kind != DataKind.List)
            return Clean(patch);
        if (isCoreKind && KeyOf(name) is { } key && target.Items.Concat(patch.Items).All(item => item.Kind == DataKind.Map))
            return MergeItems(target, patch, key);
        if (isCoreKind && name == "finalizers")
            return DataValue.List([.. target.Items, .. patch.Items.Where(item => target.Items.All(other => other.SameAs(item) == false))], target.Origin, target.IsPartial || patch.IsPartial);
        replaced?.Invoke(_path, target, patch);
        return Clean(patch);
    }

    private string? KeyOf(string name)
    {
        if (name == "ports")
            return _path.Count > 1 && _path[_path.Count - 2].EndsWith("]", StringComparison.Ordinal) ? "containerPort" : "port";
        return MergeKeys.TryGetValue(name, out var key) ? key : null;
    }

    private DataValue MergeItems(DataValue target, DataValue patch, string key)
    {
        var items = target.Items.ToList<DataValue?>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = items.Count - 1; i >= 0; i--)
            if (items[i]![key] is { } own)
                places[own.ToString()] = i;
        var added = new List<DataValue>();
        foreach (var item in patch.Items)
        {
            var directive = item.TextOf(Directive);
            var at = item[key] is { } value && places.TryGetValue(value.ToString(), out var found) && items[found]?[key]?.SameAs(value) == true ? found : -1;
            if (directive == "delete")
            {
                if (at >= 0)
                    items[at] = null;
            }
            else if (at < 0)
                added.Add(Clean(item));
            else if (directive == "replace")
                items[at] = Clean(item);
            else
            {
                _path.Add("[]");
                items[at] = Merge(items[at]!, item);
                _path.RemoveAt(_path.Count - 1);
            }
        }

        // kustomize puts what is new before what was there.
        return DataValue.List([.. added, .. items.OfType<DataValue>()], target.Origin, target.IsPartial || patch.IsPartial);
    }

    /// <summary>What a patch adds, without what means "delete" in it.</summary>
    private static DataValue Clean(DataValue value) => value.Kind switch
    {
        DataKind.Map when value.Fields.Any(static field => field.Name == Directive || field.Value.Kind is DataKind.Null or DataKind.Map or DataKind.List) =>
            DataValue.Map([.. value.Fields.Where(static field => field.Name != Directive && field.Value.Kind != DataKind.Null).Select(static field => field with { Value = Clean(field.Value) })], value.Origin, value.IsPartial),
        DataKind.List => value.EachItem(Clean),
        _ => value,
    };
}
