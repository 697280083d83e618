namespace GitOps;

/// <summary>Changed copies of values; what is not on the way is shared.</summary>
internal static class DataEdit
{
    /// <summary>The map with a field set: in its old place, or at the end.</summary>
    public static DataValue With(this DataValue map, string name, DataValue value, object? origin = null)
    {
        var fields = new List<DataField>(map.Fields.Count + 1);
        var found = false;
        foreach (var field in map.Fields)
        {
            found |= field.Name == name;
            fields.Add(field.Name == name ? new(name, value, origin ?? field.Origin) : field);
        }

        if (!found)
            fields.Add(new(name, value, origin ?? value.Origin));
        return DataValue.Map(fields, map.Origin, map.IsPartial);
    }

    /// <summary>The map with many fields set, one after the other.</summary>
    public static DataValue WithAll(this DataValue map, IEnumerable<DataField> added)
    {
        var fields = map.Fields.ToList();
        var places = new Dictionary<string, int>(fields.Count, StringComparer.Ordinal);
        for (var i = 0; i < fields.Count; i++)
            places[fields[i].Name] = i;
        foreach (var field in added)
            if (places.TryGetValue(field.Name, out var at))
                fields[at] = new(field.Name, field.Value, field.Origin ?? fields[at].Origin);
            else
            {
                places.Add(field.Name, fields.Count);
                fields.Add(new(field.Name, field.Value, field.Origin ?? field.Value.Origin));
            }

        return DataValue.Map(fields, map.Origin, map.IsPartial);
    }

    public static DataValue Without(this DataValue map, string name) =>
        map.Find(name) is null ? map : DataValue.Map([.. map.Fields.Where(field => field.Name != name)], map.Origin, map.IsPartial);

    /// <summary>The map below a field, or an empty one.</summary>
    public static DataValue MapOf(this DataValue? value, string name) => value?[name] is { Kind: DataKind.Map } map ? map : Empty;

    /// <summary>The list below a field, or nothing.</summary>
    public static IReadOnlyList<DataValue> ItemsOf(this DataValue? value, string name) => value?[name] is { Kind: DataKind.List } list ? list.Items : [];

    /// <summary>The known texts of a list.</summary>
    public static IEnumerable<DataValue> TextsOf(this DataValue? value, string name) => value.ItemsOf(name).Where(static item => item is { Kind: DataKind.String, IsPartial: false });

    /// <summary>Whether a field is the boolean true.</summary>
    public static bool IsTrue(this DataValue? value, string name) => value?[name] is { Kind: DataKind.Bool, Bool: true };

    /// <summary>Whether a field, and all on the way to it, is known: there, or known not to be there.</summary>
    public static bool Knows(this DataValue? value, string name) => value switch
    {
        null => true,
        { IsUnknown: true } => false,
        _ => value.Find(name) is { } field ? !field.Value.IsUnknown : !value.IsPartial,
    };

    public static DataValue Empty { get; } = DataValue.Map([]);

    /// <summary>Changes the value at a path; where the path leads nowhere the value stays as it is. Lists on the way are passed item by item.</summary>
    public static DataValue ChangeAll(this DataValue value, IReadOnlyList<string> path, Func<DataValue, DataValue> change, int at = 0)
    {
        if (at == path.Count)
            return change(value);
        switch (value.Kind)
        {
            case DataKind.List:
                return value.EachItem(item => item.ChangeAll(path, change, at));
            case DataKind.Map when value.Find(path[at]) is { } field:
                var changed = field.Value.ChangeAll(path, change, at + 1);
                return ReferenceEquals(changed, field.Value) ? value : value.With(field.Name, changed);
            default:
                return value;
        }
    }

    /// <summary>The list with each item changed, or itself when none did.</summary>
    public static DataValue EachItem(this DataValue list, Func<DataValue, DataValue> change)
    {
        List<DataValue>? items = null;
        for (var i = 0; i < list.Items.Count; i++)
        {
            var item = change(list.Items[i]);
            if (items is null && ReferenceEquals(item, list.Items[i]))
                continue;
            items ??= [.. list.Items.Take(i)];
            items.Add(item);
        }

        return items is null ? list : DataValue.List(items, list.Origin, list.IsPartial);
    }

    /// <summary>Whether two values are the same JSON; <see langword="null"/> when that is not known.</summary>
    public static bool? SameAs(this DataValue one, DataValue other)
    {
        if (one.IsUnknown || other.IsUnknown)
            return null;
        if (one.Kind != other.Kind)
            return one.IsNumber && other.IsNumber && one.Float.Equals(other.Float);
        switch (one.Kind)
        {
            case DataKind.String:
                return one.IsPartial || other.IsPartial ? null : one.Text == other.Text;
            case DataKind.Bool:
                return one.Bool == other.Bool;
            case DataKind.Integer:
                return one.Integer == other.Integer;
            case DataKind.Float:
                return one.Float.Equals(other.Float);
            case DataKind.List:
                if (one.IsPartial || other.IsPartial)
                    return null;
                if (one.Items.Count != other.Items.Count)
                    return false;
                return All(one.Items.Select((item, i) => item.SameAs(other.Items[i])));
            case DataKind.Map:
                if (one.IsPartial || other.IsPartial)
                    return null;
                if (one.Fields.Count != other.Fields.Count)
                    return false;
                return All(one.Fields.Select(field => other[field.Name] is { } same ? field.Value.SameAs(same) : false));
            default:
                return true;
        }
    }

    private static bool? All(IEnumerable<bool?> verdicts)
    {
        bool? all = true;
        foreach (var verdict in verdicts)
        {
            if (verdict == false)
                return false;
            all = verdict is null ? null : all;
        }

        return all;
    }
}
