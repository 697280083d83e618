namespace GitOps;

/// <summary>A file of JSON Schema that the user names: a chart's own, or one that another refers to.</summary>
/// <param name="Path">As the compiler was given it: other files are found beside it, and faults name it.</param>
/// <param name="Text">Null for a file that is too large to be read.</param>
internal sealed record ValuesSchemaFile(string Path, string? Text)
{
    /// <summary>More characters than any honest schema has: the largest that we know have a tenth of it.</summary>
    public const int MostCharacters = 8_000_000;

    /// <summary>The address by which other files refer to it, where it does not say its <c>$id</c> itself; or empty.</summary>
    public string Url { get; init; } = "";
}
