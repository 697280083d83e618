namespace GitOps;

/// <summary>
/// The instances of one synth: each app, namespace and variable source is made once. While a tree is made it is the thread's current one, so that references
/// between apps find their target.
/// </summary>
internal sealed class Composition
{
    [ThreadStatic]
    private static Composition? current;

    private readonly Dictionary<Type, FluxApp> apps = [];
    private readonly Dictionary<Type, FluxNamespace> namespaces = [];
    private readonly Dictionary<Type, VariableSource> sources = [];
    private readonly Dictionary<Type, AppRegistration> registrations;
    private readonly HashSet<FluxApp> adopted = [];
    private bool allAdopted;

    public Composition(IEnumerable<AppRegistration> registrations)
    {
        this.registrations = [];
        foreach (var registration in registrations)
            this.registrations[registration.Type] = registration;
    }

    public static Composition? Current => current;

    /// <summary>The cluster whose tree is made.</summary>
    public FluxCluster? Cluster { get; init; }

    /// <summary>Whether a source may provide a variable; unknown sources may. Without it all may.</summary>
    public Func<VariableSource, string, bool>? Provides { get; init; }

    public IReadOnlyCollection<AppRegistration> Registrations => registrations.Values;

    /// <summary>The app whose manifests are being made right now: constructs take their names from it.</summary>
    public FluxApp? Listing { get; set; }

    /// <summary>Makes this the current composition of the thread until the result is disposed.</summary>
    public Scope Enter()
    {
        var outer = current;
        current = this;
        return new Scope(outer);
    }

    public FluxApp App(AppRegistration registration)
    {
        if (apps.TryGetValue(registration.Type, out var app))
            return app;
        app = registration.Create();
        app.Attach(registration, Namespace(registration.Namespace));
        apps.Add(registration.Type, app);
        return app;
    }

    public TApp App<TApp>(SourcePlace place)
        where TApp : FluxApp =>
        registrations.TryGetValue(typeof(TApp), out var registration)
            ? (TApp)App(registration)
            : throw NotHere(typeof(TApp), place);

    private ReferenceException NotHere(Type app, SourcePlace place)
    {
        if (!RunsElsewhere(app))
            return new($"'{app.Name}' is no app of this cluster: give it an [App<…>] attribute", place);
        var cluster = Cluster?.GetType().Name;
        return new($"'{app.Name}' does not run on cluster '{cluster}', and what refers to it here does; let both run on the same clusters ([RunsOn<{cluster}>]), or refer to it only where it runs", place) { Id = RuleIds.NotOnCluster };
    }

    /// <summary>Whether an app says on which clusters it runs, itself or by its layer: one that is not here is elsewhere then.</summary>
    public static bool RunsElsewhere(Type type) => type.GetCustomAttributes(inherit: false).Select(static attribute => attribute.GetType()).Where(static attribute => attribute.IsGenericType)
        .Any(static attribute => attribute.GetGenericTypeDefinition() == typeof(RunsOnAttribute<>) || (attribute.GetGenericTypeDefinition() == typeof(InAttribute<>) && RunsElsewhere(attribute.GetGenericArguments()[0])));

    /// <summary>The app if it has been made; one whose constructor threw has not.</summary>
    public FluxApp? FindMade(AppRegistration registration) => apps.GetValueOrDefault(registration.Type);

    public AppRegistration? Find(Type type) => registrations.GetValueOrDefault(type);

    public FluxNamespace Namespace(NamespaceRegistration registration)
    {
        if (namespaces.TryGetValue(registration.Type, out var found))
            return found;
        found = registration.Create();
        found.Attach(registration);
        namespaces.Add(registration.Type, found);
        return found;
    }

    /// <summary>The namespace if it has been made; one whose constructor threw has not.</summary>
    public FluxNamespace? FindMade(NamespaceRegistration registration) => namespaces.GetValueOrDefault(registration.Type);

    public VariableSource Source(VariableSourceRegistration registration)
    {
        if (sources.TryGetValue(registration.Type, out var found))
            return found;
        found = registration.Create();
        sources.Add(registration.Type, found);
        return found;
    }

    /// <summary>Lets an app name the objects it lists; done once, when the app is written or first referred to.</summary>
    public void Adopt(FluxApp app)
    {
        if (adopted.Add(app))
            Adopt(app.ManifestsOnce, app.Owner);
    }

    /// <summary>
    /// Lets every app name its objects, for an object that says nothing of who lists it (a static one, referred to without <see cref="Ref{TApp}"/>).
    /// Apart from that each app lists its objects only when they are needed: those of ten thousand apps at a time are a lot of memory.
    /// </summary>
    public void AdoptAll()
    {
        if (allAdopted)
            return;
        allAdopted = true;
        foreach (var app in apps.Values.ToArray())
        {
            try
            {
                if (app.Enabled)
                    Adopt(app);
            }
            catch (Exception fault) when (fault is not (OutOfMemoryException or InsufficientExecutionStackException))
            {
                // It is that app's fault, and said of it when it is written.
            }
        }
    }

    public static void Adopt(IReadOnlyList<ManifestItem> items, ObjectOwner owner)
    {
        for (var i = 0; i < items.Count; i++)
        {
            switch (items[i])
            {
                case KubernetesObject item when item.Owner is null || item.Owner.Of != owner.Of:
                    item.Owner = owner;
                    break;
                case FileGroup group:
                    Adopt(group.Objects, owner);
                    break;
            }
        }

        // What a construct makes may take the names of the objects beside it.
        foreach (var item in items)
            if (item is Construct construct && (construct.ListedBy is null || construct.ListedBy.Of != owner.Of))
                Adopt(construct, owner);
    }

    private static void Adopt(Construct construct, ObjectOwner owner)
    {
        construct.ListedBy = owner;
        Adopt(construct.Manifests, owner);
        if (owner.App is not { } app)
            return;
        construct.CompanionApps = [.. construct.Companions.Select(said => new CompanionApp(app, construct, said))];
        foreach (var companion in construct.CompanionApps)
            Adopt(companion.ManifestsOnce, companion.Owner);
    }

    internal readonly struct Scope(Composition? outer) : IDisposable
    {
        public void Dispose() => current = outer;
    }
}
