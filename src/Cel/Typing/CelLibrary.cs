namespace GitOps;

/// <summary>Whose functions and macros an expression may use.</summary>
[Flags]
internal enum CelLibrary
{
    /// <summary>Rules of CRDs, up to Kubernetes 1.36: strings (version 2), lists, sets, regex, URLs, IP, CIDR, quantity, semver, format, optionals, comprehensions of two variables.</summary>
    Kubernetes = 1,

    /// <summary>Flux's <c>readyExpr</c> and health checks: strings, sets, encoders, optionals.</summary>
    Flux = 2,
}
