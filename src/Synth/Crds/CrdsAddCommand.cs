namespace GitOps;

/// <summary><c>crds add</c>: definitions from files and URLs into the project.</summary>
internal sealed record CrdsAddCommand(IReadOnlyList<string> Sources, string? Into) : SynthCommand
{
    public override int Run(CommandContext context)
    {
        var findings = new List<Finding>();
        var files = new List<CrdFile>();
        foreach (var given in Sources)
            if (CrdInput.Read(given, context.Host, findings, context.Cancellation) is { } source)
                files.AddRange(CrdFinder.Find(source, findings, context.Cancellation));
        return CrdsWriting.Run(context, Into, files, findings);
    }
}
