using Spectre.Console;

namespace GitOps;

/// <summary>Lines in colour. Stands apart, so that a run without a terminal never loads what it needs.</summary>
internal sealed class TerminalColours
{
    private readonly Dictionary<TextWriter, IAnsiConsole> consoles = [];

    public void Write(TextWriter writer, string text, Tone tone)
    {
        if (!consoles.TryGetValue(writer, out var console))
            consoles.Add(writer, console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new UnwrappedOutput(writer) }));
        console.WriteLine(text, new Style(tone switch { Tone.Good => Color.Green, Tone.Bad => Color.Red, Tone.Notice => Color.Yellow, _ => Color.Grey }));
    }

    /// <summary>A terminal of any width: a finding is one line, or editors could not click on it.</summary>
    private sealed class UnwrappedOutput(TextWriter writer) : IAnsiConsoleOutput
    {
        public TextWriter Writer => writer;

        public bool IsTerminal => true;

        public int Width => int.MaxValue / 2;

        public int Height => 80;

        public void SetEncoding(System.Text.Encoding encoding) { }
    }
}
