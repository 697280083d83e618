using System.Runtime.CompilerServices;

namespace GitOps;

/// <summary>
/// A reference to an object that a component brings: in an app that includes the component it means the app's own, <c>Volsync.PersistentVolumeClaim</c>;
/// from elsewhere <see cref="Of{TApp}"/> or <see cref="In{TNamespace}"/> says whose.
/// </summary>
/// <typeparam name="T">The object's type.</typeparam>
public sealed class ComponentObject<T> : ObjectRef<T>
    where T : KubernetesObject
{
    private readonly BroughtItem emitted;

    internal ComponentObject(BroughtItem emitted, SourcePlace place)
        : base(emitted, null, place) => this.emitted = emitted;

    /// <summary>The object that the component brings for another app, which includes it.</summary>
    /// <typeparam name="TApp">That app.</typeparam>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ObjectRef<T> Of<TApp>([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TApp : FluxApp
    {
        var place = new SourcePlace(file, line);
        return new ObjectRef<T>(emitted, () => Ref<TApp>.Find(place), place);
    }

    /// <summary>The object that the component brings for a namespace, which includes it.</summary>
    /// <typeparam name="TNamespace">That namespace; an app must live in it.</typeparam>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public ObjectRef<T> In<TNamespace>([CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where TNamespace : FluxNamespace
    {
        var place = new SourcePlace(file, line);
        return new ObjectRef<T>(emitted, () => Ref.Home<TNamespace>(place), place);
    }
}
