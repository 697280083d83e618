namespace GitOps.SchemaFacts;

/// <summary>Which versions of a kind the SDK ships.</summary>
internal static class Versions
{
    /// <summary>
    /// A deprecated version beside a better one, or an older one beside a version that is final and stored: nobody begins with it, and its types would only
    /// stand twice. A version that clusters of today need (ReferenceGrant's v1beta1 is still the stored one) stays.
    /// </summary>
    public static bool IsLeftBehind(KindDraft kind, IReadOnlyList<KindDraft> kinds) =>
        kinds.Any(other => other.Group == kind.Group && other.Kind == kind.Kind && !ReferenceEquals(other, kind)
            && (kind.Deprecated && !other.Deprecated || !kind.Storage && other.Storage && other.Version is "v1" or "v2"));
}
