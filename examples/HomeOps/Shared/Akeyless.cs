using System.Runtime.CompilerServices;

namespace HomeOps;

/// <summary>Secrets that the External Secrets Operator fetches.</summary>
internal static class Akeyless
{
    /// <summary>A Secret made from one entry of the vault; in the template <c>{{ .field }}</c> is a field of that entry.</summary>
    public static ExternalSecret Secret(string name, string entry, Map<string> template, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) => new(name, file, line)
    {
        Spec = new()
        {
            RefreshInterval = "12h",
            SecretStoreRef = Ref<SecretStores>.To(stores => stores.Akeyless),
            Target = new() { Name = name, Template = new() { Data = template } },
            DataFrom = [new() { Extract = new() { Key = entry } }],
        },
    };
}
