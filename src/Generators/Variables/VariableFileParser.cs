namespace GitOps;

/// <summary>Reads the objects of which <c>substituteFrom</c> can take variables. Values of Secrets are never looked at.</summary>
internal static class VariableFileParser
{
    public static VariableFileSpec Parse(string path, string text, CancellationToken ct)
    {
        // Most files of a tree hold none of these; a cheap look spares the reader.
        if (!text.Contains("ConfigMap") && !text.Contains("Secret"))
            return new VariableFileSpec(default, default, path);
        try
        {
            var file = YamlFile.Read(text, ct);
            var faults = file.Faults.Where(static fault => fault.Kind != YamlFaultKind.DuplicateKey)
                .Select(fault => SourceFault.At(RuleIds.UnreadableYaml, fault.Message, path, fault.Place.Line, fault.Place.Column)).ToEquatableArray();
            var sources = new List<VariableSourceSpec>();
            foreach (var document in file.Documents)
            {
                ct.ThrowIfCancellationRequested();
                if (document.Mapping is { } root && Read(root, InputFiles.NameOf(path)) is { } source)
                    sources.Add(source);
            }

            return new VariableFileSpec(sources.ToEquatableArray(), faults, path);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception exception)
        {
            return new VariableFileSpec(default, EquatableArray.Of(Output.InternalError(exception, path)), path);
        }
    }

    private static VariableSourceSpec? Read(YamlMapping root, string file)
    {
        var kind = root.Text("kind");
        var name = (root["metadata"] as YamlMapping)?.Text("name");
        var spec = root["spec"] as YamlMapping;
        return (kind, Group(root.Text("apiVersion"))) switch
        {
            ("ConfigMap", "") => Source("ConfigMap", name, kind, Entries(root, "data", isSecret: false), file),
            ("Secret", "") => Source("Secret", name, kind, Entries(root, "data", isSecret: true).Concat(Entries(root, "stringData", isSecret: true)), file),
            ("SealedSecret", "bitnami.com") => Source("Secret", TemplateName(spec) ?? name, kind, Entries(spec, "encryptedData", isSecret: true), file),
            ("ExternalSecret", "external-secrets.io") => Source("Secret", (spec?["target"] as YamlMapping)?.Text("name") ?? name, kind, External(spec), file),
            _ => null,
        };
    }

    private static VariableSourceSpec? Source(string kind, string? name, string madeBy, IEnumerable<VariableSpec> variables, string file)
    {
        // A name made by substitution or a generator is not known here.
        if (name is null || KubernetesNames.SubdomainFault(name) is not null)
            return null;
        var all = variables.GroupBy(static variable => variable.Key, StringComparer.Ordinal).Select(static same => same.First())
            .OrderBy(static variable => variable.Key, StringComparer.Ordinal).ToEquatableArray();
        return all.Count == 0 ? null : new VariableSourceSpec(kind, name, madeBy, all, file);
    }

    private static IEnumerable<VariableSpec> Entries(YamlMapping? holder, string field, bool isSecret) =>
        holder?[field] is not YamlMapping data ? [] : data.Entries.Where(static entry => IsVariableName(entry.Name))
            .Select(entry => new VariableSpec(entry.Name, isSecret ? VariableType.Text : TypeOf((entry.Value as YamlScalar)?.Text)));

    /// <summary>A template says all keys; without one each <c>data</c> entry is a key, and <c>dataFrom</c> brings some that nobody knows here.</summary>
    private static IEnumerable<VariableSpec> External(YamlMapping? spec)
    {
        var template = (spec?["target"] as YamlMapping)?["template"] as YamlMapping;
        if (template?["data"] is YamlMapping)
            return Entries(template, "data", isSecret: true);
        return spec?["data"] is not YamlSequence entries ? [] : entries.Items.OfType<YamlMapping>().Select(static entry => entry.Text("secretKey"))
            .Where(static key => key is not null && IsVariableName(key)).Select(static key => new VariableSpec(key!, VariableType.Text));
    }

    private static string? TemplateName(YamlMapping? spec) => ((spec?["template"] as YamlMapping)?["metadata"] as YamlMapping)?.Text("name");

    private static string? Group(string? apiVersion) =>
        apiVersion is null ? null : apiVersion.IndexOf('/') is var slash and >= 0 ? apiVersion.Substring(0, slash) : "";

    // pkg/kustomize kustomize_varsub.go: ^[_[:alpha:]][_[:alpha:][:digit:]]*$ in ASCII; one other key fails the whole Kustomization.
    private static bool IsVariableName(string key) =>
        key.Length > 0 && key.All(static character => character is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')) && key[0] is not (>= '0' and <= '9');

    private static VariableType TypeOf(string? value) => value switch
    {
        "true" or "false" => VariableType.Bool,
        { Length: > 0 and < 11 } when int.TryParse(value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number.ToString(System.Globalization.CultureInfo.InvariantCulture) == value => VariableType.Int,
        _ => VariableType.Text,
    };
}
