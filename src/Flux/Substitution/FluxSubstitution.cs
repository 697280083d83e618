namespace GitOps;

/// <summary>What Flux made of an object.</summary>
/// <param name="Value">The object that goes to the API server; <see langword="null"/> after a fault.</param>
/// <param name="Text">The YAML between substitution and reading, or, where nothing was substituted, as it was built.</param>
/// <param name="WasSubstituted">Whether substitution ran on it.</param>
internal sealed record SubstitutedObjectResult(DataValue? Value, string Text, bool WasSubstituted, IReadOnlyList<Finding> Findings);

/// <summary>
/// Substitutes one whole object as kustomize-controller does (kustomize_varsub.go): written as YAML without the author's quotes and comments, substituted as text,
/// and read again as YAML 1.1. Faults stand where the author wrote the text.
/// </summary>
internal sealed class FluxSubstitution
{
    private readonly YamlFile file;
    private readonly string path;
    private readonly SubstitutionInput input;
    private readonly List<Finding> findings = [];

    private FluxSubstitution(YamlFile file, string path, SubstitutionInput input)
    {
        this.file = file;
        this.path = path;
        this.input = input;
    }

    /// <param name="file">The file that the object stands in.</param>
    /// <param name="path">Its path, for findings.</param>
    public static SubstitutedObjectResult Run(YamlFile file, YamlNode root, string path, SubstitutionInput input)
    {
        var substitution = new FluxSubstitution(file, path, input);
        var value = KustomizeData.Read(root, out var faults);
        foreach (var fault in faults)
            substitution.findings.Add(new Finding(RuleIds.UnreadableYaml, FindingSeverity.Error, fault.Message, Place(path, fault.Place)));
        return faults.Count > 0 ? new(null, "", false, substitution.findings) : substitution.Run(value);
    }

    private SubstitutedObjectResult Run(DataValue built)
    {
        var emitted = ObjectEmission.Write(built);
        if (!input.Runs || IsSwitchedOff(built))
            return new(built, emitted.Text, false, findings);
        var parsed = SubstitutionText.Parse(emitted.Text);
        var text = new TextModel(emitted.Text) { PlaceAt = offset => PlaceOf(emitted, offset) };
        if (parsed.Error is { } error)
        {
            findings.Add(SubstitutionSyntaxRule.Describe(text, error));
            return new(null, emitted.Text, true, findings);
        }

        if (input.Strict)
            FindMissing(built, parsed, emitted);
        if (findings.Count > 0)
            return new(null, emitted.Text, true, findings);
        var result = SubstitutionEvaluator.Evaluate(parsed, input.Lookup, input.Strict);
        if (result.Value is not { } substituted)
        {
            if (result.IsTooMuch)
                findings.Add(RuleMessage.Error(ValueChangesTypeRule.Id, Place(path, file.Documents[0].Start), ValueChangesTypeRule.BrokenMessage, Address(built), result.Error!));
            return new(null, emitted.Text, true, findings);
        }

        return new(Read(substituted, parsed, emitted), substituted, true, findings);
    }

    private static bool IsSwitchedOff(DataValue built) =>
        built["metadata"] is { } metadata
        && (metadata["labels"]?.TextOf(SubstitutionSwitch.Key) == SubstitutionSwitch.Disabled || metadata["annotations"]?.TextOf(SubstitutionSwitch.Key) == SubstitutionSwitch.Disabled);

    private void FindMissing(DataValue built, SubstitutionText parsed, EmittedObject emitted)
    {
        foreach (var expression in parsed.Expressions)
            if (expression.IsRequired && !input.Variables.ContainsKey(expression.Name))
                findings.Add(Missing(expression, Address(built), PlaceOf(emitted, expression.Offset), input));
    }

    /// <summary>What is said of a variable that is not set.</summary>
    public static Finding Missing(SubstitutionExpression expression, string whose, FindingPlace place, SubstitutionInput input)
    {
        var nearest = NearestName.Of(expression.Name, input.Variables.Keys.OrderBy(static name => name, StringComparer.Ordinal));
        return RuleMessage.Error(UndefinedVariableRule.Id, place, UndefinedVariableRule.Message, expression.Name, whose, input.Origin, NearestName.Hint(nearest)) with { Suggestion = nearest };
    }

    private DataValue? Read(string substituted, SubstitutionText parsed, EmittedObject emitted)
    {
        var read = YamlFile.Read(substituted);
        foreach (var fault in read.Faults)
            // Of two keys that became one the last counts, as in any other file.
            if (fault.Kind != YamlFaultKind.DuplicateKey)
                return Broken(fault.Message, fault.Place.Offset);
        if (read.Documents is not [{ Root: YamlMapping root }])
            return Broken("it is one object no more", 0);
        var value = SubstitutedData.Read(root, out var fatal);
        return fatal is null ? value : Broken(fatal.Message, fatal.Place.Offset);

        DataValue? Broken(string message, int offset)
        {
            var culprit = Culprit(parsed, offset);
            var written = culprit is not null && emitted.At(culprit.Offset) is { } scalar ? scalar.Origin.Text : "the object";
            findings.Add(RuleMessage.Error(ValueChangesTypeRule.Id, culprit is null ? null : PlaceOf(emitted, culprit.Offset), ValueChangesTypeRule.BrokenMessage, written, message));
            return null;
        }
    }

    /// <summary>What was put in last before a place of the result: the text around it is YAML by itself.</summary>
    private SubstitutionExpression? Culprit(SubstitutionText parsed, int offset)
    {
        SubstitutionExpression? last = null;
        var at = 0;
        foreach (var node in parsed.Nodes)
        {
            if (at > offset && last is not null)
                break;
            if (node is SubstitutionExpression expression)
            {
                last = expression;
                at += SubstitutionEvaluator.Evaluate(SubstitutionText.Parse(parsed.Text.Substring(node.Offset, node.Length)), input.Lookup, input.Strict).Value?.Length ?? 0;
            }
            else
                at += ((SubstitutionLiteral)node).Value.Length;
        }

        return last;
    }

    private static string Address(DataValue built) =>
        $"{built.TextOf("kind") ?? "the object"}{(built["metadata"]?.TextOf("name") is { } name ? "/" + name : "")}";

    private FindingPlace PlaceOf(EmittedObject emitted, int offset)
    {
        if (emitted.At(offset) is not { } scalar)
            return new FindingPlace(path);
        // Before the emission it was the same text with other quotes: what stands before it in both is counted in expressions.
        var before = emitted.Text.Substring(scalar.Start, offset - scalar.Start);
        var count = 0;
        for (var at = before.IndexOf("${", StringComparison.Ordinal); at >= 0; at = before.IndexOf("${", at + 2, StringComparison.Ordinal))
            count++;
        var own = scalar.Origin.Text.IndexOf("${", StringComparison.Ordinal);
        for (; count > 0 && own >= 0; count--)
            own = scalar.Origin.Text.IndexOf("${", own + 2, StringComparison.Ordinal);
        return Place(path, new ScalarPlaces(file.Text, scalar.Origin).Of(Math.Max(own, 0)));
    }

    private static FindingPlace Place(string path, YamlMark mark) => new(path, mark.Line, mark.Column);
}
