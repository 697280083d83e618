namespace GitOps.Differential;

/// <summary>Makes one change to an object, at a place that it draws: what people get wrong, and what they get right by another road.</summary>
internal sealed class Mutator(Random random)
{
    private readonly Samples samples = new(random);

    public (DataValue Value, string What) Mutate(DataValue value)
    {
        SchemaSet.Shipped.Find(value.TextOf("apiVersion")!, value.TextOf("kind")!, out var source);
        var root = source.Compiled(SchemaSet.Shipped.Find(value.TextOf("apiVersion")!, value.TextOf("kind")!)!.Name)!;
        for (; ; )
        {
            var places = new List<(List<object> Path, DataValue Value, SchemaNode? Node, ShapeNode? Owner)>();
            Walk(value, null, root, [], places);
            var place = places[random.Next(places.Count)];
            // A handful of fields of the metadata are enough.
            if (place.Path.Count > 0 && place.Path[0] is "metadata" && random.Next(8) > 0)
                continue;
            if (place.Path.Count > 0 && place.Path[0] is "apiVersion" or "kind" or "status")
                continue;
            if (place.Path.Count == 2 && place.Path[0] is "metadata" && place.Path[1] is "name" or "namespace")
                continue;
            var (what, changed) = Change(place.Value, place.Node, place.Owner);
            if (what is null)
                continue;
            var mutant = Replace(value, place.Path, 0, changed);
            if (Keeps(mutant))
                return (mutant, $"{what} at {string.Join("/", place.Path)}");
        }
    }

    /// <summary>The judge is asked by URL: kind, name and namespace stay.</summary>
    private static bool Keeps(DataValue mutant) => mutant.TextOf("apiVersion") is not null && mutant.TextOf("kind") is not null && mutant["metadata"]?.TextOf("name") is { Length: > 0 }
        && (mutant["metadata"]!["namespace"] is not { } place || KeepsNamespace(place));

    private static bool KeepsNamespace(DataValue place) => place.Kind == DataKind.String && CelFormat.Named("dns1123Label")!.FaultOf(place.Text) is null;

    private (string? What, DataValue? Value) Change(DataValue value, SchemaNode? node, ShapeNode? owner)
    {
        switch (random.Next(14))
        {
            case 0 when value.Kind == DataKind.Map && value.Fields.Count > 0:
                var dropped = random.Next(value.Fields.Count);
                return ($"dropped {value.Fields[dropped].Name}", With(value, value.Fields.Where((_, i) => i != dropped)));
            case 1 when value.Kind == DataKind.Map && value.Fields.Count > 0:
                var misspelt = random.Next(value.Fields.Count);
                return ($"misspelt {value.Fields[misspelt].Name}", With(value, value.Fields.Select((field, i) => i == misspelt ? field with { Name = Misspell(field.Name) } : field)));
            case 2 when value.Kind == DataKind.Map && owner is not null && owner.All.Where(field => value.Find(field.Field.Name) is null).ToList() is { Count: > 0 } absent:
                var added = absent[random.Next(absent.Count)];
                return ($"added {added.Field.Name}", With(value, value.Fields.Append(new DataField(added.Field.Name, samples.Value(added.Node, 2)))));
            case 3 when value.Kind == DataKind.Map:
                return ("added unknown", With(value, value.Fields.Append(new DataField("x" + Misspell("unknown"), samples.Any()))));
            case 4 when value.Kind == DataKind.List && value.Items.Count > 0:
                return ("repeated an item", DataValue.List([.. value.Items, value.Items[random.Next(value.Items.Count)]]));
            case 5 when value.Kind == DataKind.List:
                return random.Next(2) == 0 ? ("emptied", DataValue.List([])) : ("made long", DataValue.List([.. Enumerable.Range(0, 70).Select(i => value.Items.Count > 0 ? value.Items[i % value.Items.Count] : samples.Any())]));
            case 6:
                return ("retyped", Retype(value));
            case 7 or 8 when value.IsNumber:
                return ("other number", Pick([0, -1, 1, 65535, 65536, int.MaxValue, int.MaxValue + 1L, long.MaxValue, 599, 100, 101]));
            case 9 when value.IsNumber:
                return ("fraction", DataValue.Of(value.Float + 0.5));
            case 7 or 8 or 9 when value.Kind == DataKind.String:
                return ("other text", DataValue.Of(Strange(value.Text)));
            case 10 when node is { Values.Count: > 1 }:
                return ("other value", node.Values[random.Next(node.Values.Count)]);
            case 11 when node is not null:
                return ("sampled", samples.Value(node, 2));
            case 12 when owner is { } shape && value.Kind == DataKind.Map && shape.All.Length > 1:
                // Several at once: what may stand side by side, and what may not.
                var fields = value.Fields.ToList();
                foreach (var field in shape.All)
                    if (value.Find(field.Field.Name) is null && random.Next(3) == 0)
                        fields.Add(new DataField(field.Field.Name, samples.Value(field.Node, 3)));
                return fields.Count > value.Fields.Count ? ("added several", With(value, fields)) : (null, null);
            case 13 when value.Kind is DataKind.String or DataKind.Map or DataKind.List:
                return ("null", DataValue.Null());
            default:
                return (null, null);
        }
    }

    private DataValue Pick(long[] numbers) => DataValue.Of(numbers[random.Next(numbers.Length)]);

    private DataValue Retype(DataValue value) => value.Kind switch
    {
        DataKind.String => random.Next(4) switch { 0 => DataValue.Of(5), 1 => DataValue.Of(true), 2 => DataValue.List([value]), _ => DataValue.Map([new DataField("value", value)]) },
        DataKind.Integer or DataKind.Float => random.Next(3) switch { 0 => DataValue.Of(value.ToString()), 1 => DataValue.Of(false), _ => DataValue.List([value]) },
        DataKind.Bool => random.Next(3) switch { 0 => DataValue.Of(value.Bool ? "true" : "false"), 1 => DataValue.Of(1), _ => DataValue.Map([]) },
        DataKind.List => random.Next(3) switch { 0 => DataValue.Of("text"), 1 => value.Items.Count > 0 ? value.Items[0] : DataValue.Map([]), _ => DataValue.Map([]) },
        _ => random.Next(3) switch { 0 => DataValue.Of("text"), 1 => DataValue.List([value]), _ => DataValue.Of(3) },
    };

    private string Strange(string text) => random.Next(14) switch
    {
        0 => "",
        1 => new string('a', 64),
        2 => new string('b', 254),
        3 => new string('c', 2049),
        4 => text + " ",
        5 => text.ToUpperInvariant(),
        6 => "_" + text,
        7 => text + "/x",
        8 => "1d",
        9 => "-" + text,
        10 => text + "\n",
        11 => new string('é', 63),
        12 => text.Length > 1 ? text[1..] : text + text,
        _ => samples.Text(),
    };

    private string Misspell(string name)
    {
        var at = random.Next(Math.Max(1, name.Length));
        return random.Next(3) switch { 0 when name.Length > 1 => name.Remove(at, 1), 1 => name.Insert(at, "x"), _ => name.Length > 0 ? name[..at] + char.ToUpperInvariant(name[at]) + "q" + name[(at + 1)..] : "q" };
    }

    private static DataValue With(DataValue value, IEnumerable<DataField> fields)
    {
        var kept = new List<DataField>();
        foreach (var field in fields)
            if (kept.TrueForAll(other => other.Name != field.Name))
                kept.Add(field);
        return DataValue.Map(kept, value.Origin);
    }

    private static void Walk(DataValue value, SchemaNode? node, ShapeNode? shape, List<object> path, List<(List<object>, DataValue, SchemaNode?, ShapeNode?)> places)
    {
        places.Add(([.. path], value, node, shape ?? node?.Shape));
        foreach (var field in value.Fields)
        {
            path.Add(field.Name);
            Walk(field.Value, (shape ?? node?.Shape)?.Find(field.Name)?.Node ?? (node?.Type.Kind == SchemaTypeKind.Map ? node.Item : null), null, path, places);
            path.RemoveAt(path.Count - 1);
        }

        for (var i = 0; i < value.Items.Count; i++)
        {
            path.Add(i);
            Walk(value.Items[i], node?.Item, null, path, places);
            path.RemoveAt(path.Count - 1);
        }
    }

    private static DataValue Replace(DataValue value, List<object> path, int at, DataValue? changed)
    {
        if (at == path.Count)
            return changed!;
        return path[at] is string name
            ? DataValue.Map(value.Fields.Select(field => field.Name == name ? field with { Value = Replace(field.Value, path, at + 1, changed) } : field).ToList())
            : DataValue.List(value.Items.Select((item, i) => i == (int)path[at] ? Replace(item, path, at + 1, changed) : item).ToList());
    }
}
