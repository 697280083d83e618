namespace GitOps;

/// <summary>A value of CEL, or what stands for one: an error, or something unknown. Immutable.</summary>
internal abstract class CelValue
{
    public abstract CelKind Kind { get; }

    /// <summary>The name that <c>type(x)</c> has.</summary>
    public virtual string TypeName => Kind switch
    {
        CelKind.Null => "null_type",
        CelKind.Bool => "bool",
        CelKind.Int => "int",
        CelKind.Uint => "uint",
        CelKind.Double => "double",
        CelKind.String => "string",
        CelKind.Bytes => "bytes",
        CelKind.List => "list",
        CelKind.Map => "map",
        CelKind.Timestamp => "google.protobuf.Timestamp",
        CelKind.Duration => "google.protobuf.Duration",
        CelKind.Type => "type",
        CelKind.Optional => "optional_type",
        CelKind.Quantity => "kubernetes.Quantity",
        CelKind.Ip => "net.IP",
        CelKind.Cidr => "net.CIDR",
        CelKind.Url => "kubernetes.URL",
        CelKind.Semver => "kubernetes.Semver",
        CelKind.Format => "kubernetes.NamedFormat",
        _ => "unknown",
    };

    public bool IsError => Kind == CelKind.Error;

    public bool IsUnknown => Kind == CelKind.Unknown;

    /// <summary>It is neither an error nor unknown.</summary>
    public bool IsKnown => Kind > CelKind.Unknown;

    public static CelValue Of(bool value) => value ? CelBool.True : CelBool.False;

    public static CelValue Of(long value) => CelInt.Of(value);

    public static CelValue Of(double value) => new CelDouble(value);

    public static CelValue Of(string value) => new CelString(value);

    public static CelValue Of(IReadOnlyList<CelValue> items) => new CelArray(items);

    /// <summary>For tests and messages: near to how CEL writes it.</summary>
    public sealed override string ToString() => CelText.Describe(this);
}

/// <summary>Something went wrong while the expression was evaluated. The API server takes it for a rule that does not hold.</summary>
internal sealed class CelError(string message) : CelValue
{
    public override CelKind Kind => CelKind.Error;

    public string Message { get; } = message;
}

/// <summary>A value that nobody knows.</summary>
internal sealed class CelUnknown : CelValue
{
    public static readonly CelUnknown Any = new(null);
    public static readonly CelUnknown Bool = new(CelKind.Bool);
    public static readonly CelUnknown String = new(CelKind.String);

    private CelUnknown(CelKind? type) => Type = type;

    public override CelKind Kind => CelKind.Unknown;

    /// <summary>What the value is, where that is known though the value is not.</summary>
    public CelKind? Type { get; }

    public static CelUnknown Of(CelKind? type) => type switch
    {
        null => Any,
        CelKind.Bool => Bool,
        CelKind.String => String,
        _ => new CelUnknown(type),
    };
}

internal sealed class CelNull : CelValue
{
    public static readonly CelNull Value = new();

    public override CelKind Kind => CelKind.Null;
}

internal sealed class CelBool : CelValue
{
    public static readonly CelBool True = new(true);
    public static readonly CelBool False = new(false);

    private CelBool(bool value) => Value = value;

    public override CelKind Kind => CelKind.Bool;

    public bool Value { get; }
}

internal sealed class CelInt : CelValue
{
    private static readonly CelInt[] Small = [.. Enumerable.Range(-1, 258).Select(static value => new CelInt(value))];

    private CelInt(long value) => Value = value;

    public override CelKind Kind => CelKind.Int;

    public long Value { get; }

    public new static CelInt Of(long value) => value is >= -1 and <= 256 ? Small[value + 1] : new CelInt(value);
}

internal sealed class CelUint(ulong value) : CelValue
{
    public override CelKind Kind => CelKind.Uint;

    public ulong Value { get; } = value;
}

internal sealed class CelDouble(double value) : CelValue
{
    public override CelKind Kind => CelKind.Double;

    public double Value { get; } = value;
}

internal sealed class CelString(string value) : CelValue
{
    public override CelKind Kind => CelKind.String;

    public string Value { get; } = value;
}

internal sealed class CelBytes(byte[] value) : CelValue
{
    public override CelKind Kind => CelKind.Bytes;

    public byte[] Value { get; } = value;
}

/// <summary>A point in time, between the years 1 and 9999.</summary>
/// <param name="seconds">Since 1970.</param>
/// <param name="nanoseconds">0 to 999,999,999 more.</param>
internal sealed class CelTimestamp(long seconds, int nanoseconds, int offset = 0) : CelValue
{
    public const long First = -62135596800;
    public const long Last = 253402300799;

    public override CelKind Kind => CelKind.Timestamp;

    public long Seconds { get; } = seconds;

    public int Nanoseconds { get; } = nanoseconds;

    /// <summary>Seconds east of Greenwich that it was written with: only its text shows them.</summary>
    public int Offset { get; } = offset;
}

/// <param name="nanoseconds">As Go counts: at most about 292 years.</param>
internal sealed class CelDuration(long nanoseconds) : CelValue
{
    public override CelKind Kind => CelKind.Duration;

    public long Nanoseconds { get; } = nanoseconds;
}

/// <summary>A type as a value: <c>type(1)</c>, <c>int</c>.</summary>
internal sealed class CelTypeValue(string name) : CelValue
{
    public override CelKind Kind => CelKind.Type;

    public string Name { get; } = name;
}

/// <param name="value"><see langword="null"/> for none.</param>
internal sealed class CelOptional(CelValue? value) : CelValue
{
    public static readonly CelOptional None = new(null);

    public override CelKind Kind => CelKind.Optional;

    public CelValue? Value { get; } = value;
}

/// <summary>What only equality may look into.</summary>
internal sealed class CelOpaque(DataValue value) : CelValue
{
    public override CelKind Kind => CelKind.Opaque;

    public DataValue Value { get; } = value;
}
