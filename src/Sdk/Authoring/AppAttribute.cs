using System.Runtime.CompilerServices;

namespace GitOps;

/// <summary>What all <see cref="AppAttribute{TNamespace}"/> share.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public abstract class AppAttribute : Attribute
{
    private protected AppAttribute(string file, int line)
    {
        SourceFile = file;
        Line = line;
    }

    /// <summary>The Kustomization's name; by default the class's name in Kubernetes' spelling (<c>VolSync</c> is <c>vol-sync</c>).</summary>
    public string? Name { get; init; }

    /// <summary>The folder below the namespace's; by default the name. Apps of one directory share its ks.yaml.</summary>
    public string? Directory { get; init; }

    /// <summary>The folder below the directory that holds the objects; <c>app</c> by default.</summary>
    public string? Folder { get; init; }

    /// <summary>
    /// Wiring first: the folder below the directory that stays hand-written YAML. Synth writes the ks.yaml alone and never touches that folder.
    /// </summary>
    public string? Existing { get; init; }

    internal string SourceFile { get; }

    internal int Line { get; }
}

/// <summary>Makes a class an app of a namespace: one Flux Kustomization.</summary>
/// <typeparam name="TNamespace">The namespace it lives in.</typeparam>
public sealed class AppAttribute<TNamespace> : AppAttribute
    where TNamespace : FluxNamespace
{
    /// <summary>Makes a class an app of a namespace.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public AppAttribute([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
    }
}
