using System.Buffers.Binary;
using System.Security.Cryptography;

namespace GitOps;

/// <summary>The hash by which synth knows its own work again: the first 8 bytes of SHA-256. It guards against accidents, not against forgers, who can edit the manifest as well.</summary>
internal static class ContentHash
{
    public static ulong Of(ReadOnlySpan<byte> content)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(content, hash);
        return BinaryPrimitives.ReadUInt64BigEndian(hash);
    }
}
