namespace GitOps;

/// <summary>Conditions of a schema (allOf, anyOf, oneOf, not), three-valued: null where the value is not known well enough.</summary>
internal static class ConditionChecks
{
    public static bool? All(EquatableArray<SchemaConstraints> conditions, DataValue value)
    {
        bool? all = true;
        foreach (var condition in conditions)
            all = And(all, Holds(condition, value));
        return all;
    }

    public static bool? Any(EquatableArray<SchemaConstraints> conditions, DataValue value)
    {
        bool? any = false;
        foreach (var condition in conditions)
            any = Or(any, Holds(condition, value));
        return any;
    }

    /// <summary>Exactly one.</summary>
    public static bool? One(EquatableArray<SchemaConstraints> conditions, DataValue value)
    {
        var holding = 0;
        var open = 0;
        foreach (var condition in conditions)
            switch (Holds(condition, value))
            {
                case true: holding++; break;
                case null: open++; break;
            }

        return holding > 1 ? false : open > 0 ? null : holding == 1;
    }

    public static bool? Holds(SchemaConstraints c, DataValue value)
    {
        if (value.IsUnknown)
            return null;
        // Of a null only type and enum are asked (kube-openapi schema.go).
        if (value.Kind == DataKind.Null)
            return c.JsonType is null or "null" && (c.Enum.IsEmpty || c.Enum.Contains("null")) && c.Not != SchemaConstraints.None;
        if (c.JsonType is { } type && !HasType(value, type))
            return false;
        var holds = Scalar(c, value);
        if (holds == false)
            return false;
        if (value.Kind == DataKind.Map)
            holds = And(holds, Fields(c, value));
        else if (value.Kind == DataKind.List)
            holds = And(holds, Items(c, value));
        if (c.AllOf.Count > 0)
            holds = And(holds, All(c.AllOf, value));
        if (c.AnyOf.Count > 0)
            holds = And(holds, Any(c.AnyOf, value));
        if (c.OneOf.Count > 0)
            holds = And(holds, One(c.OneOf, value));
        if (c.Not is not null)
            holds = And(holds, Not(Holds(c.Not, value)));
        return holds;
    }

    /// <summary>A condition in a few words: the fields that it asks for, the values that a field may have, and what it is made of.</summary>
    public static string Describe(SchemaConstraints c)
    {
        var parts = new List<string>();
        // A field whose values are told need not be named again.
        foreach (var name in c.Required)
            if (!c.Properties.Any(property => property.Name == name && !property.Constraints.Enum.IsEmpty))
                parts.Add(name);
        foreach (var property in c.Properties)
            if (!property.Constraints.Enum.IsEmpty)
                parts.Add($"{property.Name}: {string.Join(" or ", property.Constraints.Enum.Select(static value => value.Trim('"')))}");
        if (c.Pattern is { } pattern)
            parts.Add(pattern);
        if (c.Format is { } format)
            parts.Add(format);
        if (c.JsonType is { } type)
            parts.Add(type);
        if (!c.Enum.IsEmpty)
            parts.Add(string.Join(" or ", c.Enum.Select(static value => value.Trim('"'))));
        if (Together(c.AllOf, " and ") is { Length: > 0 } all)
            parts.Add(all);
        foreach (var alternatives in new[] { c.AnyOf, c.OneOf })
            if (Together(alternatives, " or ") is { Length: > 0 } any)
                parts.Add(alternatives.Count > 1 && parts.Count > 0 ? $"({any})" : any);
        if (c.Not is not null && Describe(c.Not) is { Length: > 0 } not)
            parts.Add(not.IndexOf(' ') < 0 || IsOneField(c.Not) ? $"not {not}" : $"not ({not})");
        return string.Join(" and ", parts);
    }

    private static string Together(EquatableArray<SchemaConstraints> conditions, string word) =>
        string.Join(word, conditions.Select(Describe).Where(static words => words.Length > 0).Select(words => conditions.Count > 1 && word == " or " && words.Contains(" and ") ? $"({words})" : words));

    private static bool IsOneField(SchemaConstraints c) => c.Properties.Count == 1 && c.Required.All(name => name == c.Properties[0].Name) && c.AllOf.Count + c.AnyOf.Count + c.OneOf.Count == 0 && c.Not is null
        && c.Properties[0].Constraints.Enum.Count == 1;

    private static bool? Scalar(SchemaConstraints c, DataValue value)
    {
        if (value.Kind == DataKind.String && value.IsPartial)
            return c.Pattern is null && c.Format is null && c.MinLength is null && c.MaxLength is null && c.Enum.IsEmpty ? true : null;
        bool? holds = true;
        if (value.Kind == DataKind.String)
        {
            var length = CelText.CountOf(value.Text);
            if (length < c.MinLength || length > c.MaxLength || FormatChecks.Of(c.Format) is { } check && !check(value.Text))
                return false;
            if (c.Pattern is { } pattern)
                holds = Re2.Compile(pattern).IsMatch(value.Text);
        }
        else if (value.IsNumber && (value.Float < c.Minimum || value.Float > c.Maximum || c.ExclusiveMinimum && value.Float == c.Minimum || c.ExclusiveMaximum && value.Float == c.Maximum
            || c.MultipleOf is > 0 and var factor && value.Float % factor != 0))
            return false;
        if (!c.Enum.IsEmpty)
        {
            var isKnown = false;
            foreach (var known in c.Enum)
                isKnown |= JsonData.Read(known) is var other && (other.IsNumber ? value.IsNumber && value.Float == other.Float : other.Kind == value.Kind && other.ToString() == value.ToString());
            if (!isKnown)
                return false;
        }

        return holds;
    }

    private static bool? Fields(SchemaConstraints c, DataValue value)
    {
        bool? holds = true;
        foreach (var name in c.Required)
            if (value.Find(name) is null)
            {
                if (!value.IsPartial)
                    return false;
                holds = null;
            }

        foreach (var property in c.Properties)
            if (value[property.Name] is { } field)
                holds = And(holds, Holds(property.Constraints, field));
            else if (value.IsPartial)
                holds = And(holds, null);
        if (c.Additional is { } others)
        {
            foreach (var field in value.Fields)
                if (!IsNamed(c.Properties, field.Name))
                    holds = And(holds, Holds(others, field.Value));
            if (value.IsPartial)
                holds = And(holds, null);
        }

        if (value.Fields.Count > c.MaxProperties)
            return false;
        if (value.Fields.Count < c.MinProperties)
            return value.IsPartial ? And(holds, null) : false;
        return holds;
    }

    private static bool IsNamed(EquatableArray<SchemaPropertyConstraint> properties, string name)
    {
        foreach (var property in properties)
            if (property.Name == name)
                return true;
        return false;
    }

    private static bool? Items(SchemaConstraints c, DataValue value)
    {
        bool? holds = true;
        if (c.Items is not null)
            foreach (var item in value.Items)
                holds = And(holds, Holds(c.Items, item));
        if (value.IsPartial && (c.Items is not null || c.MaxItems is not null))
            holds = And(holds, null);
        if (value.Items.Count > c.MaxItems)
            return false;
        if (value.Items.Count < c.MinItems)
            return value.IsPartial ? And(holds, null) : false;
        return holds;
    }

    private static bool HasType(DataValue value, string type) => type switch
    {
        "string" => value.Kind == DataKind.String,
        "integer" => value.Kind == DataKind.Integer || value.Kind == DataKind.Float && value.Float == Math.Floor(value.Float),
        "number" => value.IsNumber,
        "boolean" => value.Kind == DataKind.Bool,
        "array" => value.Kind == DataKind.List,
        "object" => value.Kind == DataKind.Map,
        _ => false,
    };

    private static bool? And(bool? a, bool? b) => a == false || b == false ? false : a is null || b is null ? null : true;

    private static bool? Or(bool? a, bool? b) => a == true || b == true ? true : a is null || b is null ? null : false;

    private static bool? Not(bool? a) => a is null ? null : !a;
}
