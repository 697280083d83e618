namespace GitOps;

/// <summary>A value that is one YAML scalar given as text: durations, quantities, open enums.</summary>
public interface ITextValue
{
    /// <summary>The text as it is written, or <see langword="null"/> when nothing was set.</summary>
    string? Text { get; }
}
