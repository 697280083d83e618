using System.Runtime.CompilerServices;

namespace GitOps;

/// <summary>
/// A reference to an object, of the same app or of another: it becomes what a field wants (a chart reference, a parent reference, a name). Made from the
/// object itself, or by <see cref="Ref{TApp}"/>. Resolved when the tree is written, so neither order nor cycles matter.
/// </summary>
/// <typeparam name="T">The object's type.</typeparam>
public sealed class ObjectRef<T>
    where T : KubernetesObject
{
    private readonly Func<T> find;
    private readonly Func<FluxApp?> app;
    private readonly SourcePlace place;

    internal ObjectRef(Func<T> find, Func<FluxApp?> app, SourcePlace place)
    {
        this.find = find;
        this.app = app;
        this.place = place;
    }

    /// <summary>
    /// The object's name. To build a text such as <c>$"http://{service.Name}.{service.Namespace}"</c>; it is looked up at once.
    /// </summary>
    /// <exception cref="ReferenceException">The object has no name, or is in no app's manifests.</exception>
    public string Name => Resolve().ResolvedName ?? throw Nameless("name");

    /// <summary>The namespace the object will live in.</summary>
    /// <exception cref="ReferenceException">It is not known.</exception>
    public string Namespace => Resolve().ResolvedNamespace ?? throw Nameless("namespace");

    /// <summary>A reference to an object of this app.</summary>
    public static implicit operator ObjectRef<T>(T target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new(() => target, () => target.Owner?.App, target.Place);
    }

    internal T Resolve()
    {
        var target = find();
        if (target.Owner?.Of == Composition.Current)
            return target;
        if (app() is not { } owner)
            Composition.Current?.AdoptAll();
        else if (owner.IsListing)
            target.Owner = owner.Owner;
        else
            Composition.Current?.Adopt(owner);
        return target;
    }

    /// <summary>The model that a reference becomes once names are known.</summary>
    internal Func<ReferenceContext, Model> Late(Func<ResolvedReference, Model> make) => context => make(Resolve(context));

    /// <summary>The same for a field that names an object of its own namespace only.</summary>
    internal Func<ReferenceContext, Model> LateLocal(Func<ResolvedReference, Model> make) => context =>
    {
        var found = Resolve(context);
        return found is { Namespace: { } other, FromNamespace: { } own }
            ? throw new ReferenceException($"{found.Kind} '{found.Name}' lives in namespace '{other}', and this reference can only name what lives in its own, '{own}'", place)
            : make(found);
    };

    /// <summary>What the reference comes to, for whoever writes it.</summary>
    internal ResolvedReference Resolve(ReferenceContext context)
    {
        var target = Resolve();
        context.Referred?.Invoke(app(), target);
        var name = target.ResolvedName ?? throw Nameless("name");
        return new ResolvedReference(target.ApiVersion, target.Kind, name, target.ResolvedNamespace, context.Namespace);
    }

    private ReferenceException Nameless(string what)
    {
        var target = find();
        return new ReferenceException(
            $"this refers to a {target.Kind} whose {what} is not known: list it in the Manifests of an app, or give it a {what} of its own", place);
    }
}

/// <summary>Makes references to the objects of another app.</summary>
/// <typeparam name="TApp">The app that has the object.</typeparam>
public static class Ref<TApp>
    where TApp : FluxApp
{
    /// <summary>
    /// A reference to an object of another app: <c>Ref&lt;EnvoyGateway&gt;.To(gateway =&gt; gateway.Internal)</c>. The graph rules see it as an edge
    /// between the two apps.
    /// </summary>
    /// <param name="select">Which object: a property of that app.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static ObjectRef<T> To<T>(Func<TApp, T> select, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        where T : KubernetesObject
    {
        ArgumentNullException.ThrowIfNull(select);
        var place = new SourcePlace(file, line);
        return new ObjectRef<T>(() => select(Find(place)), () => Find(place), place);
    }

    private static TApp Find(SourcePlace place) =>
        (Composition.Current ?? throw new ReferenceException("a reference to another app can be followed only while the tree is made", place)).App<TApp>(place);
}
