namespace GitOps;

/// <summary>How far objects may grow while they are built: a patch that copies what it has copied doubles it with each line.</summary>
internal static class ObjectBounds
{
    /// <summary>Characters of JSON. The API server takes a request of three million bytes at most.</summary>
    private const int MostSize = 4_000_000;

    /// <summary>Twice what a file may nest, shallower than a small thread's stack.</summary>
    public const int MostDepth = 400;

    /// <summary>What is too much about a changed value, or <see langword="null"/>; what was written out in full, of whatever size, is not.</summary>
    /// <param name="written">The size of all that came together in it.</param>
    public static string? FaultOf(DataValue changed, long written) =>
        changed.Size > MostSize && changed.Size > written ? $"the object grows beyond {MostSize / 1_000_000} million characters, and the API server takes three million at most"
        : changed.Depth > MostDepth ? TooDeep : null;

    public static string TooDeep { get; } = $"the object is nested deeper than {MostDepth} levels";
}
