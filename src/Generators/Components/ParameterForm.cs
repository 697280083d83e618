namespace GitOps;

/// <summary>What a property of a component is in C#, from what takes least to what takes most.</summary>
internal enum ParameterType
{
    Bool,
    Int,
    Long,
    Double,
    IntOrString,
    Quantity,
    Duration,

    /// <summary>An open enum of the SDK's own.</summary>
    Enum,
    Text,

    /// <summary>A list of texts.</summary>
    List,

    /// <summary>Any collection or value.</summary>
    Values,
}

/// <summary>The type of a property; an enum's C# name with it.</summary>
internal readonly record struct ParameterForm(ParameterType Type, string? EnumName = null)
{
    public static ParameterForm Text => new(ParameterType.Text);

    /// <summary>The C# type, without the question mark of an optional property.</summary>
    public string CSharp => Type switch
    {
        ParameterType.Bool => "global::GitOps.Value<bool>",
        ParameterType.Int => "global::GitOps.Value<int>",
        ParameterType.Long => "global::GitOps.Value<long>",
        ParameterType.Double => "global::GitOps.Value<double>",
        ParameterType.IntOrString => "global::GitOps.IntOrString",
        ParameterType.Quantity => "global::GitOps.Quantity",
        ParameterType.Duration => "global::GitOps.Duration",
        ParameterType.Enum => EnumName!,
        ParameterType.List => "global::System.Collections.Generic.IReadOnlyList<string>",
        ParameterType.Values => "global::GitOps.Values",
        _ => "string",
    };

    /// <summary>A struct of one text: the compiler must be told which.</summary>
    public bool NeedsTypeArgument => Type is ParameterType.Quantity or ParameterType.Duration or ParameterType.Enum;

    /// <summary>What the schema says of a place. Enums of a user's own CRDs are texts: whether their class is made is another generator's business.</summary>
    public static ParameterForm Of(SchemaType type, bool isShipped) => type.Kind switch
    {
        SchemaTypeKind.Bool => new(ParameterType.Bool),
        SchemaTypeKind.Int32 => new(ParameterType.Int),
        SchemaTypeKind.Int64 => new(ParameterType.Long),
        SchemaTypeKind.Double => new(ParameterType.Double),
        SchemaTypeKind.IntOrString => new(ParameterType.IntOrString),
        SchemaTypeKind.Quantity => new(ParameterType.Quantity),
        SchemaTypeKind.Duration => new(ParameterType.Duration),
        SchemaTypeKind.String => type.Name is { } name && isShipped ? new(ParameterType.Enum, "global::" + name) : Text,
        SchemaTypeKind.List when type.Item is { Kind: SchemaTypeKind.String or SchemaTypeKind.Quantity or SchemaTypeKind.Duration } => new(ParameterType.List),
        _ => new(ParameterType.Values),
    };

    /// <summary>What fits both places, or <see langword="null"/> when nothing narrower than a text does.</summary>
    public static ParameterForm? Meet(ParameterForm a, ParameterForm b)
    {
        if (a == b)
            return a;
        var (narrow, wide) = a.Type <= b.Type ? (a, b) : (b, a);
        return (narrow.Type, wide.Type) switch
        {
            (ParameterType.Int, ParameterType.Long or ParameterType.Double or ParameterType.IntOrString or ParameterType.Quantity) => narrow,
            (ParameterType.Long, ParameterType.Double or ParameterType.IntOrString or ParameterType.Quantity) => narrow,
            (ParameterType.Double, ParameterType.Quantity) => narrow,
            (ParameterType.IntOrString, ParameterType.Quantity or ParameterType.Duration or ParameterType.Enum) => wide,
            // A number in a field of texts is rejected, a text in one that takes either is not.
            (ParameterType.IntOrString, ParameterType.Text) => wide,
            (_, ParameterType.Text) => narrow,
            (_, ParameterType.Values) => narrow,
            _ => null,
        };
    }
}
