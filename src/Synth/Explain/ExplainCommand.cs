namespace GitOps;

/// <summary><c>explain</c>: the help page of a rule.</summary>
internal sealed record ExplainCommand(string Id) : ToolCommand
{
    public override int Run(ToolContext context)
    {
        var id = RuleSelection.FullId(Id);
        if (RulePages.Read(id) is { } page)
        {
            context.Output.Result(page.TrimEnd('\n'));
            return ExitCodes.Done;
        }
        context.Output.Error($"gitops: there is no rule '{Id}'{NearestName.Hint(NearestName.Of(id, RulePages.Ids))}");
        return ExitCodes.Findings;
    }
}
