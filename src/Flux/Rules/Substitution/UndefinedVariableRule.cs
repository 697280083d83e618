namespace GitOps;

/// <summary>A variable without default that nothing provides: strict substitution, the default since Flux 2.9, fails the whole Kustomization.</summary>
internal static class UndefinedVariableRule
{
    public const string Id = RuleIds.UndefinedVariable;
    public const string Title = "A variable that nothing provides";
    public const string Message = "no variable '{0}' for '{1}', which takes its variables from {2}{3}";
    public const string ComponentMessage = "the component '{0}' needs the variable '{1}' ({2}), and nothing provides it to '{3}'{4}";
    public const string EmittedMessage = "the Kustomization '{0}' that the component emits needs the variable '{1}' ({2}), and its postBuild does not provide it{3}";

    /// <summary>Nobody reads more of one text.</summary>
    private const int MostOfOneText = 200;

    public const string AnywhereMessage = "no app has a variable '{0}', so whoever takes this text fails{1}";

    /// <summary>A text that any app may take, with all variables that some app has.</summary>
    public static IEnumerable<Finding> Check(TextModel text, ISet<string> anywhere)
    {
        if (text.IsLiteral || text.Parsed.Error is not null)
            yield break;
        foreach (var expression in text.Parsed.Expressions)
            if (expression.IsRequired && !anywhere.Contains(expression.Name))
            {
                var nearest = NearestName.Of(expression.Name, anywhere);
                yield return RuleMessage.Error(Id, text.Place, AnywhereMessage, expression.Name, NearestName.Hint(nearest)).In(text, expression.Offset, expression.Length) with { Suggestion = nearest };
            }
    }

    public static IEnumerable<Finding> Check(FluxModel model) => SubstitutionRules.Written(model).SelectMany(app => Check(model, app));

    public static IEnumerable<Finding> Check(FluxModel model, AppModel app)
    {
        var scope = model.ScopeOf(app);
        if (scope.IsOpen)
            yield break;
        Dictionary<(ComponentUse Use, string Name), FindingPlace?>? missing = null;
        if (scope.Runs == true)
            foreach (var text in SubstitutionRules.Readable(app))
            {
                var said = 0;
                foreach (var expression in text.Parsed.Expressions)
                    if (expression.IsRequired && !scope.Has(expression.Name))
                    {
                        if (text.Component is not null)
                        {
                            missing ??= [];
                            if (!missing.ContainsKey((text.Component, expression.Name)))
                                missing.Add((text.Component, expression.Name), text.PlaceAt?.Invoke(expression.Offset) ?? text.Place);
                            continue;
                        }

                        if (++said > MostOfOneText)
                            break;
                        var hint = Hint(model, app, scope, expression.Name, out var suggestion, out var source);
                        yield return RuleMessage.Error(Id, text.Place, Message, expression.Name, app.Id.ToString(), Origins(app), hint).At(app, text, expression) with { Suggestion = suggestion, VariableSource = source };
                    }
            }

        // What a component lacks is said where the app names it, once.
        foreach (var pair in missing ?? [])
        {
            var (use, name) = pair.Key;
            var hint = Hint(model, app, scope, name, out var suggestion, out var source);
            yield return RuleMessage.Error(Id, use.Place ?? app.Place, ComponentMessage, use.Component?.Name ?? use.Path, name, pair.Value?.ToString() ?? "", app.Id.ToString(), hint)
                with
            { AlsoAt = GraphRules.Places(pair.Value), Suggestion = suggestion, VariableSource = source };
        }

        // A component's variables are meant: without any variable they would stay as they are written.
        foreach (var use in app.Components)
            if (use.Component is { } component)
                foreach (var parameter in component.Parameters)
                    if (parameter.IsRequired && !scope.Has(parameter.Name))
                    {
                        var needed = parameter.Occurrences.First(static occurrence => occurrence.Variable.IsRequired).Place;
                        var hint = Hint(model, app, scope, parameter.Name, out var suggestion, out var source);
                        yield return RuleMessage.Error(Id, use.Place ?? app.Place, ComponentMessage, component.Name, parameter.Name, needed.ToString(), app.Id.ToString(), hint)
                            with
                        { AlsoAt = [needed], Suggestion = suggestion, VariableSource = source };
                    }
    }

    /// <summary>What a component's own Kustomizations lack at their level, whoever uses it.</summary>
    public static IEnumerable<Finding> Check(ComponentModel component)
    {
        foreach (var emitted in component.Kustomizations.Where(static emitted => emitted.Sources.Count == 0 && emitted.Forwards.Count > 0))
            foreach (var parameter in emitted.InnerParameters)
                if (parameter.IsRequired && emitted.Forwards.All(variable => variable.Name != parameter.Name))
                {
                    var needed = parameter.Occurrences.First(static occurrence => occurrence.Variable.IsRequired).Place;
                    var nearest = NearestName.Of(parameter.Name, emitted.Forwards.Select(static variable => variable.Name));
                    yield return RuleMessage.Error(Id, emitted.Place, EmittedMessage, emitted.Name, parameter.Name, needed.ToString(), NearestName.Hint(nearest)) with { AlsoAt = [needed], Suggestion = nearest };
                }
    }

    /// <summary>A source that has it and is not asked is the likeliest way; else the nearest name.</summary>
    private static string Hint(FluxModel model, AppModel app, VariableScope scope, string name, out string? suggestion, out string? type)
    {
        var holder = model.Sources.FirstOrDefault(source => (source.Namespace is null || source.Namespace == app.Id.Namespace) && source.Keys.Any(key => key.Name == name)
            && !app.Sources.Any(reference => reference.Kind == source.Kind && reference.Name == source.Name));
        suggestion = holder is null ? NearestName.Of(name, scope.Names) : null;
        type = holder?.Class;
        return holder is null ? NearestName.Hint(suggestion)
            : type is null ? $"; the {holder.Kind} '{holder.Name}' has it: name it in substituteFrom"
            : $"; the {holder.Kind} '{holder.Name}' has it: add [SubstituteFrom<{type.Substring(type.LastIndexOf('.') + 1)}>]";
    }

    private static string Origins(AppModel app)
    {
        var origins = new List<string>();
        if (app.Variables.Count > 0 || app.Components.Any(static use => use.Values.Count > 0))
            origins.Add("its own substitute");
        origins.AddRange(app.Sources.Select(static source => $"{source.Kind} '{source.Name}'"));
        return origins.Count == 0 ? "nowhere" : string.Join(", ", origins);
    }
}
