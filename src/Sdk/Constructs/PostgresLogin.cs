using GitOps.Models.Kubernetes;

namespace GitOps;

/// <summary>How an app reaches its database: the entries of a Secret as CloudNativePG calls them, for environment variables: <c>["DATABASE_URL"] = Database.Login.Uri</c>.</summary>
public sealed class PostgresLogin
{
    private readonly ObjectRef secret;

    internal PostgresLogin(ObjectRef secret) => this.secret = secret;

    /// <summary>The host name of whichever instance takes writes.</summary>
    public SecretKeySelector Host => Entry("host");

    /// <summary>The port.</summary>
    public SecretKeySelector Port => Entry("port");

    /// <summary>The database's name.</summary>
    public SecretKeySelector Database => Entry("dbname");

    /// <summary>The user's name.</summary>
    public SecretKeySelector Username => Entry("username");

    /// <summary>The user's password.</summary>
    public SecretKeySelector Password => Entry("password");

    /// <summary>All of it as one address: <c>postgresql://user:password@host:5432/database</c>.</summary>
    public SecretKeySelector Uri => Entry("uri");

    private SecretKeySelector Entry(string key) => ReferenceExtensions.KeyOf(secret, key);
}
