namespace GitOps;

/// <summary>A collection that stands for a variable: one expression, whose value is the collection.</summary>
internal interface IVariableText
{
    /// <summary>The whole expression, or <see langword="null"/> for a collection of the author's own.</summary>
    string? Expression { get; }
}
