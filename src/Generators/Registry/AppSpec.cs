namespace GitOps;

/// <summary>A class named in an attribute. One that is not resolved may be the work of a generator: of it only the name is known, as it is written (<c>Ks.Database.Postgres</c>).</summary>
/// <param name="Name">With <c>global::</c> when it is resolved.</param>
/// <param name="IsResolved">Whether the compiler knows it before anything is generated.</param>
/// <param name="Imports">The namespaces that the file of an unresolved one imports, parted by blanks.</param>
internal readonly record struct TypeRef(string Name, bool IsResolved, string Imports = "");

/// <summary>A <c>[DependsOn]</c> attribute.</summary>
internal sealed record DependencySpec(TypeRef Type, string? ReadyExpr);

/// <summary>The namespace of an app.</summary>
internal sealed record NamespaceSpec(string Type, string Name, string FilePath, EquatableArray<TypeRef> SubstituteFrom);

/// <summary>What the registry holds of an app. No line numbers: moving an app down its file changes nothing.</summary>
internal sealed record AppSpec(
    string Type,
    string Name,
    string Directory,
    string Folder,
    string? Existing,
    NamespaceSpec Namespace,
    EquatableArray<DependencySpec> DependsOn,
    EquatableArray<TypeRef> SubstituteFrom,
    string? Layer,
    EquatableArray<string> RunsOn,
    string FilePath);

/// <summary>An app, or why a class with <c>[App]</c> is none.</summary>
internal sealed record AppCandidate(AppSpec? App, SourceFault? Fault);

/// <summary>A class with <c>[Cluster]</c>, and its partial declarations from the outermost type in (<c>partial class Home</c>), so that the other half can be made.</summary>
internal sealed record ClusterSpec(
    string FullName,
    string Namespace,
    EquatableArray<string> Declarations,
    string TreePath,
    EquatableArray<TypeRef> SubstituteFrom,
    EquatableArray<NamespaceSpec> Namespaces,
    string FilePath);

/// <summary>A cluster, or why a class with <c>[Cluster]</c> is none.</summary>
internal sealed record ClusterCandidate(ClusterSpec? Cluster, SourceFault? Fault);
