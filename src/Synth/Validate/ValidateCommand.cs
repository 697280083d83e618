namespace GitOps;

/// <summary><c>validate</c>: every rule over a repository of YAML, whoever wrote it.</summary>
internal sealed record ValidateCommand(ValidateOptions Options) : ToolCommand
{
    /// <summary>What judges the tree.</summary>
    public TreeJudge Judge { get; init; } = EngineJudge.Judge;

    public override int Run(ToolContext context)
    {
        var only = new RuleSelection();
        foreach (var id in Options.Only)
            if (only.Add(id) is { } fault)
            {
                context.Output.Error($"gitops: {fault}");
                return ExitCodes.Usage;
            }
        var findings = new List<Finding>();
        var program = Options.Build ? KustomizeProgram.Find(context.Host.SearchPath ?? Environment.GetEnvironmentVariable("PATH") ?? "") : null;
        if (Options.Build && program is null)
            findings.Add(new Finding(RuleIds.ToolFailed, FindingSeverity.Error, "--build runs kustomize, and neither kubectl nor kustomize is on the PATH: install one of them, or leave --build out"));
        if (Repository(context, findings) is not { } repository || findings.Count > 0) return Failed(context, findings);
        var tree = new DiskFileTree(repository, context.Cancellation);
        var rules = RulesFile.Read(tree);
        findings.AddRange(rules.Findings);
        var options = new TreeOptions
        {
            Roots = Roots(tree, findings),
            Schemas = Schemas(context, findings),
            ChartSchema = Charts(context, findings).Find,
            Enabled = rules.Enabled,
            BootstrappedGroups = rules.BootstrappedGroups,
        };
        // What the command line names and is not there makes all that follows a guess.
        if (findings.Exists(static finding => finding.Id == RuleIds.MissingFile)) return Failed(context, findings);

        var judgement = Judge(tree, options, context.Cancellation);
        findings.AddRange(WithUnread(judgement.Findings, tree));
        findings.AddRange(tree.Notes());
        if (program is not null && judgement.Tree is { } read)
        {
            var built = TreeBuild.Run(repository, tree, read, options, program, judgement.Findings, context.Cancellation);
            findings.AddRange(built.Findings);
            if (Options.Format == ReportFormat.Text && built.Left > 0)
                context.Output.Info($"{ChangeReport.Count(built.Left, "Kustomization")} not built: what the spec asks for hangs on variables that are not in the repository", Tone.Faint);
        }
        var filter = new FindingFilter(rules.Suppressions, Options.Only.Count == 0 ? null : only);
        var shown = filter.Apply(findings);
        shown.Sort(FindingOrder.Compare);
        var reported = new List<ReportedFinding>(shown.Count);
        foreach (var finding in shown)
            if (finding.Severity >= Least(context)) reported.Add(new ReportedFinding(finding, judgement.AppOf(finding)));
        ReportWords.For(Options.Format).Write(context.Output, new ValidateReport
        {
            Repository = repository,
            Findings = reported,
            Roots = judgement.Roots,
            Kustomizations = judgement.Kustomizations,
            Files = tree.ReadCount,
            Suppressed = filter.Suppressed,
            First = FirstFixFinder.Find(reported, judgement.WaitingFor),
        });
        return shown.Exists(static finding => finding.Severity == FindingSeverity.Error) ? ExitCodes.Findings : ExitCodes.Done;
    }

    private FindingSeverity Least(ToolContext context) => context.Output.Quiet && Options.Severity == FindingSeverity.Suggestion ? FindingSeverity.Warning : Options.Severity;

    /// <summary>The repository's root: the folder given, or the nearest above it that says so.</summary>
    private string? Repository(ToolContext context, List<Finding> findings)
    {
        var start = Options.Path is null ? context.Host.StartFolder : context.Full(Options.Path);
        if (Directory.Exists(start)) return RepositoryRoot.Find(start) ?? start;
        findings.Add(Missing(File.Exists(start) ? $"'{Options.Path}' is a file; 'validate' takes a repository, or a folder in it" : $"there is no folder '{Options.Path ?? start}'"));
        return null;
    }

    private List<string> Roots(DiskFileTree tree, List<Finding> findings)
    {
        var roots = new List<string>();
        foreach (var given in Options.Roots)
        {
            var path = RepositoryPath.Combine("", given.Replace('\\', '/'));
            if (path is not null && tree.HasFolder(path)) roots.Add(path);
            else findings.Add(Missing($"there is no folder '{given}' in the repository; --root is relative to its root"));
        }
        return roots;
    }

    /// <summary>The schemas that are shipped, and over them those of the files given.</summary>
    private SchemaSet Schemas(ToolContext context, List<Finding> findings)
    {
        var schemas = SchemaSet.Shipped;
        foreach (var given in Options.Crds)
        {
            var path = context.Full(given);
            var name = given.Replace('\\', '/');
            if (!File.Exists(path))
            {
                findings.Add(Missing($"there is no file '{given}'"));
                continue;
            }
            if (CrdInput.Decode(name, File.ReadAllBytes(path), findings) is not { } source) continue;
            var model = SchemaReader.Read(name, source.Text, new SchemaReadOptions { KeepTexts = false, Exact = true }, context.Cancellation);
            // What we cannot make of another project's definition stops nobody: the rest of it is used.
            foreach (var fault in model.Faults)
                findings.Add(Said(fault, RuleIds.NotACustomResourceDefinition));
            if (model.Kinds.IsEmpty && model.Faults.IsEmpty)
                findings.Add(new Finding(RuleIds.NotACustomResourceDefinition, FindingSeverity.Error, "there is no CustomResourceDefinition in it", new FindingPlace(name)));
            schemas = schemas.With(model);
        }
        return schemas;
    }

    private static Finding Said(SchemaFault fault, string otherwise) =>
        SchemaFindings.ToFinding(fault, otherwise) is var finding && fault.Kind == SchemaFaultKind.Unsupported ? finding with { Severity = FindingSeverity.Warning } : finding;

    /// <summary>The schemas of charts' values: those given, and those that the program lists.</summary>
    private ChartSchemas Charts(ToolContext context, List<Finding> findings)
    {
        var charts = context.Host.Program is { } program ? ChartSchemas.Of(program.Assembly, ProjectFiles.ReaderFor(context.Host.ProjectFolder)) : new ChartSchemas();
        var files = new List<ValuesSchemaFile>();
        var given = new List<(string Chart, ValuesSchemaFile File)>();
        foreach (var option in Options.ValuesSchemas)
        {
            var parts = option.Split('=', 2);
            var name = parts[^1];
            if (!File.Exists(context.Full(name)))
            {
                findings.Add(Missing($"there is no file '{name}'; --values-schema takes CHART=FILE"));
                continue;
            }

            files.Add(ChartSchemas.FileOf(name.Replace('\\', '/'), "", File.ReadAllBytes(context.Full(name))));
            if (parts.Length == 2)
                given.Add((parts[0], files[^1]));
        }

        foreach (var (chart, file) in given)
            findings.AddRange(charts.Add(chart, file, files).Select(static fault => Said(fault, RuleIds.NotAValuesSchema)));
        return charts;
    }

    /// <summary>To the engine a file that could not be read is unreadable YAML; here its real reason is known.</summary>
    private static IEnumerable<Finding> WithUnread(IReadOnlyList<Finding> findings, DiskFileTree tree)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var finding in findings)
        {
            if (finding.Place is null || !tree.Unread.TryGetValue(finding.Place.Path, out var why)) yield return finding;
            else if (said.Add(finding.Place.Path)) yield return why;
        }
    }

    private int Failed(ToolContext context, List<Finding> findings)
    {
        ReportWords.For(Options.Format).Write(context.Output, new ValidateReport { Repository = "", Findings = [.. findings.Select(static finding => new ReportedFinding(finding, ""))] });
        return ExitCodes.Findings;
    }

    private static Finding Missing(string message) => new(RuleIds.MissingFile, FindingSeverity.Error, message);
}
