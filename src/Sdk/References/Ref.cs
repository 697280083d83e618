using System.Runtime.CompilerServices;

namespace GitOps;

/// <summary>Names of what has a type of its own, where a field wants a text.</summary>
public static class Ref
{
    /// <summary>The name of a namespace: <c>Ref.Namespace&lt;Ns.Media&gt;()</c>. It is looked up at once, so use it in a property, not in a static field.</summary>
    /// <typeparam name="TNamespace">The namespace; an app must live in it, or the cluster name it (<see cref="NamespaceAttribute{TNamespace}"/>).</typeparam>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ReferenceException">It is no namespace of the cluster, or no tree is being made.</exception>
    public static string Namespace<TNamespace>([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TNamespace : FluxNamespace
    {
        return Registration<TNamespace>(new SourcePlace(file, line)).Name;
    }

    /// <summary>The namespace itself.</summary>
    internal static FluxNamespace Home<TNamespace>(SourcePlace place)
        where TNamespace : FluxNamespace => Composition.Current is { } composition ? composition.Namespace(Registration<TNamespace>(place)) : throw TooEarly(place);

    private static NamespaceRegistration Registration<TNamespace>(SourcePlace place) =>
        (Composition.Current ?? throw TooEarly(place)).Registrations.FirstOrDefault(static app => app.Namespace.Type == typeof(TNamespace))?.Namespace
            ?? Composition.Current.Cluster?.Namespaces.FirstOrDefault(static home => home.Type == typeof(TNamespace))
            ?? throw new ReferenceException($"no app of this cluster lives in {typeof(TNamespace).Name}, so synth writes no such namespace: give the cluster [Namespace<{typeof(TNamespace).Name}>], or name it by a text if something else makes it", place);

    private static ReferenceException TooEarly(SourcePlace place) => new("the name of a namespace can be looked up only while the tree is made", place);
}
