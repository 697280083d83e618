namespace GitOps;

/// <summary>A file of a component, by its path in the repository.</summary>
internal sealed record ComponentFile(string Path, string Text);

/// <summary>What one component is read from: its own files, and those of others where it reaches outside its folder.</summary>
internal sealed record ComponentInput(string Folder, string Tree, EquatableArray<ComponentFile> Files);

/// <summary>What a property of a component is in C#.</summary>
internal enum ParameterType
{
    Text,
    Bool,
    Int,
    IntOrString,
    Quantity,
    Duration,
}

/// <summary>A variable of a component.</summary>
internal sealed record ParameterSpec(string Variable, ParameterType Type, bool IsRequired, string? Default);

/// <summary>A component's class. Its directory is relative to the tree, as <c>components/volsync</c>.</summary>
internal sealed record ComponentSpec(string Directory, EquatableArray<ParameterSpec> Parameters, EquatableArray<string> Implied, EquatableArray<SourceFault> Faults)
{
    /// <summary>The parts of the directory below the folder of all components: what the class is called after.</summary>
    public string[] NameParts => Directory.Split('/') is var parts && parts.Length > 1 ? parts.Skip(1).ToArray() : parts;
}

/// <summary>A class to make: a component, and which of its variables sources of the repository provide.</summary>
internal sealed record ComponentClassSpec(ComponentSpec Component, string RootNamespace, EquatableArray<string> Provided);
