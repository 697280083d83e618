using System.Runtime.CompilerServices;

namespace GitOps;

/// <summary>Names of what has a type of its own, where a field wants a text.</summary>
public static class Ref
{
    /// <summary>The name of a namespace: <c>Ref.Namespace&lt;Ns.Media&gt;()</c>. It is looked up at once, so use it in a property, not in a static field.</summary>
    /// <typeparam name="TNamespace">The namespace; an app must live in it.</typeparam>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ReferenceException">No app of the cluster lives there, or no tree is being made.</exception>
    public static string Namespace<TNamespace>([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TNamespace : FluxNamespace
    {
        var place = new SourcePlace(file, line);
        var composition = Composition.Current ?? throw new ReferenceException("the name of a namespace can be looked up only while the tree is made", place);
        return composition.Registrations.FirstOrDefault(static app => app.Namespace.Type == typeof(TNamespace))?.Namespace.Name
            ?? throw new ReferenceException($"no app of this cluster lives in {typeof(TNamespace).Name}, so synth writes no such namespace: name it by a text if something else makes it", place);
    }
}
