namespace GitOps;

/// <summary>What a <see cref="CelValue"/> is.</summary>
internal enum CelKind
{
    Error,
    Unknown,
    Null,
    Bool,
    Int,
    Uint,
    Double,
    String,
    Bytes,
    List,
    Map,
    Timestamp,
    Duration,
    Type,
    Optional,
    Quantity,
    Ip,
    Cidr,
    Url,
    Semver,
    Format,

    /// <summary>What a schema keeps without saying what it is (<c>x-kubernetes-preserve-unknown-fields</c> without a type): it can be compared and nothing else.</summary>
    Opaque,
}
