using System.Text.Json.Nodes;
using NJsonSchema;

namespace GitOps.Tests;

/// <summary>
/// A chart's schema as NJsonSchema reads it, in one document: each place that a reference leads to is a definition. What that library does not know is written in words
/// that it knows and that mean the same: <c>const</c> as an enum of one value, "if A then B" as "not A, or B", a dependency as "not there, or B".
/// </summary>
internal sealed class ChartJudge
{
    private readonly IReadOnlyList<InputFile> files;
    private readonly Dictionary<string, JsonNode> texts = [];
    private readonly Dictionary<(string Path, string Pointer), string> names = [];
    private readonly JsonObject definitions = [];
    private readonly JsonSchema schema;

    public ChartJudge(IReadOnlyList<InputFile> files)
    {
        this.files = files;
        var root = new JsonObject { ["$ref"] = Definition(files[0].Path, "") };
        // A reference at the very top is not followed by the judge's reader: its target takes the place.
        while (root["$ref"]?.GetValue<string>() is { } first)
            root = (JsonObject)definitions[first["#/definitions/".Length..]]!.DeepClone();
        root["definitions"] = definitions;
        schema = JsonSchema.FromJsonAsync(root.ToJsonString()).GetAwaiter().GetResult();
    }

    /// <summary>What is wrong with values, as JSON; empty when they are valid.</summary>
    public IReadOnlyList<string> Errors(string json) => [.. schema.Validate(json).Select(static error => error.ToString())];

    private string Definition(string path, string pointer)
    {
        if (!names.TryGetValue((path, pointer), out var name))
        {
            names.Add((path, pointer), name = "d" + names.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
            definitions[name] = null;
            var node = Text(path);
            foreach (var segment in pointer.Split('/').Skip(1))
                node = node[segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)]!;
            definitions[name] = Rewritten(node, path);
        }

        return "#/definitions/" + name;
    }

    private JsonNode Text(string path)
    {
        if (!texts.TryGetValue(path, out var text))
            texts.Add(path, text = JsonNode.Parse(files.Single(file => file.Path == path).Text)!);
        return text;
    }

    private string Target(string reference, string from)
    {
        var (address, pointer) = reference.Split('#') is [var before, var behind] ? (before, behind) : (reference, "");
        if (address.Length == 0)
            return Definition(from, pointer);
        if (address.Contains("://", StringComparison.Ordinal))
            return Definition(files.Single(file => Text(file.Path) is JsonObject one && one["$id"]?.GetValue<string>() == address).Path, pointer);
        return Definition(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(from)!, address)), pointer);
    }

    private JsonNode Rewritten(JsonNode node, string path)
    {
        if (node is not JsonObject schema)
            return node.DeepClone();
        if (schema["$ref"] is { } reference)
            return new JsonObject { ["$ref"] = Target(reference.GetValue<string>(), path) };
        var written = new JsonObject();
        var all = new JsonArray();
        foreach (var (key, value) in schema)
            switch (key)
            {
                case "properties" or "patternProperties":
                    written[key] = new JsonObject(((JsonObject)value!).Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)Rewritten(entry.Value!, path))));
                    break;
                case "items" or "additionalProperties" or "not":
                    written[key] = Rewritten(value!, path);
                    break;
                case "allOf":
                    foreach (var part in (JsonArray)value!)
                        all.Add(Rewritten(part!, path));
                    break;
                case "anyOf" or "oneOf":
                    written[key] = new JsonArray([.. ((JsonArray)value!).Select(part => Rewritten(part!, path))]);
                    break;
                case "const":
                    written["enum"] = new JsonArray(value!.DeepClone());
                    break;
                case "if":
                    if (schema["then"] is { } then)
                        all.Add(new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["not"] = Rewritten(value!, path) }, Rewritten(then, path)) });
                    break;
                case "dependencies":
                    foreach (var (name, dependent) in (JsonObject)value!)
                        all.Add(new JsonObject { ["anyOf"] = new JsonArray(new JsonObject { ["not"] = new JsonObject { ["required"] = new JsonArray(name) } }, Rewritten(dependent!, path)) });
                    break;
                case "$id" or "$schema" or "$defs" or "definitions" or "then" or "default" or "description" or "format":
                    break;
                default:
                    written[key] = value?.DeepClone();
                    break;
            }

        if (all.Count > 0)
            written["allOf"] = all;
        return written;
    }
}
