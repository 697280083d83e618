namespace GitOps;

/// <summary>What a value is.</summary>
internal enum DataKind
{
    Null,
    Bool,
    Integer,
    Float,
    String,
    List,
    Map,

    /// <summary>There is a value here, and nobody knows which: an expression that only the cluster resolves, a property that only running the code gives.</summary>
    Unknown,
}
