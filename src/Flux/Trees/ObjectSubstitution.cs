namespace GitOps;

/// <summary>An object after its Kustomization's substitution.</summary>
internal static class ObjectSubstitution
{
    public static DataValue Apply(KustomizeObject item, VariableScope scope, SubstitutionBudget? budget = null)
    {
        if (scope.Runs == false || IsOff(item))
            return item.Value;
        var isSecret = item is { Kind: "Secret", Group: "" };
        return Change(item.Value, scope, budget, isSecret ? "data" : null);
    }

    /// <summary>Whether the object says that nothing of it is to be substituted.</summary>
    public static bool IsOff(KustomizeObject item) => IsOff(item.Metadata["labels"]) || IsOff(item.Metadata["annotations"]);

    private static bool IsOff(DataValue? map) => map?.TextOf(SubstitutionSwitch.Key) == SubstitutionSwitch.Disabled;

    /// <param name="except">A field that stays: Base64 is out of reach.</param>
    private static DataValue Change(DataValue value, VariableScope scope, SubstitutionBudget? budget, string? except = null)
    {
        switch (value.Kind)
        {
            case DataKind.String when !value.IsPartial && value.Text.IndexOf('$') >= 0:
                return Text(value, scope, budget);
            case DataKind.List:
                return value.EachItem(item => Change(item, scope, budget));
            case DataKind.Map:
                return Map(value, scope, budget, except);
            default:
                return value;
        }
    }

    private static DataValue Map(DataValue map, VariableScope scope, SubstitutionBudget? budget, string? except)
    {
        List<DataField>? fields = null;
        Dictionary<string, int>? places = null;
        var isPartial = map.IsPartial;
        for (var i = 0; i < map.Fields.Count; i++)
        {
            var field = map.Fields[i];
            var changed = field.Name == except ? field.Value : Change(field.Value, scope, budget);
            var name = field.Name.IndexOf('$') < 0 ? field.Name : Key(field.Name, scope);
            if (fields is null && ReferenceEquals(changed, field.Value) && ReferenceEquals(name, field.Name))
                continue;
            if (fields is null)
            {
                fields = [.. map.Fields.Take(i)];
                places = new(map.Fields.Count, StringComparer.Ordinal);
                foreach (var before in fields)
                    places[before.Name] = places.Count;
            }

            if (name is null)
                isPartial = true;
            else if (places!.TryGetValue(name, out var at))
                fields[at] = new(name, changed, field.Origin);
            else
            {
                places.Add(name, fields.Count);
                fields.Add(new(name, changed, field.Origin));
            }
        }

        return fields is null ? map : DataValue.Map(fields, map.Origin, isPartial);
    }

    private static string? Key(string name, VariableScope scope)
    {
        var text = new TextModel(name);
        return text.Parsed.Error is null && SubstitutionRules.KnownValues(scope, text) is { } values ? SubstitutedValue.Substitute(name, values, isKey: true)?.Trim('"', '\'') : null;
    }

    private static DataValue Text(DataValue value, VariableScope scope, SubstitutionBudget? budget)
    {
        var text = new TextModel(value.Text);
        // A text that fails the object is never applied.
        if (text.Parsed.Error is not null || budget?.IsSpent == true)
            return DataValue.Unknown(value.Origin);
        if (scope.Runs is null || SubstitutionRules.KnownValues(scope, text) is not { } values)
            // A word of its own in it makes it a string whatever is put beside it.
            return text.Parsed.Nodes.OfType<SubstitutionLiteral>().Any(static node => node.Value.Any(char.IsLetter)) ? DataValue.UnknownText(value.Origin) : DataValue.Unknown(value.Origin);
        return SubstitutedValue.Of(value.Text, values) is not { } result || budget?.Take(result.Text.Length) == false ? DataValue.Unknown(value.Origin) : result.Kind switch
        {
            YamlValueKind.Mapping or YamlValueKind.Sequence => Flow(value, values),
            YamlValueKind.Error => DataValue.Unknown(value.Origin),
            _ => YamlData.Of(result, value.Origin),
        };
    }

    /// <summary>A value that is JSON becomes the list or map that it writes.</summary>
    private static DataValue Flow(DataValue value, Func<string, string?> values)
    {
        if (SubstitutedValue.Substitute(value.Text, values, isKey: false) is not { } text || YamlFile.Read(text) is not { Faults.Count: 0, Documents.Count: 1 } file)
            return DataValue.Unknown(value.Origin);
        return Placed(YamlData.Of(file.Documents[0].Root), value.Origin);
    }

    private static DataValue Placed(DataValue value, object? origin) => value.Kind switch
    {
        DataKind.Map => DataValue.Map([.. value.Fields.Select(field => new DataField(field.Name, Placed(field.Value, origin), origin))], origin),
        DataKind.List => DataValue.List([.. value.Items.Select(item => Placed(item, origin))], origin),
        DataKind.String => DataValue.Of(value.Text, origin),
        DataKind.Bool => DataValue.Of(value.Bool, origin),
        DataKind.Integer => DataValue.Of(value.Integer, origin),
        DataKind.Float => DataValue.Of(value.Float, origin),
        _ => DataValue.Null(origin),
    };
}
