namespace GitOps;

internal enum CelTypeKind
{
    /// <summary>Any type: only the evaluation tells.</summary>
    Dyn,
    Null,
    Bool,
    Int,
    Uint,
    Double,
    String,
    Bytes,
    Timestamp,
    Duration,
    List,
    Map,
    Type,
    Optional,
    Quantity,
    Ip,
    Cidr,
    Url,
    Semver,
    Format,

    /// <summary>A type that a function's signature leaves open.</summary>
    Parameter,
}

/// <summary>A type of CEL, as its checker sees it before anything is evaluated.</summary>
internal sealed class CelType : IEquatable<CelType>
{
    public static readonly CelType Dyn = new(CelTypeKind.Dyn, "dyn");
    public static readonly CelType Null = new(CelTypeKind.Null, "null_type");
    public static readonly CelType Bool = new(CelTypeKind.Bool, "bool");
    public static readonly CelType Int = new(CelTypeKind.Int, "int");
    public static readonly CelType Uint = new(CelTypeKind.Uint, "uint");
    public static readonly CelType Double = new(CelTypeKind.Double, "double");
    public static readonly CelType String = new(CelTypeKind.String, "string");
    public static readonly CelType Bytes = new(CelTypeKind.Bytes, "bytes");
    public static readonly CelType Timestamp = new(CelTypeKind.Timestamp, "google.protobuf.Timestamp");
    public static readonly CelType Duration = new(CelTypeKind.Duration, "google.protobuf.Duration");

    /// <summary>An object as Flux gives it to its expressions (<c>google.protobuf.Struct</c>): a map of names to anything.</summary>
    public static readonly CelType Struct = Map(String, Dyn);

    private static readonly Dictionary<string, CelType> Simple = new[]
    {
        Dyn, Null, Bool, Int, Uint, Double, String, Bytes, Timestamp, Duration,
        new CelType(CelTypeKind.Quantity, "kubernetes.Quantity"), new CelType(CelTypeKind.Ip, "net.IP"), new CelType(CelTypeKind.Cidr, "net.CIDR"),
        new CelType(CelTypeKind.Url, "kubernetes.URL"), new CelType(CelTypeKind.Semver, "kubernetes.Semver"), new CelType(CelTypeKind.Format, "kubernetes.NamedFormat"),
    }.ToDictionary(static type => type.Name, StringComparer.Ordinal);

    private CelType(CelTypeKind kind, string name, params CelType[] arguments)
    {
        Kind = kind;
        Name = name;
        Arguments = arguments;
    }

    public CelTypeKind Kind { get; }

    public string Name { get; }

    /// <summary>Of a list its items' type, of a map those of its keys and values, of an optional that of its value.</summary>
    public IReadOnlyList<CelType> Arguments { get; }

    public static CelType List(CelType item) => new(CelTypeKind.List, "list", item);

    public static CelType Map(CelType key, CelType value) => new(CelTypeKind.Map, "map", key, value);

    public static CelType Optional(CelType value) => new(CelTypeKind.Optional, "optional_type", value);

    public static CelType TypeOf(CelType type) => new(CelTypeKind.Type, "type", type);

    public static CelType Parameter(string name) => new(CelTypeKind.Parameter, name);

    /// <summary>One of those that take no others, by its name.</summary>
    public static CelType? Named(string name) => Simple.TryGetValue(name, out var type) ? type : null;

    /// <summary>The same with other arguments.</summary>
    public CelType With(CelType[] arguments) => new(Kind, Name, arguments);

    public bool Equals(CelType? other)
    {
        if (other is null || Kind != other.Kind || Name != other.Name || Arguments.Count != other.Arguments.Count)
            return false;
        for (var i = 0; i < Arguments.Count; i++)
            if (!Arguments[i].Equals(other.Arguments[i]))
                return false;
        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as CelType);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Name) * 31 + Arguments.Count;

    public override string ToString() => Arguments.Count == 0 ? Name : $"{Name}({string.Join(", ", Arguments)})";
}
