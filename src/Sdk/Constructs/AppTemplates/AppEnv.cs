using GitOps.Models.Kubernetes;

namespace GitOps;

/// <summary>The value of an environment variable: a text, a number, a bool, or the entry of a Secret or ConfigMap, <c>["DB_URL"] = Login.Key("url")</c>.</summary>
public sealed class AppEnv
{
    private AppEnv(Values value) => Value = value;

    internal Values Value { get; }

    /// <summary>A text.</summary>
    public static implicit operator AppEnv(string value) => new(value ?? throw new ArgumentNullException(nameof(value)));

    /// <summary>A number; the container sees its text.</summary>
    public static implicit operator AppEnv(int value) => new(value);

    /// <summary>A bool; the container sees <c>true</c> or <c>false</c>.</summary>
    public static implicit operator AppEnv(bool value) => new(value);

    /// <summary>A number that a variable holds.</summary>
    public static implicit operator AppEnv(Variable<int> value) => new(value);

    /// <summary>A bool that a variable holds.</summary>
    public static implicit operator AppEnv(Variable<bool> value) => new(value);

    /// <summary>An entry of a Secret.</summary>
    public static implicit operator AppEnv(SecretKeySelector entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return From("secretKeyRef", entry);
    }

    /// <summary>An entry of a ConfigMap.</summary>
    public static implicit operator AppEnv(ConfigMapKeySelector entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return From("configMapKeyRef", entry);
    }

    /// <summary>A field of the Pod, such as its name or its node's.</summary>
    public static implicit operator AppEnv(ObjectFieldSelector field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return From("fieldRef", field);
    }

    /// <summary>What the container may use of a resource.</summary>
    public static implicit operator AppEnv(ResourceFieldSelector resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        return From("resourceFieldRef", resource);
    }

    private static AppEnv From(string kind, Model source) => new(new Values { ["valueFrom"] = new() { [kind] = source } });
}
