namespace GitOps;

/// <summary>Reads the objects of which <c>substituteFrom</c> can take variables. Values of Secrets are never looked at.</summary>
internal static class VariableFileParser
{
    public static VariableFileSpec Parse(string path, string text, CancellationToken ct)
    {
        if (!Reads(text))
            return new VariableFileSpec(default, default, path);
        try
        {
            var file = YamlFile.Read(text, ct);
            var faults = file.Faults.Where(static fault => fault.Kind != YamlFaultKind.DuplicateKey)
                .Select(fault => SourceFault.At(RuleIds.UnreadableYaml, fault.Message, path, fault.Place.Line, fault.Place.Column)).ToEquatableArray();
            var sources = VariableSourceReader.Read(file, path).Select(source => Spec(source, InputFiles.NameOf(path))).Where(static source => source is not null).Select(static source => source!);
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

    /// <summary>Most files of a tree hold no source; a cheap look spares the reader. Of those that are read it is said here where they are no YAML.</summary>
    public static bool Reads(string text) => text.Contains("ConfigMap") || text.Contains("Secret") || text.Contains("Generator");

    private static VariableSourceSpec? Spec(VariableSourceModel source, string file)
    {
        // A name made by substitution is not known here; keys that are no variables are the rules' to judge.
        if (KubernetesNames.SubdomainFault(source.Name) is not null)
            return null;
        var variables = source.Keys.Where(static key => VariableName.Fault(key.Name) is null).GroupBy(static key => key.Name, StringComparer.Ordinal)
            .Select(static same => new VariableSpec(same.Key, TypeOf(same.First().Value))).OrderBy(static variable => variable.Key, StringComparer.Ordinal).ToEquatableArray();
        return variables.Count == 0 ? null : new VariableSourceSpec(source.Kind, source.Name, source.MadeBy, variables, file);
    }

    private static VariableType TypeOf(string? value) => value switch
    {
        "true" or "false" => VariableType.Bool,
        { Length: > 0 and < 11 } when int.TryParse(value, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out var number)
            && number.ToString(System.Globalization.CultureInfo.InvariantCulture) == value => VariableType.Int,
        _ => VariableType.Text,
    };
}
