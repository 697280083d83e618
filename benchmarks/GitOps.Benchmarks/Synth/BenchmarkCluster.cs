using System.Globalization;
using System.Reflection;

namespace GitOps.Benchmarks;

/// <summary>
/// A cluster of any number of apps, registered as the generator would. All apps share one class: what is measured here is synth, not how long the runtime takes
/// to load and compile ten thousand classes (the verb <c>process</c> measures that with real ones).
/// </summary>
internal sealed class BenchmarkCluster(int apps) : FluxCluster
{
    private const int AppsInNamespace = 100;

    private static readonly Type[] Platform = [typeof(SecretStores), typeof(VolSync)];

    public override string TreePath => "kubernetes";

    public override string SourceFile => "Home.cs";

    public override IReadOnlyList<AppRegistration> Registrations => field ??= Register();

    public override KustomizationDefaults DefaultsFor(FluxApp app) => new() { Interval = "1h", Wait = false };

    public static string NamespaceOf(int app) => "apps-" + (app / AppsInNamespace).ToString("D3", CultureInfo.InvariantCulture);

    private AppRegistration[] Register()
    {
        var registrations = new List<AppRegistration>(apps + Platform.Length);
        var platform = Namespace("platform");
        registrations.Add(App(typeof(SecretStores), static () => new SecretStores(), "secret-stores", platform, []));
        registrations.Add(App(typeof(VolSync), static () => new VolSync(), "volsync", platform, []));
        DependencyRegistration[] dependencies = [.. Platform.Select(static type => new DependencyRegistration(type))];
        NamespaceRegistration? home = null;
        for (var app = 0; app < apps; app++)
        {
            if (app % AppsInNamespace == 0)
                home = Namespace(NamespaceOf(app));
            registrations.Add(App(new AliasType(typeof(BenchmarkApp)), static () => new BenchmarkApp(), AppDocuments.Name(app), home!, dependencies));
        }

        return [.. registrations];
    }

    private static NamespaceRegistration Namespace(string name) =>
        new() { Type = new AliasType(typeof(BenchmarkNamespace)), Create = static () => new BenchmarkNamespace(), Name = name, File = "Namespaces.cs" };

    private static AppRegistration App(Type type, Func<FluxApp> create, string name, NamespaceRegistration home, DependencyRegistration[] dependencies) => new()
    {
        Type = type,
        Create = create,
        Name = name,
        Namespace = home,
        Directory = name,
        Folder = "app",
        DependsOn = dependencies,
        SubstituteFrom = [new VariableSourceRegistration(typeof(ClusterSecrets), static () => new ClusterSecrets())],
        File = "Synth/BenchmarkApp.cs",
    };

    /// <summary>A type of its own identity that otherwise is another.</summary>
    private sealed class AliasType(Type type) : TypeDelegator(type)
    {
        public override Type UnderlyingSystemType => this;
    }
}

/// <summary>A namespace.</summary>
internal sealed class BenchmarkNamespace : FluxNamespace;

/// <summary>The variables that all apps may use.</summary>
internal sealed class ClusterSecrets : VariableSource
{
    public const string SecretDomain = "${SECRET_DOMAIN}";

    public override string Kind => "Secret";

    public override string Name => "cluster-secrets";
}

/// <summary>A component in YAML, as its generated class would be.</summary>
internal sealed class VolsyncComponent : FluxComponent
{
    public required Quantity Capacity { get; init; }

    protected internal override string Directory => "components/volsync";

    protected internal override void AddVariables(ComponentVariables variables)
    {
        variables.Set("APP", variables.App.Name);
        variables.Set<Quantity>("VOLSYNC_CAPACITY", Capacity);
    }
}

/// <summary>A component in YAML, as its generated class would be.</summary>
internal sealed class GatusComponent : FluxComponent
{
    protected internal override string Directory => "components/gatus";

    protected internal override void AddVariables(ComponentVariables variables)
    {
        variables.Set("APP", variables.App.Name);
        variables.Set("GATUS_PORT", "443");
    }
}
