using System.Globalization;

namespace GitOps;

/// <summary>
/// One object's validation. Values are checked from the inside out, each after its own nulls were pruned and its defaults filled in, for that is what the checks of the
/// value around it see; rules run last, and only when nothing else is wrong, as on the server.
/// </summary>
internal sealed class ValidationRun(bool isCore)
{
    // Kubernetes, apiextensions-apiserver: decoding (prune.go, prunenulls.go, defaulting), validation (kube-openapi validate), list types, then CEL.

    /// <summary>Steps that all rules of one object may take together.</summary>
    private const long RuleBudget = 2_000_000;

    private readonly List<SchemaIssue> issues = [];
    private readonly List<string> path = [];
    private readonly List<RuleSite> sites = [];

    /// <summary>Values are read into Go types: null is absent, a default is not known, a rule neither.</summary>
    private bool isGo = isCore;
    private bool isBlocked;

    /// <summary>A value with rules, as they see it.</summary>
    private readonly record struct RuleSite(IReadOnlyList<CompiledRule> Rules, ICelTyping Typing, DataValue Value, IReadOnlyList<string> Path, DataValue Written);

    public IReadOnlyList<SchemaIssue> Finish()
    {
        if (!isBlocked)
            RunRules();
        return issues;
    }

    public void CheckObject(DataValue value, SchemaKind kind, SchemaSource source)
    {
        var root = source.Compiled(kind.Name)!;
        var written = value;
        if (value.Kind != DataKind.Map)
            return;
        var fields = new List<DataField>(value.Fields.Count);
        foreach (var field in value.Fields)
        {
            // The status is dropped on create; what stands in it does not matter.
            if (field.Name is "apiVersion" or "kind" || field.Name == "status" && kind.HasStatus)
            {
                if (field.Name != "status")
                    fields.Add(field);
                continue;
            }

            if (root.Find(field.Name) is not { } known)
            {
                if (!root.Shape.PreserveUnknown)
                    Unknown(field, root);
                continue;
            }

            path.Add(field.Name);
            var before = isGo;
            isGo |= field.Name == "metadata";
            if (Keep(field.Value, known.Node) is { } kept)
            {
                if (isGo)
                    CheckCore(kept, known);
                fields.Add(ReferenceEquals(kept, field.Value) ? field : field with { Value = kept });
            }

            isGo = before;
            path.RemoveAt(path.Count - 1);
        }

        FillIn(root, fields, value);
        value = DataValue.Map(fields, value.Origin, value.IsPartial);
        CheckRequired(root, value, written);
        if (kind.ReplicasPath is { } replicas)
            CheckReplicas(value, replicas);
        if (kind.Constraints is { } constraints)
        {
            CheckUnions(constraints, value, null);
            var rules = new SchemaNode(new SchemaType(SchemaTypeKind.FreeForm) { Constraints = constraints }, source).Rules;
            if (rules.Count > 0 && !isGo)
                sites.Add(new RuleSite(rules, new RootTyping(root), value, [], written));
        }
    }

    /// <summary>The scale subresource wants a number of replicas that can be one (customresource/validator.go).</summary>
    private void CheckReplicas(DataValue value, string replicas)
    {
        var names = Segments(replicas).ToList();
        var found = value;
        foreach (var name in names)
            if (found[name] is { } below)
                found = below;
            else
                return;
        if (!found.IsNumber || found.Float is >= 0 and <= int.MaxValue || issues.Exists(issue => issue.Limit != SchemaLimit.None && issue.Path.SequenceEqual(names)))
            return;
        path.AddRange(names);
        Limit(found, new SchemaType(SchemaTypeKind.Int32), found.Float < 0 ? SchemaLimit.Minimum : SchemaLimit.Maximum, found.Float < 0 ? 0 : int.MaxValue, isBlocking: false);
        path.Clear();
    }

    /// <summary>Checks a value and gives what the server keeps of it.</summary>
    public DataValue Check(DataValue value, SchemaNode node)
    {
        var written = value;
        switch (value.Kind)
        {
            case DataKind.Unknown:
                return value;
            case DataKind.Null:
                if (!node.IsNullable && node.Type.Kind is not SchemaTypeKind.Any)
                    WrongType(value, node);
                else if (node.Values.Count > 0)
                    Add(new SchemaIssue(SchemaIssueKind.UnknownValue, Here(), value) { Type = node.Type, Known = node.Values.Select(Text).ToList() }, isBlocking: true);
                return value;
        }

        switch (node.Type.Kind)
        {
            case SchemaTypeKind.Object or SchemaTypeKind.FreeForm or SchemaTypeKind.Map:
                if (value.Kind != DataKind.Map)
                    return WrongType(value, node);
                value = node.Type.Kind == SchemaTypeKind.Object ? CheckFields(value, node) : node.Type.Kind == SchemaTypeKind.Map ? CheckEntries(value, node) : CheckFreeForm(value, node);
                break;
            case SchemaTypeKind.List:
                if (value.Kind != DataKind.List)
                    return WrongType(value, node);
                value = CheckItems(value, node);
                break;
            case SchemaTypeKind.Any:
                break;
            default:
                if (!CheckScalar(value, node))
                    return value;
                break;
        }

        if (!ReferenceEquals(node.Constraints, SchemaConstraints.None) && !isGo)
            CheckUnions(node.Constraints, value, node.Type);
        if (node.Rules.Count > 0 && !isGo)
            sites.Add(new RuleSite(node.Rules, node, value, Here(), written));
        return value;
    }

    /// <summary>A field's or an entry's value after its null was pruned or replaced by the default; null when it is gone.</summary>
    private DataValue? Keep(DataValue value, SchemaNode node)
    {
        if (value.Kind == DataKind.Null)
        {
            if (isGo)
                return null;
            if (!node.IsNullable)
                return node.HasDefault ? Check(node.Default, node) : node.Type.Kind == SchemaTypeKind.Any ? value : null;
        }

        return Check(value, node);
    }

    private DataValue CheckFields(DataValue value, SchemaNode node)
    {
        if (node.Shape is not { } shape)
            return value;
        List<DataField>? changed = null;
        var hasUnknown = false;
        for (var i = 0; i < value.Fields.Count; i++)
        {
            var field = value.Fields[i];
            var kept = field.Value;
            if (shape.Find(field.Name) is { } known)
            {
                path.Add(field.Name);
                kept = Keep(field.Value, known.Node);
                if (isGo && kept is not null)
                    CheckCore(kept, known);
                path.RemoveAt(path.Count - 1);
            }
            else if (node.Constraints.EmbeddedResource && field.Name is "apiVersion" or "kind" or "metadata")
            {
                // An object inside the object: its own three fields are read as everywhere.
            }
            else if (!node.IsOpen)
            {
                Unknown(field, shape);
                hasUnknown = true;
                kept = null;
            }

            if (!ReferenceEquals(kept, field.Value) && changed is null)
            {
                changed = new List<DataField>(value.Fields.Count + 2);
                for (var j = 0; j < i; j++)
                    changed.Add(value.Fields[j]);
            }

            if (kept is not null)
                changed?.Add(ReferenceEquals(kept, field.Value) ? field : field with { Value = kept });
        }

        var written = value;
        if (shape.Filled.Length > 0 && !isGo && !value.IsPartial)
            foreach (var field in shape.Filled)
                if (value.Find(field.Field.Name) is null)
                {
                    changed ??= [.. value.Fields];
                    FillIn(field, changed);
                }

        if (changed is not null)
            value = DataValue.Map(changed, value.Origin, value.IsPartial);
        CheckRequired(shape, value, written);
        // With a misspelt field the number of fields is nobody's fault.
        if (!hasUnknown)
            CheckPropertyCount(value, node);
        return node.Constraints.EmbeddedResource ? CheckEmbedded(value) : value;
    }

    /// <summary>What Go checks of a core kind's field.</summary>
    private void CheckCore(DataValue value, FieldNode field)
    {
        if (field.CoreValues is { } values)
        {
            if (value.Kind == DataKind.List)
                for (var i = 0; i < value.Items.Count; i++)
                {
                    path.Add(Index(i));
                    CheckCore(value.Items[i], field);
                    path.RemoveAt(path.Count - 1);
                }
            else if (value is { Kind: DataKind.String, IsPartial: false } && !values.Contains(value.Text))
                Add(new SchemaIssue(SchemaIssueKind.UnknownValue, Here(), value) { Origin = value.Origin, Type = field.Field.Type, Known = values }, isBlocking: true);
        }

        if (field.CoreRange is not var (least, most) || !value.IsNumber)
            return;
        if (value.Float < least)
            Limit(value, field.Field.Type, SchemaLimit.Minimum, least, isBlocking: false);
        else if (value.Float > most)
            Limit(value, field.Field.Type, SchemaLimit.Maximum, most, isBlocking: false);
    }

    private DataValue CheckEntries(DataValue value, SchemaNode node)
    {
        if (node.Item is not { } item)
            return value;
        List<DataField>? changed = null;
        for (var i = 0; i < value.Fields.Count; i++)
        {
            var field = value.Fields[i];
            path.Add(field.Name);
            var kept = Keep(field.Value, item);
            path.RemoveAt(path.Count - 1);
            if (!ReferenceEquals(kept, field.Value))
                changed ??= [.. value.Fields.Take(i)];
            if (kept is not null)
                changed?.Add(ReferenceEquals(kept, field.Value) ? field : field with { Value = kept });
        }

        if (changed is not null)
            value = DataValue.Map(changed, value.Origin, value.IsPartial);
        CheckPropertyCount(value, node);
        return value;
    }

    private DataValue CheckFreeForm(DataValue value, SchemaNode node)
    {
        if (!node.IsOpen && !isGo && !node.Constraints.EmbeddedResource)
        {
            // An object without fields: all that is written is unknown.
            foreach (var field in value.Fields)
                Add(new SchemaIssue(SchemaIssueKind.UnknownField, Below(field.Name), field.Value) { Origin = field.Origin ?? field.Value.Origin }, isBlocking: true);
            if (value.Fields.Count > 0)
                return DataValue.Map([], value.Origin, value.IsPartial);
        }

        CheckPropertyCount(value, node);
        return node.Constraints.EmbeddedResource ? CheckEmbedded(value) : value;
    }

    /// <summary>An object inside an object: apiVersion and kind must be there and be names (objectmeta/validation.go).</summary>
    private DataValue CheckEmbedded(DataValue value)
    {
        foreach (var name in new[] { "apiVersion", "kind" })
        {
            var type = new SchemaType(SchemaTypeKind.String);
            if (value[name] is not { } text)
            {
                if (!value.IsPartial)
                    Add(new SchemaIssue(SchemaIssueKind.MissingField, Below(name), value) { Origin = value.Origin, Type = type }, isBlocking: true);
            }
            else if (text.Kind is not (DataKind.String or DataKind.Unknown))
            {
                path.Add(name);
                WrongType(text, type, "string");
                path.RemoveAt(path.Count - 1);
            }
            else if (text is { Kind: DataKind.String, IsPartial: false }
                && (text.Text.Length == 0 || (name == "kind" ? CelFormat.Named("dns1035Label")!.FaultOf(text.Text.ToLowerInvariant()) is not null : text.Text.Split('/').Length > 2)))
                Add(new SchemaIssue(SchemaIssueKind.Format, Below(name), text) { Origin = text.Origin, Type = type, Expected = name }, isBlocking: false);
        }

        return value;
    }

    private DataValue CheckItems(DataValue value, SchemaNode node)
    {
        var item = node.Item;
        List<DataValue>? changed = null;
        if (item is not null)
            for (var i = 0; i < value.Items.Count; i++)
            {
                var written = value.Items[i];
                path.Add(Index(i));
                var kept = written.Kind == DataKind.Null && !item.IsNullable && item.HasDefault && !isGo ? Check(item.Default, item)
                    : written.Kind == DataKind.Null && isGo ? written
                    : Check(written, item);
                path.RemoveAt(path.Count - 1);
                if (!ReferenceEquals(kept, written))
                    changed ??= [.. value.Items.Take(i)];
                changed?.Add(kept);
            }

        if (changed is not null)
            value = DataValue.List(changed, value.Origin, value.IsPartial);
        var c = node.Constraints;
        if (c.MinItems is { } least && value.Items.Count < least && !value.IsPartial)
            Limit(value, node.Type, SchemaLimit.MinItems, least, isBlocking: false);
        if (c.MaxItems is { } most && value.Items.Count > most)
            Limit(value, node.Type, SchemaLimit.MaxItems, most, isBlocking: true);
        if (c.UniqueItems && Repeated(value.Items) is var (equal, _) && equal >= 0)
            Limit(value, node.Type, SchemaLimit.UniqueItems, 0, isBlocking: false);
        if (c.ListType == "set")
            CheckDuplicates(value, value.Items, node.Type, "");
        else if (c.ListType == "map" && value.Items.All(static entry => entry.Kind is DataKind.Map or DataKind.Null or DataKind.Unknown))
            CheckDuplicates(value, value.Items.Select(entry => KeyOf(entry, c.ListMapKeys)).ToList(), node.Type, string.Join(", ", c.ListMapKeys));
        return value;
    }

    /// <summary>The part of a list map's entry that names it; unknown when any of it is.</summary>
    private static DataValue KeyOf(DataValue entry, EquatableArray<string> keys)
    {
        if (entry.IsUnknown)
            return entry;
        var fields = new List<DataField>(keys.Count);
        foreach (var key in keys)
            if (entry.Find(key) is { } field)
                fields.Add(field);
            else if (entry.IsPartial)
                return DataValue.Unknown();
        return DataValue.Map(fields);
    }

    private void CheckDuplicates(DataValue list, IReadOnlyList<DataValue> keys, SchemaType type, string names)
    {
        if (keys.Count < 2)
            return;
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < keys.Count; i++)
        {
            if (!IsWhole(keys[i]))
                continue;
            // The server compares the texts of its JSON, keys sorted: 1 and 1.0 are two, {} and {} are one.
            var key = Canonical(keys[i]);
            if (!first.TryGetValue(key, out var earlier))
            {
                first.Add(key, i);
                continue;
            }

            path.Add(Index(i));
            Add(new SchemaIssue(SchemaIssueKind.Duplicate, Here(), list.Items[i]) { Origin = list.Items[i].Origin ?? list.Origin, Type = type, Expected = names, First = earlier, Self = keys[i] }, isBlocking: false);
            path.RemoveAt(path.Count - 1);
        }
    }

    private static (int Second, int First) Repeated(IReadOnlyList<DataValue> items)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < items.Count; i++)
            if (IsWhole(items[i]))
            {
                var key = Canonical(items[i]);
                if (first.TryGetValue(key, out var earlier))
                    return (i, earlier);
                first.Add(key, i);
            }

        return (-1, -1);
    }

    private static bool IsWhole(DataValue value) => value.Kind switch
    {
        DataKind.Unknown => false,
        DataKind.String => !value.IsPartial,
        DataKind.List => !value.IsPartial && value.Items.All(IsWhole),
        DataKind.Map => !value.IsPartial && value.Fields.All(static field => IsWhole(field.Value)),
        _ => true,
    };

    private static string Canonical(DataValue value) => value.Kind switch
    {
        DataKind.Map => "{" + string.Join(",", value.Fields.OrderBy(static field => field.Name, StringComparer.Ordinal).Select(static field => DataJson.Quote(field.Name) + ":" + Canonical(field.Value))) + "}",
        DataKind.List => "[" + string.Join(",", value.Items.Select(Canonical)) + "]",
        _ => value.ToString(),
    };

    /// <summary>Type, enum, format, pattern and limits; false when the type is wrong and nothing more can be said.</summary>
    private bool CheckScalar(DataValue value, SchemaNode node)
    {
        var c = node.Constraints;
        if (!HasType(value, node, out var quirk))
        {
            WrongType(value, node);
            return false;
        }

        if (quirk)
            return true;
        if (value is { Kind: DataKind.String, IsPartial: false })
            CheckText(value, node);
        else if (value.IsNumber)
            CheckNumber(value, node.Type, c);
        if (node.Values.Count > 0 && !(value.Kind == DataKind.String && value.IsPartial) && !node.Values.Any(known => IsEnumValue(value, known)))
            Add(new SchemaIssue(SchemaIssueKind.UnknownValue, Here(), value) { Origin = value.Origin, Type = node.Type, Known = node.Values.Select(Text).ToList() }, isBlocking: true);
        return true;
    }

    private bool HasType(DataValue value, SchemaNode node, out bool quirk)
    {
        quirk = false;
        switch (node.Type.Kind)
        {
            case SchemaTypeKind.Int32 or SchemaTypeKind.Int64:
                return IsInteger(value);
            case SchemaTypeKind.Double:
                return value.IsNumber;
            case SchemaTypeKind.Bool:
                return value.Kind == DataKind.Bool;
            case SchemaTypeKind.IntOrString:
                return value.Kind == DataKind.String || IsInteger(value);
            case SchemaTypeKind.Quantity:
                return value.Kind == DataKind.String || (isGo ? value.IsNumber : IsInteger(value));
            default:
                // kube-openapi type.go: of a text with a known format a list is taken too, and nothing more is asked of it. Objects inside would be pruned, and are unknown fields.
                quirk = value.Kind == DataKind.List && !isGo && FormatChecks.Of(node.Constraints.Format) is not null && !HoldsFields(value);
                return value.Kind == DataKind.String || quirk;
        }
    }

    private static bool HoldsFields(DataValue value) => value.Fields.Count > 0 || value.Items.Any(HoldsFields);

    private static bool IsInteger(DataValue value) => value.Kind == DataKind.Integer || value.Kind == DataKind.Float && value.Float == Math.Floor(value.Float) && !double.IsInfinity(value.Float);

    private void CheckText(DataValue value, SchemaNode node)
    {
        var c = node.Constraints;
        var text = value.Text;
        if (c.MaxLength is { } most && text.Length > most && CelText.CountOf(text) > most)
            Limit(value, node.Type, SchemaLimit.MaxLength, most, isBlocking: true);
        else if (c.MinLength is { } least && CelText.CountOf(text) < least)
            Limit(value, node.Type, SchemaLimit.MinLength, least, isBlocking: false);
        else if (PatternOf(node) is { } pattern && Re2.Compile(pattern).IsMatch(text) == false)
            Add(new SchemaIssue(SchemaIssueKind.Pattern, Here(), value) { Origin = value.Origin, Type = node.Type, Expected = pattern }, isBlocking: false);
        if (c.Format is { } format && (isGo ? !IsGoFormat(format, text) : FormatChecks.Of(format) is { } check && !check(text)))
            Add(new SchemaIssue(SchemaIssueKind.Format, Here(), value) { Origin = value.Origin, Type = node.Type, Expected = format }, isBlocking: false);
    }

    /// <summary>Quantities are written without their pattern in the model.</summary>
    private static string? PatternOf(SchemaNode node) => node.Constraints.Pattern ?? (node.Type.Kind == SchemaTypeKind.Quantity ? QuantityAndDuration.QuantityPattern : null);

    private static bool IsGoFormat(string format, string text) => format switch
    {
        "date-time" => FormatChecks.IsRfc3339(text),
        "byte" => text.Length == 0 || CelText.FromBase64(text) is not null,
        _ => true,
    };

    private void CheckNumber(DataValue value, SchemaType type, SchemaConstraints c)
    {
        var isInt32 = type.Kind == SchemaTypeKind.Int32 || isGo && type.Kind == SchemaTypeKind.IntOrString;
        if (isInt32 && (value.Float < int.MinValue || value.Float > int.MaxValue) || type.Kind == SchemaTypeKind.Int64 && value.Kind == DataKind.Float && (value.Float < long.MinValue || value.Float >= long.MaxValue))
            Add(new SchemaIssue(SchemaIssueKind.Limit, Here(), value) { Origin = value.Origin, Type = type, Limit = SchemaLimit.Range, Expected = isInt32 ? "32" : "64" }, isBlocking: false);
        if (c.Minimum is { } least && (IsBelow(value, least) || c.ExclusiveMinimum && IsEqual(value, least)))
            Limit(value, type, c.ExclusiveMinimum ? SchemaLimit.ExclusiveMinimum : SchemaLimit.Minimum, least, isBlocking: false);
        if (c.Maximum is { } most && (IsAbove(value, most) || c.ExclusiveMaximum && IsEqual(value, most)))
            Limit(value, type, c.ExclusiveMaximum ? SchemaLimit.ExclusiveMaximum : SchemaLimit.Maximum, most, isBlocking: false);
        if (c.MultipleOf is { } factor && factor > 0 && !IsMultiple(value, factor))
            Limit(value, type, SchemaLimit.MultipleOf, factor, isBlocking: false);
    }

    // Of an integer the limit counts without its fraction (values.go MinimumNativeType).
    private static bool IsBelow(DataValue value, double limit) => value.Kind == DataKind.Integer ? value.Integer < ToLong(limit) : value.Float < limit;

    private static bool IsAbove(DataValue value, double limit) => value.Kind == DataKind.Integer ? value.Integer > ToLong(limit) : value.Float > limit;

    private static bool IsEqual(DataValue value, double limit) => value.Kind == DataKind.Integer ? value.Integer == ToLong(limit) : value.Float == limit;

    private static long ToLong(double limit) => limit >= long.MaxValue ? long.MaxValue : limit <= long.MinValue ? long.MinValue : (long)limit;

    private static bool IsMultiple(DataValue value, double factor)
    {
        if (value.Kind == DataKind.Integer)
            return (long)factor is > 0 and var whole && value.Integer % whole == 0;
        var times = factor < 1 ? 1 / factor * value.Float : value.Float / factor;
        return Math.Abs(times - Math.Round(times)) < 1e-9 * Math.Max(1, Math.Abs(times));
    }

    private static bool IsEnumValue(DataValue value, DataValue known) => known.Kind switch
    {
        DataKind.String => value.Kind == DataKind.String && value.Text == known.Text,
        DataKind.Integer => value.Kind == DataKind.Integer ? value.Integer == known.Integer : value.Kind == DataKind.Float && (long)value.Float == known.Integer,
        DataKind.Float => value.IsNumber && value.Float == known.Float,
        DataKind.Bool => value.Kind == DataKind.Bool && value.Bool == known.Bool,
        _ => false,
    };

    private void CheckPropertyCount(DataValue value, SchemaNode node)
    {
        if (node.Constraints.MinProperties is { } least && value.Fields.Count < least && !value.IsPartial)
            Limit(value, node.Type, SchemaLimit.MinProperties, least, isBlocking: false);
        if (node.Constraints.MaxProperties is { } most && value.Fields.Count > most)
            Limit(value, node.Type, SchemaLimit.MaxProperties, most, isBlocking: true);
    }

    private void FillIn(ShapeNode shape, List<DataField> fields, DataValue value)
    {
        if (!isGo && !value.IsPartial)
            foreach (var field in shape.Filled)
                if (value.Find(field.Field.Name) is null)
                    FillIn(field, fields);
    }

    private void FillIn(FieldNode field, List<DataField> fields)
    {
        path.Add(field.Field.Name);
        fields.Add(new DataField(field.Field.Name, Check(field.Node.Default, field.Node)));
        path.RemoveAt(path.Count - 1);
    }

    private void CheckRequired(ShapeNode shape, DataValue value, DataValue written)
    {
        if (value.IsPartial)
            return;
        foreach (var field in shape.Required)
            if (value.Find(field.Field.Name) is null && !(isGo && CoreChecks.IsOptional(shape.Shape.Name, field.Field.Name)))
                Add(new SchemaIssue(SchemaIssueKind.MissingField, Below(field.Field.Name), written) { Origin = written.Origin, Type = field.Field.Type }, isBlocking: true);
    }

    private void CheckUnions(SchemaConstraints c, DataValue value, SchemaType? type)
    {
        if (c.AllOf.Count > 0 && ConditionChecks.All(c.AllOf, value) == false)
            Union("allOf", c.AllOf.Where(part => ConditionChecks.Holds(part, value) == false).ToEquatableArray());
        if (c.AnyOf.Count > 0 && ConditionChecks.Any(c.AnyOf, value) == false)
            Union("anyOf", c.AnyOf);
        if (c.OneOf.Count > 0 && ConditionChecks.One(c.OneOf, value) == false)
            Union("oneOf", c.OneOf);
        if (c.Not is not null && ConditionChecks.Holds(c.Not, value) == true)
            Union("not", EquatableArray.Of(c.Not));

        void Union(string word, EquatableArray<SchemaConstraints> parts) => Add(new SchemaIssue(SchemaIssueKind.Union, Here(), value)
        {
            Origin = value.Origin,
            Type = type,
            Expected = word,
            Known = parts.Select(ConditionChecks.Describe).Where(static words => words.Length > 0).ToList(),
        }, isBlocking: false);
    }

    private void RunRules()
    {
        var budget = new CelBudget(RuleBudget);
        foreach (var site in sites)
        {
            CelVariables? variables = null;
            foreach (var rule in site.Rules)
            {
                // On create there is no oldSelf: a rule that needs one is skipped, and what one that may do without makes of that is left to the server.
                if (rule.Expression is not { } expression || expression.UsesOldSelf)
                    continue;
                variables ??= CelVariables.Self(CelData.Of(site.Value, site.Typing));
                var result = CelEvaluator.Evaluate(expression, variables, budget);
                if (result.IsTooCostly)
                    return;
                if (result.IsBroken)
                    issues.Add(Broken(site, rule, variables, budget));
            }
        }
    }

    private static SchemaIssue Broken(RuleSite site, CompiledRule rule, CelVariables variables, CelBudget budget)
    {
        var message = rule.Rule.Message;
        if (rule.Message is not null && CelEvaluator.Evaluate(rule.Message, variables, budget) is { Value: CelString { Value: var said } } && said.Trim().Length > 0 && said.IndexOf('\n') < 0)
            message = said;
        return new SchemaIssue(SchemaIssueKind.Rule, rule.Rule.FieldPath is { } below ? [.. site.Path, .. Segments(below)] : site.Path, site.Written)
        {
            Origin = site.Written.Origin,
            Expected = rule.Rule.Expression,
            Rule = rule.Rule,
            RuleMessage = message,
            Self = site.Value,
        };
    }

    /// <summary>The names in a rule's fieldPath: <c>.spec.a['b.c']</c>.</summary>
    private static IEnumerable<string> Segments(string fieldPath)
    {
        for (var at = 0; at < fieldPath.Length;)
        {
            if (fieldPath[at] == '[')
            {
                var end = fieldPath.IndexOf("']", at, StringComparison.Ordinal);
                if (end < 0)
                    yield break;
                yield return fieldPath.Substring(at + 2, end - at - 2);
                at = end + 2;
                continue;
            }

            var from = fieldPath[at] == '.' ? at + 1 : at;
            var next = fieldPath.IndexOfAny(['.', '['], from);
            at = next < 0 ? fieldPath.Length : next;
            if (at > from)
                yield return fieldPath.Substring(from, at - from);
        }
    }

    private void Unknown(DataField field, ShapeNode shape) => Add(new SchemaIssue(SchemaIssueKind.UnknownField, Below(field.Name), field.Value)
    {
        Origin = field.Origin ?? field.Value.Origin,
        Known = shape.Shape.Fields.Select(static known => known.Name).ToList(),
    }, isBlocking: true);

    private DataValue WrongType(DataValue value, SchemaNode node) => WrongType(value, node.Type, Word(node.Type.Kind));

    private DataValue WrongType(DataValue value, SchemaType type, string expected)
    {
        Add(new SchemaIssue(SchemaIssueKind.WrongType, Here(), value) { Origin = value.Origin, Type = type, Expected = expected }, isBlocking: true);
        return value;
    }

    private void Limit(DataValue value, SchemaType type, SchemaLimit limit, double bound, bool isBlocking) => Add(new SchemaIssue(SchemaIssueKind.Limit, Here(), value)
    {
        Origin = value.Origin,
        Type = type,
        Limit = limit,
        Expected = bound.ToString("0.###############", CultureInfo.InvariantCulture),
    }, isBlocking);

    private void Add(SchemaIssue issue, bool isBlocking)
    {
        issues.Add(issue);
        isBlocked |= isBlocking;
    }

    private IReadOnlyList<string> Here() => [.. path];

    private IReadOnlyList<string> Below(string name) => [.. path, name];

    private static string Index(int i) => i < Indexes.Length ? Indexes[i] : $"[{i.ToString(CultureInfo.InvariantCulture)}]";

    private static readonly string[] Indexes = Enumerable.Range(0, 64).Select(static i => $"[{i.ToString(CultureInfo.InvariantCulture)}]").ToArray();

    private static string Text(DataValue value) => value.Kind == DataKind.String ? value.Text : value.ToString();

    /// <summary>A type in the words of JSON.</summary>
    public static string Word(SchemaTypeKind kind) => kind switch
    {
        SchemaTypeKind.Int32 or SchemaTypeKind.Int64 => "integer",
        SchemaTypeKind.Double => "number",
        SchemaTypeKind.Bool => "boolean",
        SchemaTypeKind.IntOrString => "integer or string",
        SchemaTypeKind.Quantity => "quantity",
        SchemaTypeKind.List => "list",
        SchemaTypeKind.Object or SchemaTypeKind.Map or SchemaTypeKind.FreeForm => "object",
        _ => "string",
    };

    /// <summary>The whole object: apiVersion and kind can be seen beside its fields.</summary>
    private sealed class RootTyping(ShapeNode root) : ICelTyping
    {
        private static readonly SchemaNode Text = new(new SchemaType(SchemaTypeKind.String), EmptySchemas.Instance);

        public CelDataType Type => CelDataType.Object;

        public bool IsNullable => false;

        public ICelTyping? Items => null;

        public CelListKind ListKind => CelListKind.Atomic;

        public IReadOnlyList<string> ListKeys => [];

        public ICelTyping? Field(string name) => name is "apiVersion" or "kind" ? Text : root.Find(name)?.Node;
    }
}
