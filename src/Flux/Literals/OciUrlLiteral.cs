namespace GitOps;

/// <summary>The url of an OCIRepository, or of a HelmRepository of type oci: <c>oci://host[:port]/path</c>, without tag or digest.</summary>
internal static class OciUrlLiteral
{
    /// <summary>How it starts.</summary>
    public const string Scheme = "oci://";

    /// <summary>What is wrong with it, or <see langword="null"/>.</summary>
    public static string? Fault(string url)
    {
        if (!url.StartsWith(Scheme, StringComparison.Ordinal))
            return url.Contains("://") ? $"starts with '{url.Substring(0, url.IndexOf("://", StringComparison.Ordinal) + 3)}', an OCI url starts with 'oci://'" : "does not start with 'oci://'";
        var rest = url.Substring(Scheme.Length);
        var slash = rest.IndexOf('/');
        var host = slash < 0 ? rest : rest.Substring(0, slash);
        if (HostFault(host) is { } hostFault)
            return hostFault;
        // A HelmRepository may name the host alone.
        var path = slash < 0 ? "" : rest.Substring(slash + 1);
        if (path.IndexOf('@') is >= 0 and var at)
            return $"holds the digest '{path.Substring(at + 1)}', it belongs into spec.ref.digest";
        if (path.IndexOf(':') is >= 0 and var colon)
            return $"holds the tag '{path.Substring(colon + 1)}', it belongs into spec.ref.tag";
        foreach (var c in path)
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-' or '.' or '/'))
                return c is >= 'A' and <= 'Z' ? "has upper-case letters in its path, registries take lower case only" : $"holds '{c}' in its path, only lower-case letters, digits, '_', '-', '.' and '/' are allowed";
        return path.Contains("//") ? "has an empty part in its path" : null;
    }

    private static string? HostFault(string host)
    {
        var colon = host.LastIndexOf(':');
        var name = colon < 0 ? host : host.Substring(0, colon);
        if (name.Length == 0)
            return "has no host";
        if (colon >= 0 && (colon == host.Length - 1 || !host.Skip(colon + 1).All(static c => c is >= '0' and <= '9')))
            return "has a port that is no number";
        foreach (var c in name)
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_'))
                return $"holds '{c}' in its host";
        return null;
    }
}
