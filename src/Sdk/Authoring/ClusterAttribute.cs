using System.Runtime.CompilerServices;

namespace GitOps;

/// <summary>Makes a partial class the cluster of this project: the generator fills in every app.</summary>
/// <param name="path">Where the cluster's tree lies below the repository's root, with forward slashes: <c>kubernetes</c>.</param>
/// <param name="line">Filled in by the compiler.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ClusterAttribute(string path, [CallerLineNumber] int line = 0) : Attribute
{
    /// <summary>Where the cluster's tree lies below the repository's root.</summary>
    public string Path { get; } = path;

    internal int Line { get; } = line;
}
