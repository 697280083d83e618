namespace GitOps;

/// <summary>What of the image that an image policy has chosen goes to a field.</summary>
public enum ImagePolicyPart
{
    /// <summary>All of it: <c>ghcr.io/owner/app:1.2.3</c>.</summary>
    Image,

    /// <summary>Its tag: <c>1.2.3</c>.</summary>
    Tag,

    /// <summary>Its name without the tag: <c>ghcr.io/owner/app</c>.</summary>
    Name,

    /// <summary>Its digest: <c>sha256:…</c>.</summary>
    Digest,
}
