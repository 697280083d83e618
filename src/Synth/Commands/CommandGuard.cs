namespace GitOps;

/// <summary>No exception ever reaches the user bare.</summary>
internal static class CommandGuard
{
    /// <param name="interrupted">What is true of the disk after an interruption.</param>
    public static int Run(CommandOutput output, string interrupted, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (OperationCanceledException)
        {
            output.Error($"gitops: interrupted; {interrupted}");
            return ExitCodes.Findings;
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            output.Findings([new Finding(RuleIds.DiskRefused, FindingSeverity.Error, $"the disk refuses: {refusal.Message}")]);
            return ExitCodes.Findings;
        }
        catch (Exception bug)
        {
            var more = output.Detailed ? "" : "; --detailed shows where";
            output.Findings([new Finding(RuleIds.InternalError, FindingSeverity.Error,
                $"GitOps.Sdk itself failed, please report it: {bug.GetType().Name}: {bug.Message.ReplaceLineEndings(" ")}{more}")]);
            if (output.Detailed) output.Error(bug.ToString());
            return ExitCodes.InternalError;
        }
    }
}
