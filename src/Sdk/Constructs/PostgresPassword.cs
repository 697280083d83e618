using GitOps.Models.ExternalSecrets;

namespace GitOps;

/// <summary>
/// Where the password of a <see cref="PostgresDatabase"/> comes from. PostgreSQL needs it in the namespace of its cluster and the app in its own, and Kubernetes carries no Secret from one to the
/// other: so both get it from a store that serves the whole cluster, by an ExternalSecret each.
/// </summary>
public sealed class PostgresPassword
{
    private readonly Func<string, string> key;
    private readonly string property;
    private readonly string? refreshInterval;
    private readonly SecretStoreRef store;

    private PostgresPassword(SecretStoreRef store, Func<string, string> key, string property, string? refreshInterval) =>
        (this.store, this.key, this.property, this.refreshInterval) = (store, key, property, refreshInterval);

    /// <summary>A password in a store.</summary>
    /// <param name="store">A ClusterSecretStore: <c>Ref&lt;SecretStores&gt;.To(stores =&gt; stores.Vault)</c>.</param>
    /// <param name="key">The store's entry.</param>
    /// <param name="property">The entry's field that holds the password.</param>
    /// <param name="refreshInterval">How often the store is asked again; <see langword="null"/>: once an hour, the External Secrets Operator's own.</param>
    public static PostgresPassword In(SecretStoreRef store, string key, string property = "password", string? refreshInterval = null) => In(store, _ => key, property, refreshInterval);

    /// <summary>Passwords that lie in a store by the name of their database.</summary>
    /// <param name="store">A ClusterSecretStore.</param>
    /// <param name="key">The store's entry for a database's name: <c>database =&gt; $"/database/{database}"</c>.</param>
    /// <param name="property">The entry's field that holds the password.</param>
    /// <param name="refreshInterval">How often the store is asked again; <see langword="null"/>: once an hour, the External Secrets Operator's own.</param>
    public static PostgresPassword In(SecretStoreRef store, Func<string, string> key, string property = "password", string? refreshInterval = null)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(key);
        return new(store, key, property, refreshInterval);
    }

    /// <summary>An ExternalSecret with the password as <c>{{ .password }}</c>.</summary>
    internal ExternalSecret Secret(string name, string database, PushSecretTemplate template, string file, int line) => new(name, file, line)
    {
        Spec = new()
        {
            RefreshInterval = refreshInterval,
            SecretStoreRef = store,
            Target = new() { Name = name, Template = template },
            Data = [new() { SecretKey = "password", RemoteRef = new() { Key = key(database), Property = property } }],
        },
    };
}
