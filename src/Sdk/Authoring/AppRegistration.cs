using System.ComponentModel;

namespace GitOps;

/// <summary>What the generator read off an app's attributes. Not for people: it is filled in by <c>[App]</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AppRegistration
{
    /// <summary>The app's class.</summary>
    public required Type Type { get; init; }

    /// <summary>Makes the app.</summary>
    public required Func<FluxApp> Create { get; init; }

    /// <summary>The Kustomization's name.</summary>
    public required string Name { get; init; }

    /// <summary>Its namespace.</summary>
    public required NamespaceRegistration Namespace { get; init; }

    /// <summary>The folder below the namespace's; classes of one directory share its ks.yaml.</summary>
    public required string Directory { get; init; }

    /// <summary>The folder below the directory that holds the objects.</summary>
    public required string Folder { get; init; }

    /// <summary>The folder of hand-written YAML that this app only wires, or <see langword="null"/>.</summary>
    public string? Existing { get; init; }

    /// <summary>The apps it depends on.</summary>
    public IReadOnlyList<DependencyRegistration> DependsOn { get; init; } = [];

    /// <summary>The layer that it is part of, or <see langword="null"/>.</summary>
    public Type? Layer { get; init; }

    /// <summary>The clusters that it runs on; none: all of them.</summary>
    public IReadOnlyList<Type> RunsOn { get; init; } = [];

    /// <summary>Where its variables come from, in order: those of the cluster, of the namespace, and its own.</summary>
    public IReadOnlyList<VariableSourceRegistration> SubstituteFrom { get; init; } = [];

    /// <summary>The C# file, relative to its project, with forward slashes.</summary>
    public required string File { get; init; }

    /// <summary>Takes out the apps that do not run on a cluster. In a layer an app runs where its layer does.</summary>
    /// <param name="apps">The apps of the project.</param>
    /// <param name="cluster">The cluster's class.</param>
    public static void Keep(List<AppRegistration> apps, Type cluster)
    {
        ArgumentNullException.ThrowIfNull(apps);
        if (apps.TrueForAll(static app => app.RunsOn.Count == 0))
            return;
        var layers = apps.Where(static app => app.RunsOn.Count > 0).ToDictionary(static app => app.Type, static app => app.RunsOn);
        apps.RemoveAll(app => (app.RunsOn.Count > 0 ? app.RunsOn : app.Layer is { } layer ? layers.GetValueOrDefault(layer) : null) is { Count: > 0 } runsOn && !runsOn.Contains(cluster));
    }

    /// <summary>The app's attribute, which knows its line: the registry does not, or every edit above an app would write it anew.</summary>
    internal AppAttribute? Attribute => field ??= Type.GetCustomAttributes(typeof(AppAttribute), inherit: false) is [AppAttribute found, ..] ? found : null;

    /// <summary>The line of the app's attribute; 0 when unknown.</summary>
    internal int Line => Attribute?.Line ?? 0;
}

/// <summary>A namespace's class. Not for people: filled in by the generator.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class NamespaceRegistration
{
    /// <summary>The namespace's class.</summary>
    public required Type Type { get; init; }

    /// <summary>Makes the namespace.</summary>
    public required Func<FluxNamespace> Create { get; init; }

    /// <summary>The namespace's name.</summary>
    public required string Name { get; init; }

    /// <summary>The C# file, relative to its project, with forward slashes.</summary>
    public required string File { get; init; }
}

/// <summary>A <c>[DependsOn]</c> attribute. Not for people: filled in by the generator.</summary>
/// <param name="Type">The app depended on, or the reference to a Kustomization.</param>
/// <param name="ReadyExpr">The CEL expression that says when it is ready, or <see langword="null"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record DependencyRegistration(Type Type, string? ReadyExpr = null);

/// <summary>A <c>[SubstituteFrom]</c> attribute. Not for people: filled in by the generator.</summary>
/// <param name="Type">The source's class.</param>
/// <param name="Create">Makes the source.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record VariableSourceRegistration(Type Type, Func<VariableSource> Create);
