using System.Runtime.CompilerServices;

namespace GitOps;

/// <summary>
/// A kustomize Component that apps include. One that lies in the repository as YAML gets a generated class; one written in C# lists its
/// <see cref="Manifests"/> and is written by synth to <c>components/&lt;name&gt;</c>.
/// </summary>
public abstract class FluxComponent
{
    /// <summary>A component used at a place in the author's code.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    protected FluxComponent([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Place = new SourcePlace(file, line);

    /// <summary>The component's directory below the cluster's tree, with forward slashes: <c>components/volsync</c>.</summary>
    protected internal abstract string Directory { get; }

    /// <summary>What a component written in C# consists of; <see langword="null"/> for one that lies in the repository as YAML.</summary>
    protected internal virtual ManifestList? Manifests => null;

    internal SourcePlace Place { get; }

    /// <summary>Adds the variables that this use of the component sets (Kustomization <c>spec.postBuild.substitute</c>).</summary>
    /// <param name="variables">Where to.</param>
    protected internal virtual void AddVariables(ComponentVariables variables)
    {
    }
}
