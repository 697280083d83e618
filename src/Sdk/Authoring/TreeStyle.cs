namespace GitOps;

/// <summary>What stands around the objects in the files of a tree.</summary>
public sealed record TreeStyle
{
    /// <summary>Whether each document begins with <c>---</c>. Default: yes.</summary>
    public bool DocumentStart { get; init; } = true;

    /// <summary>Whether the first line names the C# file: <c># from Apps/Media/Sonarr.cs</c>. Default: yes.</summary>
    public bool Provenance { get; init; } = true;

    /// <summary>
    /// The URL of an object's JSON schema, for the comment that editors read, by group (empty for the core group), kind and version; <see langword="null"/>: no
    /// such line. Default: none.
    /// </summary>
    public Func<SchemaSubject, string?>? SchemaUrl { get; init; }
}

/// <summary>The object that a schema line is for.</summary>
/// <param name="Group">The API group; empty for the core group.</param>
/// <param name="Version">The API version.</param>
/// <param name="Kind">The kind.</param>
public readonly record struct SchemaSubject(string Group, string Version, string Kind);
