using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GitOps;

/// <summary>A diagnostic on its way through a pipeline: values only, for a <see cref="Location"/> holds a syntax tree and is never equal to another.</summary>
/// <param name="Id">A constant of <see cref="RuleIds"/>.</param>
/// <param name="Message">What is wrong, where the other end is, what to do.</param>
/// <param name="Path">The file, as the compiler was given it; empty when there is none.</param>
/// <param name="Span">The characters.</param>
/// <param name="Lines">The same as lines and columns, from 0.</param>
internal sealed record SourceFault(string Id, string Message, string Path, TextSpan Span = default, LinePositionSpan Lines = default)
{
    /// <summary>A fault at a line and column that count from 1, as findings do; 0 is unknown.</summary>
    public static SourceFault At(string id, string message, string path, int line, int column)
    {
        var position = new LinePosition(Math.Max(line - 1, 0), Math.Max(column - 1, 0));
        return new SourceFault(id, message, path, default, new LinePositionSpan(position, position));
    }

    /// <summary>A fault in C# source.</summary>
    public static SourceFault At(string id, string message, Location location)
    {
        var lines = location.GetLineSpan();
        return new SourceFault(id, message, lines.Path, location.SourceSpan, lines.Span);
    }

    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(Rules.Of(Id), Path.Length == 0 ? Location.None : Location.Create(Path, Span, Lines), Message);
}
