namespace GitOps;

/// <summary>
/// What a variable may be, by the fields that it fills on its own: their schemas decide where they are known, the SDK's or a user's CRD's; elsewhere a default
/// does, for a component that works with <c>${X:=1}</c> has a field that takes a number. Inside a longer text anything fits.
/// </summary>
internal static class ParameterTyping
{
    private const char Separator = '\n';

    /// <summary>The places that decide a variable's type.</summary>
    public static IEnumerable<ParameterUse> Uses(ComponentParameter parameter, IReadOnlyList<EmittedKustomization> emitted) =>
        parameter.Occurrences.Where(static occurrence => !occurrence.IsKey).SelectMany(occurrence => Uses(occurrence, emitted)).Distinct();

    /// <summary>The type that fits all of them.</summary>
    /// <param name="uses">The places.</param>
    /// <param name="find">The type at a place of a user's kind.</param>
    public static ParameterForm Decide(IEnumerable<ParameterUse> uses, Func<string, ParameterForm?> find)
    {
        ParameterForm? sure = null;
        ParameterForm? guess = null;
        foreach (var use in uses)
        {
            var known = use.Form ?? (use.Path is null ? null : find(use.Path));
            if (known is { } form && Join(ref sure, form) || known is null && use.Guess is { } guessed && Join(ref guess, guessed))
                continue;
            if (known is not null || use.Guess is not null)
                return ParameterForm.Text;
        }

        return sure ?? guess ?? ParameterForm.Text;
    }

    /// <summary>A place in one text: the apiVersion, the kind and the field's path.</summary>
    public static string PathOf(string apiVersion, string kind, IEnumerable<string> segments) => string.Join(Separator.ToString(), new[] { apiVersion, kind }.Concat(segments));

    /// <summary>What a schema has at such a place.</summary>
    public static SchemaType? TypeAt(SchemaSet schemas, string path)
    {
        var parts = path.Split(Separator);
        return schemas.TypeAt(parts[0], parts[1], parts.Skip(2).ToArray());
    }

    /// <summary>The apiVersion and kind of a place.</summary>
    public static (string ApiVersion, string Kind) KindOf(string path)
    {
        var parts = path.Split(Separator);
        return (parts[0], parts[1]);
    }

    private static bool Join(ref ParameterForm? all, ParameterForm form)
    {
        if (all is not { } before)
            all = form;
        else if (ParameterForm.Meet(before, form) is { } both)
            all = both;
        else
            return false;
        return true;
    }

    private static IEnumerable<ParameterUse> Uses(VariableOccurrence occurrence, IReadOnlyList<EmittedKustomization> emitted)
    {
        // A Kustomization that the component emits hands it on: what counts is where the other variable stands.
        if (occurrence.Kind == "Kustomization" && occurrence.ApiVersion.StartsWith("kustomize.toolkit.fluxcd.io/", StringComparison.Ordinal)
            && occurrence.Segments is ["spec", "postBuild", "substitute", var inner] && IsWholeButQuotes(occurrence))
        {
            var found = emitted.SelectMany(one => one.InnerParameters.Where(parameter => parameter.Name == inner)
                .SelectMany(parameter => parameter.Occurrences.Where(static place => place.IsWholeScalar && !place.IsKey).Select(place => Use(place, DefaultOf(place, one))))).ToList();
            foreach (var use in found)
                yield return use;
            if (found.All(static use => use is { Form: null, Guess: null }))
                yield return new ParameterUse(null, null, Guess(occurrence.Default));
        }
        else if (occurrence.IsWholeScalar)
        {
            yield return Use(occurrence, occurrence.Default);
        }
    }

    private static ParameterUse Use(VariableOccurrence occurrence, string? preset)
    {
        var apiVersion = ApiVersionOf(occurrence);
        if (apiVersion is null || occurrence.Kind.Length == 0 || occurrence.Segments.Count == 0)
            return new ParameterUse(null, null, Guess(preset));
        var path = PathOf(apiVersion, occurrence.Kind, occurrence.Segments);
        if (SchemaSet.Shipped.Find(apiVersion, occurrence.Kind) is null)
            return new ParameterUse(null, path, Guess(preset));
        return SchemaSet.Shipped.TypeAt(apiVersion, occurrence.Kind, occurrence.Segments) is { } type
            ? new ParameterUse(ParameterForm.Of(type, isShipped: true), null, null)
            : new ParameterUse(null, null, Guess(preset));
    }

    /// <summary>A patch's target often names no version, or a kind alone: then the one kind of that name is meant.</summary>
    private static string? ApiVersionOf(VariableOccurrence occurrence)
    {
        var written = occurrence.ApiVersion;
        if (!occurrence.IsInPatch || SchemaSet.Shipped.Find(written, occurrence.Kind) is not null)
            return written.Length == 0 ? null : written;
        var group = written.IndexOf('/') is var slash and >= 0 ? written.Substring(0, slash) : null;
        var named = SchemaSet.Shipped.KindsNamed(occurrence.Kind).Where(kind => group is null || kind.Group == group).ToList();
        return named.Count == 1 && (group is null || written.Length == group.Length + 1) ? named[0].ApiVersion : written.Length == 0 ? null : written;
    }

    /// <summary>The scalar is the expression alone, or with variables around it whose defaults are quotes: <c>${q:='}${X}${q:='}</c> keeps a value a text on its way.</summary>
    private static bool IsWholeButQuotes(VariableOccurrence occurrence)
    {
        if (occurrence.IsWholeScalar)
            return true;
        var nodes = SubstitutionText.Parse(occurrence.Text).Nodes;
        return nodes.Any(node => node.Offset == occurrence.Variable.Offset)
            && nodes.All(node => node.Offset == occurrence.Variable.Offset || node is SubstitutionExpression { HasDefault: true } quote && quote.DefaultIn(occurrence.Text) is "'" or "\"");
    }

    /// <summary>A default, with what the Kustomization itself says of the variables in it (<c>${emptyArray}</c>).</summary>
    private static string? DefaultOf(VariableOccurrence occurrence, EmittedKustomization emitted)
    {
        if (occurrence.Default is not { } text || !SubstitutionText.MayHoldExpressions(text))
            return occurrence.Default;
        var result = SubstitutionEvaluator.Evaluate(SubstitutionText.Parse(text), name => emitted.Forwards.FirstOrDefault(forward => forward.Name == name)?.KnownValue);
        return result.Value;
    }

    private static ParameterForm? Guess(string? text) => text switch
    {
        "true" or "false" => new ParameterForm(ParameterType.Bool),
        ['[', .., ']'] or ['{', .., '}'] => new ParameterForm(ParameterType.Values),
        // The field may take a name as well (a port): only its schema could tell.
        { Length: > 0 } when text!.All(static character => character is >= '0' and <= '9') && (text.Length == 1 || text[0] != '0') => new ParameterForm(ParameterType.IntOrString),
        { Length: > 0 } when !SubstitutionText.MayHoldExpressions(text!) => ParameterForm.Text,
        _ => null,
    };
}
