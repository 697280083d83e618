namespace GitOps;

/// <summary>substituteFrom names an object that is not in the Kustomization's own namespace, from which alone it is read.</summary>
internal static class MissingVariableSourceRule
{
    public const string Id = RuleIds.MissingVariableSource;
    public const string Title = "A variable source that the namespace does not have";
    public const string Message = "'{0}' takes variables from the {1} '{2}', and the namespace '{3}' has none{4}";

    public static IEnumerable<Finding> Check(FluxModel model) => SubstitutionRules.Written(model).SelectMany(app => Check(model, app));

    public static IEnumerable<Finding> Check(FluxModel model, AppModel app)
    {
        if (model.SourcesAreOpen)
            yield break;
        foreach (var reference in app.Sources)
        {
            if (reference.IsOptional || VariableScope.Resolve(model, app, reference) is not null)
                continue;
            var elsewhere = model.SourcesNamed(reference.Kind, reference.Name).ToList();
            var otherKind = model.SourcesNamed(reference.Kind == "Secret" ? "ConfigMap" : "Secret", reference.Name).FirstOrDefault(source => source.Namespace is null || source.Namespace == app.Id.Namespace);
            // A source that is nowhere here may be made by hand; one that is here, and elsewhere, is not.
            if (model.SourcesMayBeMadeOutside && otherKind is null && (elsewhere.Count == 0 || elsewhere.Any(static source => source.IsCopied)))
                continue;
            var nearest = NearestName.Of(reference.Name, model.Sources.Where(source => source.Kind == reference.Kind && (source.Namespace is null || source.Namespace == app.Id.Namespace)).Select(static source => source.Name));
            var hint = otherKind is not null ? $"; it is a {otherKind.Kind}"
                : elsewhere.FirstOrDefault(static source => source.Component is not null) is { } brought ? $"; the component '{brought.Component}' brings it: add it to the namespace"
                : elsewhere.Count > 0 ? $"; it is in '{string.Join("', '", elsewhere.Select(static source => source.Namespace).Distinct())}', and substituteFrom reads its own namespace only"
                : NearestName.Hint(nearest);
            yield return RuleMessage.Error(Id, reference.Place ?? app.Place, Message, app.Id.ToString(), reference.Kind, reference.Name, app.Id.Namespace, hint)
                with
            { AlsoAt = GraphRules.Places((otherKind ?? elsewhere.FirstOrDefault())?.Place), Suggestion = nearest };
        }
    }
}
