namespace GitOps;

/// <summary>A file of a component, by its path in the repository.</summary>
internal sealed record ComponentFile(string Path, string Text);

/// <summary>What one component is read from: its own files, and those of others where it reaches outside its folder.</summary>
internal sealed record ComponentInput(string Folder, string Tree, EquatableArray<ComponentFile> Files);

/// <summary>
/// A place where a variable stands alone: its type where the SDK's schemas have one, else the place itself for a user's CRD to tell, and what a default there looks
/// like.
/// </summary>
internal readonly record struct ParameterUse(ParameterForm? Form, string? Path, ParameterForm? Guess);

/// <summary>A variable of a component.</summary>
internal sealed record ParameterSpec(string Variable, EquatableArray<ParameterUse> Uses, bool IsRequired, string? Default);

/// <summary>An object that a component brings; names as written, with variables. Its C# type is the untyped Manifest where the SDK has none.</summary>
internal sealed record BroughtObject(string ApiVersion, string Kind, string Name, string? Namespace, string? Secret, string Type);

/// <summary>A component's class. Its directory is relative to the tree, as <c>components/volsync</c>.</summary>
internal sealed record ComponentSpec(
    string Directory, EquatableArray<ParameterSpec> Parameters, EquatableArray<string> Implied, EquatableArray<BroughtObject> Objects, EquatableArray<SourceFault> Faults)
{
    /// <summary>The parts of the directory below the folder of all components: what the class is called after.</summary>
    public string[] NameParts => Directory.Split('/') is var parts && parts.Length > 1 ? parts.Skip(1).ToArray() : parts;
}

/// <summary>What a user's CRD says of a place (<see cref="ParameterTyping.PathOf"/>).</summary>
internal sealed record UserType(string Path, ParameterForm Form);

/// <summary>A class to make: a component, which of its variables sources of the repository provide, and what users' CRDs say of its variables.</summary>
internal sealed record ComponentClassSpec(ComponentSpec Component, string RootNamespace, EquatableArray<string> Provided, EquatableArray<UserType> Types)
{
    public ParameterForm FormOf(ParameterSpec parameter) =>
        ParameterTyping.Decide(parameter.Uses, path => Types.FirstOrDefault(type => type.Path == path)?.Form);

    /// <summary>The class with its namespace.</summary>
    public string FullName => $"global::{RootNamespace}{(RootNamespace.Length == 0 ? "" : ".")}{string.Concat(Component.NameParts.Select(CSharpNames.FromKubernetesName))}";
}
