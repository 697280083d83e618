namespace GitOps;

/// <summary>What the commands return; documented in docs/commands.md.</summary>
internal static class ExitCodes
{
    /// <summary>Done, or everything is up to date.</summary>
    public const int Done = 0;

    /// <summary>Findings of severity error, or <c>check</c> and <c>diff</c> saw differences; nothing was written.</summary>
    public const int Findings = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Done, but files edited by hand were kept.</summary>
    public const int HandEditsKept = 3;

    /// <summary>A fault of GitOps.Sdk itself.</summary>
    public const int InternalError = 70;
}
