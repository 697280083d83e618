using System.Runtime.CompilerServices;

namespace Anton;

/// <summary>Sizes, each with its limit: no release of this cluster goes without.</summary>
internal static class Sized
{
    public static Values Small => Of("50m", "256Mi");

    public static Values Medium => Of("200m", "1Gi");

    public static Values Large => Of("500m", "4Gi");

    private static Values Of(string cpu, string memory) => new() { ["requests"] = new() { ["cpu"] = cpu }, ["limits"] = new() { ["memory"] = memory } };
}

/// <summary>Secrets from the vault.</summary>
internal static class Vault
{
    public static ExternalSecret Secret(string name, string item, string[] fields, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => new(name, file, line)
    {
        Spec = new()
        {
            RefreshInterval = "12h",
            SecretStoreRef = Ref<OnepasswordStore>.To(store => store.Store),
            Target = new() { Name = name },
            Data = [.. fields.Select(field => new ExternalSecretData { SecretKey = field, RemoteRef = new() { Key = item, Property = field } })],
        },
    };
}
