using System.Reflection;
using System.Text.Json;

namespace GitOps;

/// <summary>SARIF 2.1.0, for code scanning. Help pages go along whole: they need no address.</summary>
internal sealed class SarifReport : IReport
{
    private const string Root = "%SRCROOT%";

    public void Write(CommandOutput output, ValidateReport report) => output.Result(ReportJson.Write(json =>
    {
        var ids = report.Findings.Select(static item => item.Finding.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        json.WriteStartObject();
        json.WriteString("$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json");
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "gitops");
        json.WriteString("semanticVersion", Version());
        json.WriteStartArray("rules");
        foreach (var id in ids) Rule(json, id, report);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("columnKind", "utf16CodeUnits");
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(Root);
        Text(json, "description", "The root of the repository");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("results");
        foreach (var item in report.Findings) Result(json, item, ids.IndexOf(item.Finding.Id));
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }));

    private static void Rule(Utf8JsonWriter json, string id, ValidateReport report)
    {
        json.WriteStartObject();
        json.WriteString("id", id);
        if (RulePages.Read(id) is { } page)
        {
            Text(json, "shortDescription", RulePages.TitleOf(page, id));
            json.WriteStartObject("help");
            json.WriteString("text", page);
            json.WriteString("markdown", page);
            json.WriteEndObject();
        }
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(report.Findings.Where(item => item.Finding.Id == id).Max(static item => item.Finding.Severity)));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Result(Utf8JsonWriter json, ReportedFinding item, int rule)
    {
        var finding = item.Finding;
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Id);
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(finding.Severity));
        Text(json, "message", ReportWords.Message(finding));
        json.WriteStartArray("locations");
        // Code scanning shows nothing without a file: what concerns the whole run stands at the repository's root.
        Location(json, finding.Place ?? new FindingPlace("."), item.App);
        json.WriteEndArray();
        if (finding.AlsoAt.Count > 0)
        {
            json.WriteStartArray("relatedLocations");
            foreach (var place in finding.AlsoAt) Location(json, place, "");
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Location(Utf8JsonWriter json, FindingPlace place, string app)
    {
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', place.Path.Split('/').Select(Uri.EscapeDataString)));
        json.WriteString("uriBaseId", Root);
        json.WriteEndObject();
        if (place.Line > 0)
        {
            json.WriteStartObject("region");
            json.WriteNumber("startLine", place.Line);
            if (place.Column > 0) json.WriteNumber("startColumn", place.Column);
            json.WriteEndObject();
        }
        json.WriteEndObject();
        if (app.Length > 0)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("fullyQualifiedName", app);
            json.WriteEndObject();
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter json, string name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static string Level(FindingSeverity severity) => severity switch { FindingSeverity.Error => "error", FindingSeverity.Warning => "warning", _ => "note" };

    private static string Version() =>
        typeof(SarifReport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
