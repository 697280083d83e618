namespace GitOps;

/// <summary>How Flux decrypts the SOPS files of an app.</summary>
/// <param name="Provider">The provider; <c>sops</c> is the only one.</param>
/// <param name="SecretName">The Secret with the keys in the Kustomization's namespace; <see langword="null"/>: the controller has a key of its own.</param>
public sealed record Decryption(string Provider, string? SecretName);

/// <summary>Makes <see cref="Decryption"/>s.</summary>
public static class Sops
{
    /// <summary>Decrypts with the age keys in a Secret (its entries end in <c>.agekey</c>).</summary>
    /// <param name="secretName">The Secret's name, in the Kustomization's namespace.</param>
    public static Decryption Age(string secretName)
    {
        ArgumentException.ThrowIfNullOrEmpty(secretName);
        return new("sops", secretName);
    }

    /// <summary>Decrypts with the key that kustomize-controller was given.</summary>
    public static Decryption Controller { get; } = new("sops", null);
}
