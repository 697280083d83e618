using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace GitOps;

/// <summary>Turns what System.Text.Json makes of an object into a <see cref="Manifest"/>.</summary>
internal static class JsonManifest
{
    private static readonly JsonSerializerOptions Default = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        Converters = { new JsonEnumNames(), new JsonUtcTime() },
    };

    /// <summary>What only an API server sets: an object that was read from a cluster has them, a file in a tree does not.</summary>
    private static readonly HashSet<string> ServersOwn = new(StringComparer.Ordinal)
    {
        "creationTimestamp", "deletionGracePeriodSeconds", "deletionTimestamp", "generation", "managedFields", "resourceVersion", "selfLink", "uid",
    };

    public static Manifest From(object value, JsonSerializerOptions? options, string file, int line)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (JsonSerializer.SerializeToNode(value, value.GetType(), options ?? Default) is not JsonObject root)
            throw new ArgumentException($"'{value.GetType().Name}' is not serialised as a JSON object.", nameof(value));
        var manifest = new Manifest(Required(root, "apiVersion", value), Required(root, "kind", value), Name(root), file, line) { Metadata = Metadata(root) };
        foreach (var (name, node) in root)
            if (name is not ("apiVersion" or "kind" or "metadata") && node is not null)
                manifest[name] = Convert(node);
        return manifest;
    }

    private static string Required(JsonObject root, string field, object value) =>
        root[field] is JsonValue node && node.TryGetValue(out string? text) && text.Length > 0
            ? text
            : throw new ArgumentException($"'{value.GetType().Name}' has no '{field}' once serialised; set it, or use new Manifest(apiVersion, kind, name).", nameof(value));

    private static string? Name(JsonObject root) => root["metadata"] is JsonObject metadata ? Text(metadata, "name", "metadata.name") : null;

    private static ObjectMeta Metadata(JsonObject root)
    {
        if (root["metadata"] is not JsonObject metadata)
            return new ObjectMeta();
        foreach (var (field, value) in metadata)
            if (value is not null && field is not ("name" or "namespace" or "labels" or "annotations" or "finalizers") && !ServersOwn.Contains(field))
                throw new ArgumentException($"'metadata.{field}' means nothing in a tree that Flux applies; leave it out.", nameof(root));
        return new ObjectMeta
        {
            Namespace = Text(metadata, "namespace", "metadata.namespace"),
            Labels = Texts(metadata["labels"], "metadata.labels"),
            Annotations = Texts(metadata["annotations"], "metadata.annotations"),
            Finalizers = metadata["finalizers"] is JsonArray items ? [.. items.Select(static (item, i) => Text(item, $"metadata.finalizers[{i}]"))] : null,
        };
    }

    private static Map<string>? Texts(JsonNode? node, string path)
    {
        if (node is not JsonObject entries)
            return null;
        var map = new Map<string>();
        foreach (var (name, value) in entries)
            if (value is not null)
                map[name] = Text(value, $"{path}.{name}");
        return map;
    }

    private static string? Text(JsonObject parent, string field, string path) => parent[field] is { } node ? Text(node, path) : null;

    private static string Text(JsonNode? node, string path) =>
        node is JsonValue value && value.TryGetValue(out string? text) ? text : throw new ArgumentException($"'{path}' is {node?.ToJsonString() ?? "null"}, and Kubernetes takes a text there.", nameof(node));

    private static Values Convert(JsonNode node)
    {
        switch (node)
        {
            case JsonObject entries:
                var mapping = new Values();
                foreach (var (name, value) in entries)
                    if (value is not null) // null says "not set" in API classes, whatever the serialiser's options
                        mapping[name] = Convert(value);
                return mapping;
            case JsonArray items:
                return Values.Create([.. items.Select(static item => item is null ? Values.Null : Convert(item))]);
            default:
                using (var scalar = JsonDocument.Parse(node.ToJsonString()))
                    return Scalar(scalar.RootElement);
        }
    }

    private static Values Scalar(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString()!,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number when element.TryGetInt64(out var number) => number,
        JsonValueKind.Number => element.GetDouble(),
        _ => Values.Null,
    };
}
