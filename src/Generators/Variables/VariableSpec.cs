namespace GitOps;

/// <summary>What a variable's value is, where Git shows it.</summary>
internal enum VariableType
{
    Text,
    Bool,
    Int,
}

/// <summary>A key of a variable source that Flux takes as a variable.</summary>
internal sealed record VariableSpec(string Key, VariableType Type);

/// <summary>A ConfigMap or Secret of one file: what the cluster will hold, and the kind of object that makes it.</summary>
internal sealed record VariableSourceSpec(string Kind, string Name, string MadeBy, EquatableArray<VariableSpec> Variables, string File);

/// <summary>What one file says, or why it says nothing.</summary>
internal sealed record VariableFileSpec(EquatableArray<VariableSourceSpec> Sources, EquatableArray<SourceFault> Faults, string Path);

/// <summary>A class to make: all sources of one kind and name, for one of each namespace or cluster may hold it.</summary>
internal sealed record VariableClassSpec(string ClassName, string RootNamespace, string Kind, string Name, EquatableArray<VariableSpec> Variables, EquatableArray<string> Origins)
{
    /// <summary>The class with its namespace.</summary>
    public string FullName => $"global::{RootNamespace}{(RootNamespace.Length == 0 ? "" : ".")}{ClassName}";
}
