using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace GitOps;

/// <summary>One JSON document, documented in docs/validate.md. A field is added without a word; one that changes its meaning changes the version.</summary>
internal sealed class JsonReport : IReport
{
    private const int Version = 1;

    public void Write(CommandOutput output, ValidateReport report) => output.Result(ReportJson.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("version", Version);
        json.WriteStartArray("roots");
        foreach (var root in report.Roots) json.WriteStringValue(root);
        json.WriteEndArray();
        json.WriteStartObject("summary");
        json.WriteNumber("errors", report.Count(FindingSeverity.Error));
        json.WriteNumber("warnings", report.Count(FindingSeverity.Warning));
        json.WriteNumber("suggestions", report.Count(FindingSeverity.Suggestion));
        json.WriteNumber("suppressed", report.Suppressed);
        json.WriteNumber("kustomizations", report.Kustomizations);
        json.WriteNumber("files", report.Files);
        json.WriteEndObject();
        if (report.First is { } first)
        {
            json.WriteStartObject("first");
            json.WriteString("id", first.Finding.Finding.Id);
            Place(json, first.Finding.Finding.Place);
            json.WriteNumber("waiting", first.Waiting);
            json.WriteEndObject();
        }
        json.WriteStartArray("findings");
        foreach (var item in report.Findings) Finding(json, item);
        json.WriteEndArray();
        json.WriteEndObject();
    }));

    private static void Finding(Utf8JsonWriter json, ReportedFinding item)
    {
        var finding = item.Finding;
        json.WriteStartObject();
        json.WriteString("id", finding.Id);
        json.WriteString("severity", ReportWords.Of(finding.Severity));
        json.WriteString("message", finding.Message);
        if (item.App.Length > 0) json.WriteString("kustomization", item.App);
        Place(json, finding.Place);
        if (finding.FieldPath is not null) json.WriteString("field", finding.FieldPath);
        if (finding.Suggestion is not null) json.WriteString("suggestion", finding.Suggestion);
        if (finding.AlsoAt.Count > 0)
        {
            json.WriteStartArray("alsoAt");
            foreach (var place in finding.AlsoAt)
            {
                json.WriteStartObject();
                Place(json, place);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter json, FindingPlace? place)
    {
        if (place is null) return;
        json.WriteString("path", place.Path);
        if (place.Line > 0) json.WriteNumber("line", place.Line);
        if (place.Column > 0) json.WriteNumber("column", place.Column);
    }
}

/// <summary>JSON for people's eyes and tools: indented, without escapes that are not needed.</summary>
internal static class ReportJson
{
    public static string Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            write(json);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
