using System.Runtime.CompilerServices;

namespace GitOps;

/// <summary>
/// A reference to an object, of whatever type: for fields that take any, such as a name in the same namespace. <see cref="ObjectRef{T}"/> says which.
/// </summary>
public abstract class ObjectRef
{
    private readonly BroughtItem? emitted;

    private protected ObjectRef(BroughtItem? emitted, SourcePlace place)
    {
        this.emitted = emitted;
        Place = place;
    }

    /// <summary>
    /// The object's name. To build a text such as <c>$"http://{service.Name}.{service.Namespace}"</c>; it is looked up at once. Of an object that a
    /// component brings it holds the component's variables, which Flux puts in.
    /// </summary>
    /// <exception cref="ReferenceException">The object has no name, or is in no app's manifests.</exception>
    public string Name => emitted is null ? Target().ResolvedName ?? throw Nameless("name") : Emitted(null).Name;

    /// <summary>The namespace the object will live in.</summary>
    /// <exception cref="ReferenceException">It is not known.</exception>
    public string Namespace => (emitted is null ? Target().ResolvedNamespace : Emitted(null).TargetNamespace) ?? throw Nameless("namespace");

    internal SourcePlace Place { get; }

    /// <summary>The app that has the object, or <see langword="null"/> where that is whoever writes the reference.</summary>
    internal FluxApp? App => Owner() as FluxApp;

    /// <summary>The object itself; never asked of one that a component brings.</summary>
    private protected abstract KubernetesObject Target();

    /// <summary>Whose object it is: an app (<see cref="FluxApp"/>), for objects of components also a namespace; <see langword="null"/>: whoever writes the reference.</summary>
    private protected abstract object? Owner();

    /// <summary>The model that a reference becomes once names are known.</summary>
    internal Func<ReferenceContext, Model> Late(Func<ResolvedReference, Model> make) => context => make(Resolve(context));

    /// <summary>The same for a field that names an object of its own namespace only.</summary>
    internal Func<ReferenceContext, Model> LateLocal(Func<ResolvedReference, Model> make) => context => make(ResolveLocal(context));

    /// <summary>What the reference comes to, for a field that names an object of its own namespace only.</summary>
    internal ResolvedReference ResolveLocal(ReferenceContext context)
    {
        var found = Resolve(context);
        // What belongs to the cluster is everywhere, whatever namespace its app lives in.
        return found is { Namespace: { } other, FromNamespace: { } own } && SchemaSet.Shipped.Find(found.ApiVersion, found.Kind) is not { Scope: SchemaScope.Cluster }
            ? throw new ReferenceException($"{found.Kind} '{found.Name}' lives in namespace '{other}', and this reference can only name what lives in its own, '{own}'", Place)
            : found;
    }

    /// <summary>A reference to an object itself.</summary>
    internal static ObjectRef To(KubernetesObject target) => new ObjectRef<KubernetesObject>(() => target, () => target.Owner?.App, target.Place);

    /// <summary>
    /// The object as kustomize builds it: before Flux puts variables in, and without a namespace that is given to it later. That of a layer's app is given in the folder below the layer's patches.
    /// </summary>
    internal (string ApiVersion, string Kind, string Name, string? Namespace) AsBuilt()
    {
        if (emitted is not null)
            return (emitted.ApiVersion, emitted.Kind, emitted.Name, null);
        var target = Target();
        var isOfLayer = target.Owner?.App?.Registration.Layer is not null && SchemaSet.Shipped.Find(target.ApiVersion, target.Kind) is not { Scope: SchemaScope.Cluster };
        return (target.ApiVersion, target.Kind, target.ResolvedName ?? throw Nameless("name"), isOfLayer ? target.ResolvedNamespace : null);
    }

    /// <summary>What the reference comes to, for whoever writes it.</summary>
    internal ResolvedReference Resolve(ReferenceContext context)
    {
        if (emitted is not null)
        {
            if (Owner() is FluxApp app)
                context.Referred?.Invoke(app, null);
            return Emitted(context);
        }

        var target = Target();
        context.Referred?.Invoke(Owner() as FluxApp, target);
        var name = target.ResolvedName ?? throw Nameless("name");
        return new ResolvedReference(target.ApiVersion, target.Kind, name, target.ResolvedNamespace, context.Namespace)
        {
            Secret = target.MadeSecret,
        };
    }

    /// <summary>The same for a comment: nobody waits for what it names, so it is no edge of the graph.</summary>
    internal ResolvedReference Mentioned(ReferenceContext context)
    {
        var (app, target) = ((FluxApp?)null, (KubernetesObject?)null);
        var found = Resolve(new ReferenceContext { App = context.App, Namespace = context.Namespace, Referred = (to, what) => (app, target) = (to, what) });
        if (app is { Enabled: false })
            throw new ReferenceException($"this names {found.Kind} '{found.Name}' of app '{app.Namespace}/{app.Name}', which is not enabled", Place);
        if (target is { Owner: null })
            throw new ReferenceException($"this names {found.Kind} '{found.Name}', which no app lists in its Manifests", Place);
        return found.TargetNamespace is null ? throw Nameless("namespace") : found;
    }

    /// <summary>An object of a component, seen from where the reference stands; without a context the component's own text stays in the name.</summary>
    private ResolvedReference Emitted(ReferenceContext? context)
    {
        var owner = Owner() ?? context?.App;
        switch (owner)
        {
            case FluxApp app:
                if (!emitted!.IsOf(app))
                    throw new ReferenceException(
                        $"this refers to {emitted.Kind} '{emitted.Name}' of component {emitted.Component.Name}, which app '{app.Namespace}/{app.Name}' does not include", Place);
                foreach (var component in app.ComponentsOnce.Where(emitted.IsThis))
                    if (emitted.Fault(component) is { } fault)
                        throw new ReferenceException(fault, Place);
                // A target namespace overrides what the component writes (kustomize's namespace transformer).
                return Of(Put, app.Owner.TargetNamespace ?? (emitted.Namespace is { } said ? Put(said) : app.Namespace));

                string Put(string text) => BroughtItem.Expand(text, app);
            case FluxNamespace home:
                if (!home.ComponentsOnce.Any(emitted!.IsThis))
                    throw new ReferenceException($"this refers to {emitted.Kind} '{emitted.Name}' of component {emitted.Component.Name}, which namespace '{home.Name}' does not include", Place);
                return Of(static text => text, home.Name);
            default:
                return Of(static text => text, emitted!.Namespace ?? context?.Namespace);
        }

        ResolvedReference Of(Func<string, string> put, string? inNamespace) =>
            new(emitted.ApiVersion, emitted.Kind, put(emitted.Name), inNamespace, context?.Namespace) { Secret = emitted.Secret is { } secret ? put(secret) : null };
    }

    private ReferenceException Nameless(string what) =>
        new($"this refers to a {emitted?.Kind ?? Target().Kind} whose {what} is not known: {(emitted is null ? $"list it in the Manifests of an app, or give it a {what} of its own" : "say whose it is with Of<…>()")}", Place);
}

/// <summary>
/// A reference to an object, of the same app or of another: it becomes what a field wants (a chart reference, a parent reference, a name). Made from the
/// object itself, by <see cref="Ref{TApp}"/>, or by a component's class. Resolved when the tree is written, so neither order nor cycles matter.
/// </summary>
/// <typeparam name="T">The object's type.</typeparam>
public class ObjectRef<T> : ObjectRef
    where T : KubernetesObject
{
    private readonly Func<T>? find;
    private readonly Func<object?>? owner;

    internal ObjectRef(Func<T> find, Func<FluxApp?> app, SourcePlace place)
        : base(null, place)
    {
        this.find = find;
        owner = app;
    }

    internal ObjectRef(BroughtItem emitted, Func<object?>? owner, SourcePlace place)
        : base(emitted, place) => this.owner = owner;

    /// <summary>A reference to an object of this app.</summary>
    public static implicit operator ObjectRef<T>(T target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return new(() => target, () => target.Owner?.App, target.Place);
    }

    /// <summary>The object itself, for what its fields say of names.</summary>
    internal T Object => find!();

    private protected override object? Owner() => owner?.Invoke();

    private protected override KubernetesObject Target()
    {
        var target = find!();
        if (target.Owner?.Of == Composition.Current)
            return target;
        if (Owner() is not FluxApp app)
            Composition.Current?.AdoptAll();
        else if (app.IsListing)
            target.Owner = app.Owner;
        else
            Composition.Current?.Adopt(app);
        return target;
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

    internal static TApp Find(SourcePlace place) =>
        (Composition.Current ?? throw new ReferenceException("a reference to another app can be followed only while the tree is made", place)).App<TApp>(place);
}
