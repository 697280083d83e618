namespace GitOps;

/// <summary>
/// The clusters of the program that an app runs on; without the attribute it runs on all of them, and in a layer on those of the layer. To depend on an app that one of the
/// clusters does not have does not compile (attributes, components, constructs), nor does a cluster on which the app's layer does not run; a reference in other objects is told by synth.
/// </summary>
/// <typeparam name="TCluster">One of the clusters; give the attribute once for each.</typeparam>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class RunsOnAttribute<TCluster> : Attribute
    where TCluster : FluxCluster;
