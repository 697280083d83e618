namespace GitOps;

/// <summary>Reads the Flux Kustomizations of a file, and the namespace that a kustomization.yaml gives to all below it.</summary>
internal static class KustomizationFileParser
{
    public static KustomizationFileSpec Parse(string path, string root, string text, CancellationToken ct)
    {
        var relative = ProjectPath.Relative(path, root);
        try
        {
            var file = KustomizationFile.Read(relative, text, ct);
            return new KustomizationFileSpec(
                relative,
                file.Namespace,
                file.Kustomizations.Select(static one => new KustomizationEntry(one.Name, one.Namespace)).ToEquatableArray(),
                file.Faults.Select(fault => SourceFault.At(RuleIds.UnreadableYaml, fault.Message, path, fault.Place.Line, fault.Place.Column)).ToEquatableArray());
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception exception)
        {
            return new KustomizationFileSpec(relative, null, default, EquatableArray.Of(Output.InternalError(exception, path)));
        }
    }
}
