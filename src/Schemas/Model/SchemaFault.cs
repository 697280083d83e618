namespace GitOps;

/// <summary>What is wrong with a source of schemas. Layers above turn it into a finding.</summary>
/// <param name="Message">What is wrong and what to do; no final full stop.</param>
/// <param name="Line">From 1; 0 when unknown.</param>
/// <param name="Column">From 1; 0 when unknown.</param>
internal sealed record SchemaFault(SchemaFaultKind Kind, string Message, string File, int Line, int Column);

/// <summary>What sort of fault it is.</summary>
internal enum SchemaFaultKind
{
    /// <summary>The file is not YAML (or JSON).</summary>
    Unreadable,

    /// <summary>The document is neither a CustomResourceDefinition nor an OpenAPI document.</summary>
    NotASchema,

    /// <summary>The document lacks something, or something has the wrong type.</summary>
    Invalid,

    /// <summary>A construct that the model cannot express.</summary>
    Unsupported,

    /// <summary>A reference that leads nowhere, or back to itself.</summary>
    Reference,
}
