using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GitOps;

/// <summary>From the files of charts' schemas to values.</summary>
internal static class ValuesParser
{
    /// <summary>A file and what its item says; of one that is too large the text is not taken.</summary>
    public static ValuesInput Input(AdditionalText file, AnalyzerConfigOptionsProvider options, CancellationToken ct)
    {
        var text = file.GetText(ct);
        return new ValuesInput(
            new ValuesSchemaFile(file.Path, text is { Length: > ValuesSchemaFile.MostCharacters } ? null : text?.ToString() ?? "") { Url = ProjectOptions.Metadata(options, file, "Url") },
            ProjectOptions.Metadata(options, file, "Chart"));
    }

    public static ValuesSpec Parse(ValuesInput input, EquatableArray<ValuesInput> all, string rootNamespace, CancellationToken ct)
    {
        try
        {
            var model = ValuesSchemaReader.Read(input.File, all.Select(static one => one.File).ToList(), input.Chart, rootNamespace, ct);
            return new ValuesSpec(input.File.Path, input.Chart, model with { Faults = default }, model.Faults.Select(ToFault).ToEquatableArray());
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception exception)
        {
            return new ValuesSpec(input.File.Path, input.Chart, SchemaModel.Empty, EquatableArray.Of(Output.InternalError(exception, input.File.Path)));
        }
    }

    /// <summary>What is wrong with the items themselves: two files for one chart, or files for none.</summary>
    public static EquatableArray<SourceFault> ItemFaults(IEnumerable<ValuesInput> all)
    {
        var inputs = all.OrderBy(static input => input.File.Path, StringComparer.Ordinal).ToList();
        if (inputs.Count > 0 && inputs.All(static input => input.Chart.Length == 0))
            return EquatableArray.Of(new SourceFault(RuleIds.NotAValuesSchema, "no GitOpsValuesSchema item names a chart, so no class is made; give the chart's own schema Chart=\"…\"", inputs[0].File.Path));
        return inputs.Where(static input => input.Chart.Length > 0).GroupBy(static input => ValuesSchemaReader.RootName(input.Chart), StringComparer.OrdinalIgnoreCase)
            .SelectMany(static group => group.Skip(1).Select(input => new SourceFault(
                RuleIds.NotAValuesSchema,
                $"'{InputFiles.NameOf(group.First().File.Path)}' describes the values of '{group.First().Chart}' already, and both would be {group.Key}; list one of the two files, or give this one another Chart",
                input.File.Path)))
            .ToEquatableArray();
    }

    /// <summary>The types of a chart.</summary>
    public static IEnumerable<ValuesTypeSpec> Types(ValuesSpec spec)
    {
        var source = InputFiles.NameOf(spec.Path);
        foreach (var shape in spec.Model.Shapes)
            yield return new ValuesTypeSpec(spec.Chart, source, shape, null);
        foreach (var one in spec.Model.Enums)
            yield return new ValuesTypeSpec(spec.Chart, source, null, one);
    }

    private static SourceFault ToFault(SchemaFault fault) => SourceFault.At(
        fault.Kind switch
        {
            SchemaFaultKind.Unreadable => RuleIds.UnreadableYaml,
            SchemaFaultKind.Unsupported => RuleIds.UnsupportedSchema,
            SchemaFaultKind.Reference => RuleIds.SchemaReference,
            _ => RuleIds.NotAValuesSchema,
        },
        fault.Message,
        fault.File,
        fault.Line,
        fault.Column);
}
