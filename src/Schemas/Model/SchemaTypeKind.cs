namespace GitOps;

/// <summary>What a value is.</summary>
internal enum SchemaTypeKind
{
    /// <summary>Text; with <see cref="SchemaType.Name"/> an open enum.</summary>
    String,
    Int32,

    /// <summary>An integer without format, or with int64.</summary>
    Int64,
    Double,
    Bool,

    /// <summary>A number or a name, as a port.</summary>
    IntOrString,

    /// <summary>A Kubernetes quantity: <c>500m</c>, <c>10Gi</c>, <c>2</c>.</summary>
    Quantity,

    /// <summary>A Go duration as text: <c>1h30m</c>. Recognised by its format or by what its pattern asks for.</summary>
    Duration,

    /// <summary>An object with named fields: <see cref="SchemaType.Name"/> is its shape.</summary>
    Object,

    /// <summary>A list of <see cref="SchemaType.Item"/>.</summary>
    List,

    /// <summary>Free keys with values of <see cref="SchemaType.Item"/>.</summary>
    Map,

    /// <summary>An object of which nothing is known: any fields (Helm values).</summary>
    FreeForm,

    /// <summary>Any YAML value at all.</summary>
    Any,
}
