namespace GitOps;

/// <summary>
/// A ConfigMap or Secret whose entries are variables. A class for each one in the repository is generated; one that lies outside is declared by hand:
/// <code>
/// public sealed class ClusterSecrets : VariableSource
/// {
///     public const string SecretDomain = "${SECRET_DOMAIN}";
///     public override string Kind =&gt; "Secret";
///     public override string Name =&gt; "cluster-secrets";
/// }
/// </code>
/// </summary>
public abstract class VariableSource
{
    /// <summary><c>ConfigMap</c> or <c>Secret</c>.</summary>
    public abstract string Kind { get; }

    /// <summary>The object's name, in the namespace of the app that substitutes from it.</summary>
    public abstract string Name { get; }

    /// <summary>Whether the object may be missing; other faults are not forgiven. Default: it must be there.</summary>
    public virtual bool Optional => false;
}
