namespace GitOps;

/// <summary>From a component's files to its variables and their types.</summary>
internal static class ComponentParser
{
    /// <summary>What the app that uses the component fills in.</summary>
    private static readonly string[] FilledByApp = ["APP", "NAMESPACE"];

    /// <summary><c>${q:='}</c> is a way to write a quote that survives the build, and nobody's to set.</summary>
    private static bool IsQuote(ComponentParameter parameter) => parameter.Occurrences.All(static occurrence => occurrence.Default is "'" or "\"");

    public static ComponentSpec? Parse(ComponentInput input, CancellationToken ct)
    {
        var directory = RepositoryPath.Relative(input.Tree, input.Folder);
        try
        {
            var tree = new TextFileTree(input.Files.Select(static file => new KeyValuePair<string, string>(file.Path, file.Text)));
            var kustomization = input.Files.First(file => RepositoryPath.FolderOf(file.Path) == input.Folder && RepositoryPath.NameOf(file.Path).StartsWith("kustomization.", StringComparison.Ordinal));
            if (!ComponentReader.IsComponent(kustomization.Text, ct))
                return null;
            var model = ComponentReader.Read(tree, input.Folder, ct);
            return new ComponentSpec(
                directory,
                model.Parameters.Where(static parameter => !FilledByApp.Contains(parameter.Name) && VariableName.Fault(parameter.Name) is null && !IsQuote(parameter))
                    .Select(parameter => new ParameterSpec(parameter.Name, ParameterTyping.Uses(parameter, model.Kustomizations).ToEquatableArray(), parameter.IsRequired, parameter.Default)).ToEquatableArray(),
                FilledByApp.Where(name => model.Parameters.Any(parameter => parameter.Name == name || parameter.DefaultNeeds.Contains(name))).ToEquatableArray(),
                BroughtObjects.Of(model, input).ToEquatableArray(),
                default);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception exception)
        {
            return new ComponentSpec(directory, default, default, default, EquatableArray.Of(Output.InternalError(exception, "")));
        }
    }
}
