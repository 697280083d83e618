namespace GitOps;

/// <summary>What a function does with its arguments; <see langword="null"/> when it takes none like these.</summary>
/// <param name="arguments">The receiver first, if it was called on one; none is an error or unknown.</param>
/// <param name="isMember">It was called on a receiver.</param>
internal delegate CelValue? CelFunction(CelValue[] arguments, bool isMember, CelBudget budget);

/// <summary>All functions by their names.</summary>
internal static class CelFunctions
{
    private static readonly Dictionary<string, CelFunction> All = Collect();

    private static readonly Dictionary<string, CelTypeValue> Types = new[]
    {
        "bool", "int", "uint", "double", "string", "bytes", "list", "map", "null_type", "type", "google.protobuf.Timestamp", "google.protobuf.Duration", "optional_type",
        "kubernetes.Quantity", "net.IP", "net.CIDR", "kubernetes.URL", "kubernetes.Semver", "kubernetes.NamedFormat",
    }.ToDictionary(static name => name, static name => new CelTypeValue(name), StringComparer.Ordinal);

    public static IEnumerable<string> Names => All.Keys;

    public static bool Exists(string name) => All.ContainsKey(name);

    /// <summary>The type of a name, as a value.</summary>
    public static CelTypeValue? TypeNamed(string name) => Types.TryGetValue(name, out var type) ? type : null;

    public static CelValue Call(string name, CelValue[] arguments, bool isMember, CelBudget budget)
    {
        // Two that look at no value: what it is, is known though the value is not.
        if (!isMember && arguments is [CelUnknown { Type: { } type }] && name == "type")
            return TypeOf(type);
        if (!isMember && arguments.Length == 1 && name == "dyn")
            return arguments[0];
        if (!All.TryGetValue(name, out var function))
            return new CelError($"there is no function '{name}'");
        CelValue? error = null;
        var isUnknown = false;
        foreach (var argument in arguments)
        {
            isUnknown |= argument.IsUnknown;
            if (argument.IsError)
                error ??= argument;
        }
        // A collection of which a part is unknown is known to nobody but to operators and macros.
        if (isUnknown || arguments.Any(static argument => argument is CelList { IsPartial: true } or CelMap { IsPartial: true }))
            return CelUnknown.Any;
        if (error is not null)
            return error;
        return function(arguments, isMember, budget) ?? new CelError($"'{name}' takes no {string.Join(", ", arguments.Select(static argument => argument.TypeName))}");
    }

    private static CelValue TypeOf(CelKind kind) => kind switch
    {
        CelKind.Bool => Types["bool"],
        CelKind.Int => Types["int"],
        CelKind.Double => Types["double"],
        CelKind.String => Types["string"],
        CelKind.Bytes => Types["bytes"],
        CelKind.List => Types["list"],
        CelKind.Map => Types["map"],
        CelKind.Timestamp => Types["google.protobuf.Timestamp"],
        CelKind.Duration => Types["google.protobuf.Duration"],
        _ => CelUnknown.Any,
    };

    private static Dictionary<string, CelFunction> Collect()
    {
        var all = new Dictionary<string, CelFunction>(StringComparer.Ordinal);
        CelStandardFunctions.AddTo(all);
        CelTimeFunctions.AddTo(all);
        CelStringFunctions.AddTo(all);
        CelListFunctions.AddTo(all);
        CelKubernetesFunctions.AddTo(all);
        return all;
    }
}
