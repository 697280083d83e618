using System.Runtime.CompilerServices;

namespace GitOps;

/// <summary>The hash by which synth knows its own work again: FNV-1a with 64 bits. It guards against accidents, not against forgers, who can edit the manifest as well;
/// and a cryptographic one would load OpenSSL, which costs a small project more than all its files.</summary>
internal static class ContentHash
{
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    // Runs in full from its first call: most runs are over before the runtime would have optimised it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Of(ReadOnlySpan<byte> content)
    {
        var hash = Basis;
        foreach (var value in content) hash = (hash ^ value) * Prime;
        return hash;
    }
}
