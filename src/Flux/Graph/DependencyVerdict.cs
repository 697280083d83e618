namespace GitOps;

/// <summary>What becomes of one dependsOn entry. Exactly one holds, so an edge has at most one error.</summary>
internal enum DependencyVerdict
{
    /// <summary>It names an app that is there.</summary>
    Good,

    /// <summary>It names nothing, and there may be apps that are not seen here.</summary>
    NotKnown,

    /// <summary>It names nothing.</summary>
    Unknown,

    /// <summary>It names the app itself.</summary>
    Self,

    /// <summary>Another namespace has a Kustomization of this name.</summary>
    OtherNamespace,

    /// <summary>An object of another kind has this name.</summary>
    WrongKind,

    /// <summary>It names an app that is not written.</summary>
    Disabled,
}
