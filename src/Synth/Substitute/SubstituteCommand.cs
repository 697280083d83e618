namespace GitOps;

/// <summary><c>substitute</c>: what Flux's substitution makes of the objects in a file, or of a bare text.</summary>
/// <param name="File">A path, or <c>-</c> for what is piped in.</param>
internal sealed record SubstituteCommand(string File) : ToolCommand
{
    public IReadOnlyList<string> Variables { get; init; } = [];

    /// <summary>YAML with ConfigMaps and Secrets.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    public bool AllowUnset { get; init; }

    public bool Always { get; init; }

    /// <summary>The file is no YAML to look into.</summary>
    public bool IsText { get; init; }

    public override int Run(ToolContext context)
    {
        var findings = new List<Finding>();
        var variables = new VariableInput(context, findings);
        foreach (var file in Files) variables.AddFile(file);
        foreach (var assignment in Variables) variables.AddAssignment(assignment);
        variables.Finish();
        var name = File == "-" ? "(stdin)" : File.Replace('\\', '/');
        var text = Read(context, name, findings);
        if (findings.Count > 0 || text is null) return Done(context, findings);

        var input = new SubstitutionInput(variables.Variables) { Strict = !AllowUnset, Always = Always };
        if (!input.Runs)
            findings.Add(new Finding(SubstitutionNeverRunsRule.Id, FindingSeverity.Suggestion, "no variable is given, and Flux substitutes only with at least one: everything stays as it is; --always says otherwise"));
        if (IsText) Bare(context, name, text, input, findings);
        else Objects(context, name, text, input, findings);
        return Done(context, findings);
    }

    private string? Read(ToolContext context, string name, List<Finding> findings)
    {
        if (File == "-")
        {
            using var piped = context.Host.OpenInput();
            using var bytes = new MemoryStream();
            piped.CopyTo(bytes);
            return CrdInput.Decode(name, bytes.GetBuffer().AsSpan(0, (int)bytes.Length), findings)?.Text;
        }
        var path = context.Full(File);
        if (System.IO.File.Exists(path)) return CrdInput.Decode(name, System.IO.File.ReadAllBytes(path), findings)?.Text;
        findings.Add(new Finding(RuleIds.MissingFile, FindingSeverity.Error, $"there is no file '{File}'"));
        return null;
    }

    private static void Bare(ToolContext context, string name, string text, SubstitutionInput input, List<Finding> findings)
    {
        if (!input.Runs)
        {
            context.Output.Verbatim(text);
            return;
        }
        var lines = new TextLines(text);
        var model = new TextModel(text) { PlaceAt = offset => lines.Of(offset) is var mark ? new FindingPlace(name, mark.Line, mark.Column) : null! };
        if (model.Parsed.Error is { } error) findings.Add(SubstitutionSyntaxRule.Describe(model, error));
        else if (input.Strict)
            foreach (var expression in model.Parsed.Expressions)
                if (expression.IsRequired && input.Lookup(expression.Name) is null) findings.Add(FluxSubstitution.Missing(expression, name, model.PlaceAt(expression.Offset), input));
        if (findings.Count > 0) return;
        var result = SubstitutionEvaluator.Evaluate(model.Parsed, input.Lookup, input.Strict);
        if (result.Value is { } value) context.Output.Verbatim(value);
        else findings.Add(new Finding(RuleIds.ValueChangesType, FindingSeverity.Error, result.Error!, new FindingPlace(name)));
    }

    private static void Objects(ToolContext context, string name, string text, SubstitutionInput input, List<Finding> findings)
    {
        var yaml = YamlFile.Read(text, context.Cancellation);
        foreach (var fault in yaml.Faults)
            // kustomize refuses a key that stands twice, unlike other readers.
            findings.Add(new Finding(fault.Kind == YamlFaultKind.DuplicateKey ? RuleIds.DuplicateKey : RuleIds.UnreadableYaml, FindingSeverity.Error, fault.Message, new FindingPlace(name, fault.Place.Line, fault.Place.Column)));
        if (yaml.Faults.Count > 0) return;
        var printed = false;
        foreach (var document in yaml.Documents)
            foreach (var root in Items(document.Root))
            {
                if (root is not YamlMapping)
                {
                    findings.Add(new Finding(RuleIds.UnreadableYaml, FindingSeverity.Error, "this is no object; --text takes a file for bare text", new FindingPlace(name, root.Start.Line, root.Start.Column)));
                    continue;
                }
                var result = FluxSubstitution.Run(yaml, root, name, input);
                findings.AddRange(result.Findings);
                if (result.Value is null) continue;
                if (printed) context.Output.Result("---");
                printed = true;
                context.Output.Verbatim(ObjectEmission.Write(result.Value).Text);
            }
    }

    /// <summary>kustomize takes a list apart into its items.</summary>
    private static IEnumerable<YamlNode> Items(YamlNode? root)
    {
        if (root is YamlMapping mapping && mapping.Text("kind")?.EndsWith("List", StringComparison.Ordinal) == true && mapping["items"] is YamlSequence items) return items.Items;
        return root is null ? [] : [root];
    }

    private static int Done(ToolContext context, List<Finding> findings)
    {
        context.Output.Findings(findings);
        return findings.Exists(static finding => finding.Severity == FindingSeverity.Error) ? ExitCodes.Findings : ExitCodes.Done;
    }
}
