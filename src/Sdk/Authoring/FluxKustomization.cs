namespace GitOps;

/// <summary>What <see cref="DependsOnAttribute{TApp}"/> can name: an app, or the reference to a Kustomization that is written in YAML or made elsewhere.</summary>
public abstract class FluxKustomization
{
    private protected FluxKustomization()
    {
    }

    /// <summary>The Kustomization's name.</summary>
    public abstract string Name { get; }

    /// <summary>The namespace of the Kustomization.</summary>
    public abstract string Namespace { get; }
}
