using System.Runtime.CompilerServices;

namespace GitOps;

/// <summary>
/// A kustomize Component that apps include. One that lies in the repository as YAML gets a generated class; one written in C# lists its
/// <see cref="Manifests"/>, has a property with <see cref="VariableAttribute"/> for each of its variables, and is written by synth to
/// <c>components/&lt;name&gt;</c>.
/// </summary>
public abstract class FluxComponent
{
    /// <summary>In a component's texts: the name of the app that includes it, <c>${APP}</c>. Each such app gets the variable.</summary>
    protected const string AppName = "${APP}";

    /// <summary>In a component's texts: the namespace of the app that includes it, <c>${NAMESPACE}</c>. Each such app gets the variable.</summary>
    protected const string AppNamespace = "${NAMESPACE}";

    /// <summary>A component used at a place in the author's code.</summary>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    protected FluxComponent([CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => Place = new SourcePlace(file, line);

    /// <summary>The component's directory below the cluster's tree, with forward slashes. Default: the class's name in Kubernetes' spelling, below <c>components</c>.</summary>
    protected internal virtual string Directory => "components/" + KubernetesNames.FromClassName(GetType().Name);

    /// <summary>What a component written in C# consists of; <see langword="null"/> for one that lies in the repository as YAML.</summary>
    protected internal virtual ManifestList? Manifests => null;

    /// <summary>More of the kustomization.yaml of a component written in C#: patches of the app's objects, images, labels.</summary>
    protected internal virtual KustomizeOptions Kustomize => KustomizeOptions.None;

    internal SourcePlace Place { get; }

    /// <summary>The manifests, evaluated once.</summary>
    internal ManifestList? ManifestsOnce => field ??= Manifests;

    /// <summary>
    /// A reference to an object that the component brings, for its users. Generated classes have one for each; a component written in C# declares its own:
    /// <c>public static ComponentObject&lt;PersistentVolumeClaim&gt; Claim =&gt; Emits&lt;Scratch, PersistentVolumeClaim&gt;("v1", "PersistentVolumeClaim", AppName);</c>
    /// </summary>
    /// <typeparam name="TComponent">The component.</typeparam>
    /// <typeparam name="T">The object's type.</typeparam>
    /// <param name="apiVersion">The object's group and version.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="name">Its name as the component writes it, variables included.</param>
    /// <param name="namespace">Its namespace as the component writes it; <see langword="null"/>: that of the app.</param>
    /// <param name="secret">The Secret that it makes, where it makes one of another name.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    protected static ComponentObject<T> Emits<TComponent, T>(
        string apiVersion, string kind, string name, string? @namespace = null, string? secret = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TComponent : FluxComponent
        where T : KubernetesObject =>
        new(new BroughtItem(typeof(TComponent), apiVersion, kind, name, @namespace, secret), new SourcePlace(file, line));

    /// <summary>Adds the variables that this use of the component sets (Kustomization <c>spec.postBuild.substitute</c>).</summary>
    /// <param name="variables">Where to.</param>
    protected internal virtual void AddVariables(ComponentVariables variables)
    {
    }
}
