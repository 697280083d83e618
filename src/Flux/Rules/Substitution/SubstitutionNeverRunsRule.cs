namespace GitOps;

/// <summary>
/// Expressions in the texts and no variable at all: Flux substitutes only with at least one, so the text reaches the cluster as it is written. Told is what was surely meant for Flux:
/// a default, and a name that a variable source of the cluster has. Any other <c>${NAME}</c> may be the app's own.
/// </summary>
internal static class SubstitutionNeverRunsRule
{
    public const string Id = RuleIds.SubstitutionNeverRuns;
    public const string Title = "An expression, but no variable: substitution does not run";
    public const string Message = "'{0}' stays as it is written: '{1}' has no variable, and Flux substitutes only with at least one; give it a variable or the strategy Always";
    public const string SourceMessage = "'{0}' stays as it is written: '{1}' has no variable, so Flux substitutes nothing in it; the {2} '{3}' has '{4}': {5}";

    public static IEnumerable<Finding> Check(FluxModel model)
    {
        var sources = Used(model);
        return SubstitutionRules.Written(model).SelectMany(app => Check(model, app, sources));
    }

    /// <param name="sources">Where the cluster's variables come from.</param>
    public static IEnumerable<Finding> Check(FluxModel model, AppModel app, IReadOnlyList<VariableSourceModel> sources)
    {
        if (model.ScopeOf(app).Runs != false)
            yield break;
        foreach (var text in SubstitutionRules.Readable(app))
            // A text of several lines is a script, whose expressions are its own; so are those of a shell's line.
            if (text.Text.IndexOf('\n') >= 0)
                continue;
            else if (text.Parsed.Expressions.FirstOrDefault(static expression => expression.HasDefault) is { } withDefault)
                yield return RuleMessage.Warning(Id, text.Place, Message, SubstitutionRules.Written(text, withDefault), app.Id.ToString()).At(app, text, withDefault);
            else if (!IsOfAProgram(text))
                foreach (var expression in text.Parsed.Expressions)
                    if (sources.FirstOrDefault(source => source.Keys.Any(key => key.Name == expression.Name)) is { } source)
                    {
                        yield return RuleMessage.Warning(Id, text.Place, SourceMessage, SubstitutionRules.Written(text, expression), app.Id.ToString(), source.Kind, source.Name, expression.Name,
                            source.Class is { } type ? $"name it in substituteFrom (of an app: [SubstituteFrom<{type.Substring(type.LastIndexOf('.') + 1)}>])" : "name it in substituteFrom")
                            .At(app, text, expression) with
                        { VariableSource = source.Class };
                        break;
                    }
    }

    /// <summary>The sources that some Kustomization takes variables from, or that have a class for it: of a ConfigMap that is an app's own the keys mean nothing here.</summary>
    public static IReadOnlyList<VariableSourceModel> Used(FluxModel model)
    {
        var named = new HashSet<(string, string)>(model.Apps.SelectMany(static app => app.Sources).Select(static source => (source.Kind, source.Name)));
        return [.. model.Sources.Where(source => source.Class is not null || named.Contains((source.Kind, source.Name)))];
    }

    // What a container is started with, in whatever object or chart: a shell puts its own variables in there.
    private static bool IsOfAProgram(TextModel text) =>
        text.FieldPath is { } path && path.Split('.').Any(static part => part is "command" or "args" || part.StartsWith("command[", StringComparison.Ordinal) || part.StartsWith("args[", StringComparison.Ordinal));
}
