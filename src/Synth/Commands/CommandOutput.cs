namespace GitOps;

/// <summary>How a line is meant; a terminal shows it in colour.</summary>
internal enum Tone
{
    Plain,
    Good,
    Bad,
    Notice,
    Faint,
}

/// <summary>Where the commands print: results to one stream, findings to the other.</summary>
internal sealed class CommandOutput(CommandLineHost host)
{
    private const int ProgressEvery = 256;

    private TerminalColours? colours;
    private bool showsProgress;

    public bool Quiet { get; set; }

    public bool Detailed { get; set; }

    /// <summary>What was asked for: printed even when quiet.</summary>
    public void Result(string text, Tone tone = Tone.Plain) => Write(host.Out, text, tone);

    /// <summary>A text as it is, with no line break but its own.</summary>
    public void Verbatim(string text) => host.Out.Write(text);

    /// <summary>What is nice to know.</summary>
    public void Info(string text, Tone tone = Tone.Plain)
    {
        if (!Quiet) Write(host.Out, text, tone);
    }

    public void Error(string text) => Write(host.Error, text, Tone.Bad);

    public void Findings(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
            if (finding.Severity != FindingSeverity.Suggestion || !Quiet)
                Write(host.Error, finding.ToString(), finding.Severity switch { FindingSeverity.Error => Tone.Bad, FindingSeverity.Warning => Tone.Notice, _ => Tone.Plain });
    }

    public void Progress(int done, int all)
    {
        if (!host.IsTerminal || Quiet || (done % ProgressEvery != 0 && done != all) || all < ProgressEvery) return;
        host.Error.Write(done == all ? "\r\e[K" : $"\r{done} of {all} files");
        showsProgress = done != all;
    }

    private void Write(TextWriter writer, string text, Tone tone)
    {
        if (showsProgress)
        {
            host.Error.Write("\r\e[K");
            showsProgress = false;
        }
        if (host.IsTerminal && tone != Tone.Plain) (colours ??= new TerminalColours()).Write(writer, text, tone);
        else writer.WriteLine(text);
    }
}
