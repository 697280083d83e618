namespace GitOps;

/// <summary>A Flux Kustomization of a file, by what makes it up.</summary>
internal sealed record KustomizationEntry(string Name, string? Namespace);

/// <summary>What one file says: the Kustomizations in it, the namespace that it sets when it is a kustomization.yaml, or why it says nothing. By its path in the repository.</summary>
internal sealed record KustomizationFileSpec(string Path, string? Namespace, EquatableArray<KustomizationEntry> Kustomizations, EquatableArray<SourceFault> Faults);

/// <summary>What C# writes: the apps' identities, their namespaces, and the files that are synth's even where its list of them is lost.</summary>
internal sealed record WrittenInCode(EquatableArray<string> Apps, EquatableArray<string> Namespaces, EquatableArray<string> Files);

/// <summary>A class to make: a Kustomization by its namespace and name, with the files that write it.</summary>
internal sealed record KustomizationClassSpec(string RootNamespace, string Space, string ClassName, string Namespace, string Name, EquatableArray<string> Files)
{
    /// <summary>The namespace below the project's that holds the classes of all Kustomizations; those of each Kubernetes namespace have one of their own in it.</summary>
    public const string Root = "Ks";

    /// <summary>The C# namespace.</summary>
    public string FullNamespace => RootNamespace.Length == 0 ? $"{Root}.{Space}" : $"{RootNamespace}.{Root}.{Space}";
}
