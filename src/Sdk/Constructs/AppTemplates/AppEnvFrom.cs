using GitOps.Models.ExternalSecrets;
using GitOps.Models.Kubernetes;
using GitOps.Models.SealedSecrets;

namespace GitOps;

/// <summary>All entries of a Secret or ConfigMap as environment variables: <c>EnvFrom = [Login]</c>.</summary>
public sealed class AppEnvFrom
{
    private readonly string kind;
    private readonly Values source;
    private readonly string? prefix;

    private AppEnvFrom(string kind, Values source, string? prefix = null) => (this.kind, this.source, this.prefix) = (kind, source, prefix);

    /// <summary>The entries of a Secret.</summary>
    public static implicit operator AppEnvFrom(Secret source) => From("secretRef", source);

    /// <summary>The entries of a Secret, of whichever app; it lies in this one's namespace.</summary>
    public static implicit operator AppEnvFrom(ObjectRef<Secret> source) => From("secretRef", source);

    /// <summary>The entries of the Secret that this makes.</summary>
    public static implicit operator AppEnvFrom(ExternalSecret source) => From("secretRef", source);

    /// <summary>The entries of the Secret that this makes.</summary>
    public static implicit operator AppEnvFrom(ObjectRef<ExternalSecret> source) => From("secretRef", source);

    /// <summary>The entries of the Secret that this makes.</summary>
    public static implicit operator AppEnvFrom(SealedSecret source) => From("secretRef", source);

    /// <summary>The entries of a ConfigMap.</summary>
    public static implicit operator AppEnvFrom(ConfigMap source) => From("configMapRef", source);

    /// <summary>The entries of a ConfigMap, of whichever app; it lies in this one's namespace.</summary>
    public static implicit operator AppEnvFrom(ObjectRef<ConfigMap> source) => From("configMapRef", source);

    /// <summary>The entries of a Secret that is known by name only.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="prefix">What stands before each variable's name.</param>
    public static AppEnvFrom SecretNamed(string name, string? prefix = null) => new("secretRef", new Values { ["name"] = name }, prefix);

    /// <summary>The entries of a ConfigMap that is known by name only.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="prefix">What stands before each variable's name.</param>
    public static AppEnvFrom ConfigMapNamed(string name, string? prefix = null) => new("configMapRef", new Values { ["name"] = name }, prefix);

    /// <summary>The same with a text before each variable's name.</summary>
    /// <param name="prefix">That text.</param>
    public AppEnvFrom WithPrefix(string prefix) => new(kind, source, prefix);

    internal Values ToValues() => new Values { [kind] = source }.Set("prefix", prefix);

    private static AppEnvFrom From(string kind, LocalObjectReference source) => new(kind, source);
}
