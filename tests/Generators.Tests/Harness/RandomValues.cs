using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;

namespace GitOps.Tests;

/// <summary>Random values made from a chart's schema, three of four broken in one place, and the C# that would write them.</summary>
internal sealed class RandomValues(SchemaModel model, Random random)
{
    private const int Deepest = 9;
    private readonly Dictionary<SchemaTypeName, SchemaShape> shapes = model.Shapes.ToDictionary(static shape => shape.Name);
    private readonly SchemaSet schemas = SchemaSet.Shipped.With(model);
    private readonly Dictionary<SchemaTypeName, SchemaEnum> enums = model.Enums.ToDictionary(static one => one.Name);

    public JsonObject Next()
    {
        var value = (JsonObject)Make(model.Values!, 0);
        // Alternatives are rarely met by chance: of four three start with values that seem right to us.
        var attempts = random.Next(4) == 0 ? 0 : 50;
        for (var attempt = 0; attempt < attempts && ObjectValidator.ValidateType(JsonData.Read(value.ToJsonString()), model.Values!, schemas).Count > 0; attempt++)
            value = (JsonObject)Make(model.Values!, 0);
        if (random.Next(4) > 0)
            Break(value);
        return value;
    }

    /// <summary>The expression, of the root's type.</summary>
    public string CSharp(JsonObject value) => $"new global::{model.Values!.Name}{Expression(value, model.Values)["new()".Length..]}";

    private JsonNode Make(SchemaType type, int depth)
    {
        switch (type.Kind)
        {
            case SchemaTypeKind.Object:
                var shape = shapes[type.Name!.Value];
                var made = new JsonObject();
                foreach (var field in shape.Fields)
                    if (field.Required || depth < Deepest && random.Next(shape.Fields.Count) < Math.Max(2, 5 - depth))
                        made[field.Name] = Make(field.Type, depth + 1);
                return made;
            case SchemaTypeKind.Map:
                return new JsonObject(Enumerable.Range(0, depth < Deepest ? random.Next(1, 3) : 0).Select(at => KeyValuePair.Create("key-" + at.ToString(CultureInfo.InvariantCulture), (JsonNode?)Make(type.Item!, depth + 1))));
            case SchemaTypeKind.List:
                return new JsonArray([.. Enumerable.Range(0, depth < Deepest ? random.Next(3) : 0).Select(_ => Make(type.Item!, depth + 1))]);
            case SchemaTypeKind.FreeForm:
                return new JsonObject { ["free"] = "x" };
            case SchemaTypeKind.Bool:
                return random.Next(2) == 0;
            case SchemaTypeKind.Int32 or SchemaTypeKind.Int64:
                return random.Next(100);
            case SchemaTypeKind.Double:
                return random.Next(2) == 0 ? random.Next(100) : random.Next(100) + 0.5;
            case SchemaTypeKind.IntOrString when random.Next(2) == 0:
                return random.Next(1, 60000);
            case SchemaTypeKind.String when type.Name is { } name:
                return enums[name].Values[random.Next(enums[name].Values.Count)].Value;
            case SchemaTypeKind.String when type.Constraints is { Enum: { IsEmpty: false } known }:
                return JsonNode.Parse(known[0])!;
            default:
                return "text-" + random.Next(10).ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>One change at one place: another kind of value, a key more, a key less, a text that is none of the known ones.</summary>
    private void Break(JsonObject value)
    {
        var places = new List<(JsonNode Parent, string? Key, int Index)>();
        Collect(value, places);
        if (places.Count == 0)
            return;
        var (parent, key, index) = places[random.Next(places.Count)];
        switch (random.Next(4))
        {
            case 0:
                JsonNode other = random.Next(4) switch { 0 => "text", 1 => 7, 2 => true, _ => new JsonArray("a") };
                if (parent is JsonObject holder)
                    holder[key!] = other;
                else
                    ((JsonArray)parent)[index] = other;
                break;
            case 1 when parent is JsonObject more:
                more["unknownKey"] = "x";
                break;
            case 2 when parent is JsonObject less:
                less.Remove(key!);
                break;
            case 3 when parent is JsonObject map && map[key!]?.GetValueKind() == System.Text.Json.JsonValueKind.String:
                map[key!] = "none-of-them";
                break;
        }
    }

    private static void Collect(JsonNode node, List<(JsonNode, string?, int)> places)
    {
        if (node is JsonObject map)
            foreach (var (key, value) in map)
            {
                places.Add((map, key, 0));
                Collect(value!, places);
            }
        else if (node is JsonArray list)
            for (var index = 0; index < list.Count; index++)
            {
                places.Add((list, null, index));
                Collect(list[index]!, places);
            }
    }

    private string Expression(JsonNode value, SchemaType? type) => value switch
    {
        JsonObject map when type is { Kind: SchemaTypeKind.Object, Name: { } name } => Typed(map, shapes[name]),
        JsonObject map => $"new() {{ {string.Join(", ", map.Select(entry => $"[{SymbolDisplay.FormatLiteral(entry.Key, quote: true)}] = {Expression(entry.Value!, type?.Kind == SchemaTypeKind.Map ? type.Item : null)}"))} }}",
        JsonArray list => $"[{string.Join(", ", list.Select(item => Expression(item!, type?.Kind == SchemaTypeKind.List ? type.Item : null)))}]",
        _ when value.GetValueKind() == System.Text.Json.JsonValueKind.String => SymbolDisplay.FormatLiteral(value.GetValue<string>(), quote: true),
        _ => value.ToJsonString(),
    };

    private string Typed(JsonObject map, SchemaShape shape)
    {
        var names = FieldNames.Of(shape, isKind: false);
        var known = new List<string>();
        var others = new List<string>();
        foreach (var (key, value) in map)
        {
            var at = shape.Fields.ToList().FindIndex(field => field.Name == key);
            if (at >= 0)
                known.Add($"@{names[at]} = {Expression(value!, shape.Fields[at].Type)}");
            else if (shape.PreserveUnknown)
                others.Add($"[{SymbolDisplay.FormatLiteral(key, quote: true)}] = {Expression(value!, null)}");
            else
                known.Add($"{SchemaNames.Pascal(key)} = {Expression(value!, null)}");
        }

        if (others.Count > 0)
            known.Add($"OtherFields = new() {{ {string.Join(", ", others)} }}");
        return $"new() {{ {string.Join(", ", known)} }}";
    }
}
