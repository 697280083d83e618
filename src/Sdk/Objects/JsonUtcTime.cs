using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GitOps;

/// <summary>
/// Times as Kubernetes takes them (RFC 3339), in UTC whatever the machine's time zone: a file in the tree is the same wherever it is written.
/// A time that does not say where it is meant is taken as UTC.
/// </summary>
internal sealed class JsonUtcTime : JsonConverter<DateTime>
{
    public override DateTime Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTime();

    public override void Write(Utf8JsonWriter writer, DateTime value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var utc = value.Kind == DateTimeKind.Local ? value.ToUniversalTime() : value;
        writer.WriteStringValue(utc.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture));
    }
}
