using System.Text.Json;

namespace GitOps.Differential;

/// <summary>Objects of files: YAML with documents, or JSON that holds objects somewhere (a built tree). Only custom resources whose kind we know.</summary>
internal static class Inputs
{
    public static IReadOnlyList<DataValue> Read(IEnumerable<string> files)
    {
        var found = new List<DataValue>();
        foreach (var file in files)
            if (file.EndsWith(".json", StringComparison.Ordinal))
                Collect(JsonDocument.Parse(File.ReadAllText(file)).RootElement, found);
            else
                foreach (var document in YamlFile.Read(File.ReadAllText(file)).Documents)
                    if (document.Mapping is { } mapping && IsWanted(YamlData.Of(mapping)))
                        found.Add(YamlData.Of(mapping));
        return found;
    }

    private static void Collect(JsonElement json, List<DataValue> found)
    {
        if (json.ValueKind == JsonValueKind.Array)
            foreach (var item in json.EnumerateArray())
                Collect(item, found);
        if (json.ValueKind != JsonValueKind.Object)
            return;
        if (json.TryGetProperty("apiVersion", out _) && json.TryGetProperty("kind", out _) && json.TryGetProperty("metadata", out _))
        {
            if (IsWanted(Value(json)))
                found.Add(Value(json));
            return;
        }

        foreach (var property in json.EnumerateObject())
            Collect(property.Value, found);
    }

    private static bool IsWanted(DataValue value) => value.TextOf("apiVersion") is { } apiVersion && apiVersion.Contains('.', StringComparison.Ordinal) && value.TextOf("kind") is { } kind
        && SchemaSet.Shipped.Find(apiVersion, kind) is { } found && found.Name.Namespace is not ("GitOps.Models.Kubernetes" or "GitOps.Models.Kustomize") && value["metadata"]?.TextOf("name") is not null;

    private static DataValue Value(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => DataValue.Map(json.EnumerateObject().Select(property => new DataField(property.Name, Value(property.Value))).ToList()),
        JsonValueKind.Array => DataValue.List(json.EnumerateArray().Select(Value).ToList()),
        JsonValueKind.String => DataValue.Of(json.GetString()!),
        JsonValueKind.Number => json.TryGetInt64(out var integer) ? DataValue.Of(integer) : DataValue.Of(json.GetDouble()),
        JsonValueKind.True => DataValue.Of(true),
        JsonValueKind.False => DataValue.Of(false),
        _ => DataValue.Null(),
    };
}
