namespace GitOps;

/// <summary>A component that is written in C#, once it is written.</summary>
/// <param name="Owner">Of its objects: the use that it was written from, under which its texts are kept.</param>
/// <param name="Place">Where that use stands.</param>
internal sealed record RenderedComponent(ObjectOwner Owner, FindingPlace Place)
{
    public FluxComponent Component => Owner.Component!;

    /// <summary>Its files.</summary>
    public required IReadOnlyCollection<PlannedFile> Files { get; init; }

    /// <summary>What was found while it was written.</summary>
    public required IReadOnlyCollection<Finding> Findings { get; init; }

    /// <summary>Whether its texts take <c>${APP}</c>.</summary>
    public required bool TakesApp { get; init; }

    /// <summary>Whether its texts take <c>${NAMESPACE}</c>.</summary>
    public required bool TakesNamespace { get; init; }

    /// <summary>What an app that includes it fills in.</summary>
    public IEnumerable<(string Name, string Value)> Implied(FluxApp app)
    {
        if (TakesApp)
            yield return ("APP", app.Name);
        if (TakesNamespace)
            yield return ("NAMESPACE", app.Namespace);
    }

    /// <summary>The component as the rules see it.</summary>
    public ComponentModel Model(string folder, RenderState state)
    {
        var texts = state.Texts.Of(Component);
        return new ComponentModel(folder)
        {
            Parameters = ComponentParameters.Of([.. texts.Where(static text => !text.Text.IsLiteral && text.Text.Parsed.Error is null).SelectMany(Occurrences)]),
            HasUnseenTexts = state.Texts.HasUnseen(Component),
            Objects = [.. Files.SelectMany(static file => file.Objects).Select(static item => new ObjectModel(GroupOf(item.ApiVersion), item.Kind, item.Namespace ?? "", item.Name, item.Place))],
        };
    }

    /// <summary>What is wrong with its own texts, whoever includes it.</summary>
    public IEnumerable<Finding> Judge(RenderState state)
    {
        foreach (var text in state.Texts.Of(Component).Select(static text => text.Text).Where(static text => !text.IsLiteral))
        {
            if (SubstitutionSyntaxRule.Check(text) is { } fault)
                yield return fault;
            else
                foreach (var finding in MisleadingOperatorRule.Check(text))
                    yield return finding;
            foreach (var finding in SingleBraceTemplateRule.Check(text))
                yield return finding;
        }
    }

    private IEnumerable<VariableOccurrence> Occurrences(RenderedText text) =>
        VariableOccurrences.Of(text.Text, text.Segments, text.ApiVersion, text.Kind, _ => text.Text.Place ?? Place, text.IsInPatch);

    private static string GroupOf(string apiVersion) => apiVersion.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0 ? apiVersion[..slash] : "";
}
