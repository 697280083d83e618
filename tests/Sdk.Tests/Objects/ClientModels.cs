using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GitOps.Tests;

// Classes as clients of Kubernetes have them: every property settable and optional, names by attribute, own converters for what is no plain JSON type.

internal sealed class ClientDeployment
{
    [JsonPropertyName("apiVersion")] public string? ApiVersion { get; set; }

    [JsonPropertyName("kind")] public string? Kind { get; set; }

    [JsonPropertyName("metadata")] public ClientMeta? Metadata { get; set; }

    [JsonPropertyName("spec")] public ClientSpec? Spec { get; set; }

    [JsonPropertyName("data")] public IDictionary<string, byte[]>? Data { get; set; }

    [JsonPropertyName("status")] public object? Status { get; set; }
}

internal sealed class ClientMeta
{
    [JsonPropertyName("annotations")] public IDictionary<string, string>? Annotations { get; set; }

    [JsonPropertyName("creationTimestamp")] public DateTime? CreationTimestamp { get; set; }

    [JsonPropertyName("finalizers")] public IList<string>? Finalizers { get; set; }

    [JsonPropertyName("generateName")] public string? GenerateName { get; set; }

    [JsonPropertyName("labels")] public IDictionary<string, string>? Labels { get; set; }

    [JsonPropertyName("name")] public string? Name { get; set; }

    [JsonPropertyName("namespace")] public string? NamespaceProperty { get; set; }

    [JsonPropertyName("resourceVersion")] public string? ResourceVersion { get; set; }
}

internal sealed class ClientSpec
{
    [JsonPropertyName("replicas")] public int? Replicas { get; set; }

    [JsonPropertyName("ratio")] public double? Ratio { get; set; }

    [JsonPropertyName("paused")] public bool? Paused { get; set; }

    [JsonPropertyName("maxSurge")] public ClientIntOrString? MaxSurge { get; set; }

    [JsonPropertyName("maxUnavailable")] public ClientIntOrString? MaxUnavailable { get; set; }

    [JsonPropertyName("limits")] public IDictionary<string, ClientQuantity>? Limits { get; set; }

    [JsonPropertyName("notAfter")] public DateTime? NotAfter { get; set; }

    [JsonPropertyName("renewAt")] public DateTimeOffset? RenewAt { get; set; }

    [JsonPropertyName("policy")] public ClientPolicy? Policy { get; set; }

    [JsonPropertyName("protocol")] public ClientProtocol? Protocol { get; set; }

    [JsonPropertyName("matchLabels")] public IDictionary<string, IDictionary<string, string>>? MatchLabels { get; set; }

    [JsonPropertyName("args")] public IList<string?>? Args { get; set; }

    [JsonPropertyName("containers")] public IList<ClientContainer>? Containers { get; set; }

    [JsonPropertyName("x-custom")] public JsonElement? Custom { get; set; }
}

internal sealed class ClientContainer
{
    [JsonPropertyName("name")] public string? Name { get; set; }

    /// <summary>Without an attribute: camel case.</summary>
    public string? ImagePullPolicy { get; set; }

    [JsonIgnore] public string? Note { get; set; }
}

internal enum ClientPolicy
{
    Always,
    IfNotPresent,
}

[JsonConverter(typeof(ClientProtocolConverter))]
internal enum ClientProtocol
{
    Tcp,
}

internal sealed class ClientProtocolConverter : JsonConverter<ClientProtocol>
{
    public override ClientProtocol Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, ClientProtocol value, JsonSerializerOptions options) => writer.WriteStringValue("TCP");
}

[JsonConverter(typeof(ClientIntOrStringConverter))]
internal sealed class ClientIntOrString(string value)
{
    public string Value { get; } = value;
}

internal sealed class ClientIntOrStringConverter : JsonConverter<ClientIntOrString>
{
    public override ClientIntOrString Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, ClientIntOrString value, JsonSerializerOptions options)
    {
        if (long.TryParse(value.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            writer.WriteNumberValue(number);
        else
            writer.WriteStringValue(value.Value);
    }
}

[JsonConverter(typeof(ClientQuantityConverter))]
internal sealed record ClientQuantity(string Value);

internal sealed class ClientQuantityConverter : JsonConverter<ClientQuantity>
{
    public override ClientQuantity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, ClientQuantity value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
