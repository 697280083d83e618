using System.CommandLine;

namespace GitOps;

/// <summary>The options of every command. No option is spelled like one of <c>dotnet run</c>, which would swallow it.</summary>
internal sealed class SharedOptions
{
    public Option<bool> Quiet { get; } = new("--quiet") { Description = "Print findings and what was asked for, nothing else", Recursive = true };

    public Option<bool> Detailed { get; } = new("--detailed") { Description = "Print everything: each file, each field, the stack of a fault of our own", Recursive = true };

    public TCommand Apply<TCommand>(ParseResult parsed, TCommand command)
        where TCommand : ConsoleCommand => command with { Quiet = parsed.GetValue(Quiet), Detailed = parsed.GetValue(Detailed) };
}
