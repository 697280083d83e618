using System.Text;

namespace GitOps;

/// <summary>The variables of a command line: Flux's merged map, with its rules for names.</summary>
internal sealed class VariableInput(ToolContext context, List<Finding> findings)
{
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, string> Variables => variables;

    /// <summary>The ConfigMaps and Secrets of a file, in their order.</summary>
    public void AddFile(string given)
    {
        var path = context.Full(given);
        var name = given.Replace('\\', '/');
        if (!File.Exists(path))
        {
            findings.Add(new Finding(RuleIds.MissingFile, FindingSeverity.Error, $"there is no file '{given}'"));
            return;
        }
        if (CrdInput.Decode(name, File.ReadAllBytes(path), findings) is not { } source) return;
        var yaml = YamlFile.Read(source.Text, context.Cancellation);
        foreach (var fault in yaml.Faults)
            if (fault.Kind != YamlFaultKind.DuplicateKey)
            {
                findings.Add(new Finding(RuleIds.UnreadableYaml, FindingSeverity.Error, fault.Message, Place(name, fault.Place)));
                return;
            }
        var found = false;
        foreach (var document in yaml.Documents)
        {
            if (document.Mapping?.Text("kind") is not ("ConfigMap" or "Secret") || document.Mapping is not { } root) continue;
            found = true;
            Add(name, root["data"], isBase64: root.Text("kind") == "Secret");
            // The API server writes it into data.
            if (root.Text("kind") == "Secret") Add(name, root["stringData"], isBase64: false);
        }
        if (!found) Fault("there is neither a ConfigMap nor a Secret in it", new FindingPlace(name));
    }

    /// <summary><c>NAME=VALUE</c>; wins over all files.</summary>
    public void AddAssignment(string given)
    {
        var equals = given.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0) Fault($"'{given}' is no NAME=VALUE");
        else Set(given[..equals], given[(equals + 1)..], null);
    }

    private void Add(string file, YamlNode? node, bool isBase64)
    {
        if (node is not YamlMapping map) return;
        foreach (var entry in map.Entries)
        {
            var place = Place(file, entry.Key.Start);
            if (entry.Value is not YamlScalar value) Fault($"the value of '{entry.Name}' is no text", place);
            else if (value.Text.StartsWith("ENC[", StringComparison.Ordinal)) Fault($"the value of '{entry.Name}' is encrypted with SOPS; decrypt the file first, or give it with --var {entry.Name}=…", place, isKnownLater: entry.Name);
            else if (!isBase64) Set(entry.Name, value.Text, place);
            else if (Decoded(value.Text) is { } text) Set(entry.Name, text, place);
            else Fault($"the value of '{entry.Name}' is no base64", place);
        }
    }

    private readonly Dictionary<string, Finding> pending = new(StringComparer.Ordinal);

    /// <summary>Reports the encrypted values that nothing else gave.</summary>
    public void Finish() => findings.AddRange(pending.Values);

    private void Set(string name, string value, FindingPlace? place)
    {
        if (VariableName.Fault(name) is { } fault)
            findings.Add(RuleMessage.Error(RejectedVariableNameRule.Id, place, RejectedVariableNameRule.Message, name, fault, "the command line") with { Suggestion = VariableName.Repair(name) });
        else
            variables[name] = value;
        pending.Remove(name);
    }

    private void Fault(string message, FindingPlace? place = null, string? isKnownLater = null)
    {
        var finding = new Finding(RuleIds.VariableInput, FindingSeverity.Error, message, place);
        if (isKnownLater is null) findings.Add(finding);
        else pending[isKnownLater] = finding;
    }

    private static string? Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : null;
    }

    private static FindingPlace Place(string file, YamlMark mark) => new(file, mark.Line, mark.Column);
}
