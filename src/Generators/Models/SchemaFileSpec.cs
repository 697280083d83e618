namespace GitOps;

/// <summary>One file of schemas, read.</summary>
internal sealed record SchemaFileSpec(string Path, SchemaModel Model, EquatableArray<SourceFault> Faults);

/// <summary>A type that a file defines, by name and structure.</summary>
internal sealed record TypeClaim(string Type, string Structure, string Path);

/// <summary>A type that two files define: the first of them makes it.</summary>
/// <param name="Type">Its full name.</param>
/// <param name="Path">The file that does not.</param>
/// <param name="Winner">The file that does.</param>
/// <param name="Differs">The two are not the same: what the second file says would be lost.</param>
internal sealed record LostType(string Type, string Path, string Winner, bool Differs);
