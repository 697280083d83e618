using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GitOps;

/// <summary>Enums by name: no Kubernetes API takes one by number. An enum with a converter of its own keeps it, though options come before attributes of a type.</summary>
internal sealed class JsonEnumNames : JsonConverterFactory
{
    private static readonly JsonStringEnumConverter Names = new();

    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum && typeToConvert.GetCustomAttribute<JsonConverterAttribute>() is null;

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) => Names.CreateConverter(typeToConvert, options);
}
