namespace GitOps;

/// <summary>The C# line that made something: the path as the compiler saw it, the line from 1.</summary>
internal readonly record struct SourcePlace(string File, int Line)
{
    public bool IsKnown => Line > 0;
}
