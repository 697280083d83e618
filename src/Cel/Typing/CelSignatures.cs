namespace GitOps;

/// <summary>What a function takes and gives.</summary>
/// <param name="Receiver">What it is called on, or <see langword="null"/>.</param>
internal sealed record CelSignature(CelType? Receiver, IReadOnlyList<CelType> Parameters, CelType Result, CelLibrary Library);

/// <summary>The signatures of all functions, and who has them.</summary>
internal static class CelSignatures
{
    private const CelLibrary Everywhere = CelLibrary.Kubernetes | CelLibrary.Flux;

    /// <summary>A line is a receiver's type with a dot after it (or none), the name, the types taken and the type given. A, B, K, V are open.</summary>
    private static readonly Lazy<Dictionary<string, List<CelSignature>>> All = new(static () =>
    {
        var all = new Dictionary<string, List<CelSignature>>(StringComparer.Ordinal);
        Read(all, Everywhere, Standard);
        Read(all, Everywhere, Strings);
        Read(all, Everywhere, Sets);
        Read(all, Everywhere, Optionals);
        Read(all, CelLibrary.Flux, FluxOnly);
        Read(all, CelLibrary.Kubernetes, KubernetesLists);
        Read(all, CelLibrary.Kubernetes, KubernetesTypes);
        foreach (var name in CelFormat.Names)
            Add(all, "format." + name, new CelSignature(null, [], CelType.Named("kubernetes.NamedFormat")!, CelLibrary.Kubernetes));
        return all;
    });

    private const string Standard = """
        | size(string) int
        | size(bytes) int
        | size(list<A>) int
        | size(map<A, B>) int
        string | size() int
        bytes | size() int
        list<A> | size() int
        map<A, B> | size() int
        | type(A) type<A>
        | dyn(A) dyn
        | bool(bool) bool
        | bool(string) bool
        | bytes(bytes) bytes
        | bytes(string) bytes
        | double(double) double
        | double(int) double
        | double(uint) double
        | double(string) double
        | int(int) int
        | int(uint) int
        | int(double) int
        | int(string) int
        | int(timestamp) int
        | int(duration) int
        | uint(uint) uint
        | uint(int) uint
        | uint(double) uint
        | uint(string) uint
        | string(string) string
        | string(bool) string
        | string(int) string
        | string(uint) string
        | string(double) string
        | string(bytes) string
        | string(timestamp) string
        | string(duration) string
        | timestamp(timestamp) timestamp
        | timestamp(string) timestamp
        | timestamp(int) timestamp
        | duration(duration) duration
        | duration(string) duration
        string | contains(string) bool
        string | startsWith(string) bool
        string | endsWith(string) bool
        string | matches(string) bool
        | matches(string, string) bool
        timestamp | getFullYear() int
        timestamp | getFullYear(string) int
        timestamp | getMonth() int
        timestamp | getMonth(string) int
        timestamp | getDate() int
        timestamp | getDate(string) int
        timestamp | getDayOfMonth() int
        timestamp | getDayOfMonth(string) int
        timestamp | getDayOfWeek() int
        timestamp | getDayOfWeek(string) int
        timestamp | getDayOfYear() int
        timestamp | getDayOfYear(string) int
        timestamp | getHours() int
        timestamp | getHours(string) int
        duration | getHours() int
        timestamp | getMinutes() int
        timestamp | getMinutes(string) int
        duration | getMinutes() int
        timestamp | getSeconds() int
        timestamp | getSeconds(string) int
        duration | getSeconds() int
        timestamp | getMilliseconds() int
        timestamp | getMilliseconds(string) int
        duration | getMilliseconds() int
        """;

    private const string Strings = """
        string | charAt(int) string
        string | indexOf(string) int
        string | indexOf(string, int) int
        string | lastIndexOf(string) int
        string | lastIndexOf(string, int) int
        string | lowerAscii() string
        string | upperAscii() string
        string | replace(string, string) string
        string | replace(string, string, int) string
        string | split(string) list<string>
        string | split(string, int) list<string>
        string | substring(int) string
        string | substring(int, int) string
        string | trim() string
        string | format(list<dyn>) string
        | strings.quote(string) string
        list<string> | join() string
        list<string> | join(string) string
        """;

    private const string Sets = """
        | sets.contains(list<A>, list<A>) bool
        | sets.equivalent(list<A>, list<A>) bool
        | sets.intersects(list<A>, list<A>) bool
        """;

    private const string Optionals = """
        | optional.of(A) optional<A>
        | optional.ofNonZeroValue(A) optional<A>
        | optional.none() optional<A>
        | optional.unwrap(list<optional<A>>) list<A>
        list<optional<A>> | unwrapOpt() list<A>
        optional<A> | hasValue() bool
        optional<A> | value() A
        optional<A> | or(optional<A>) optional<A>
        optional<A> | orValue(A) A
        list<A> | first() optional<A>
        list<A> | last() optional<A>
        """;

    private const string FluxOnly = """
        string | reverse() string
        | base64.encode(bytes) string
        | base64.decode(string) bytes
        """;

    private const string KubernetesLists = """
        list<int> | isSorted() bool
        list<uint> | isSorted() bool
        list<double> | isSorted() bool
        list<bool> | isSorted() bool
        list<duration> | isSorted() bool
        list<timestamp> | isSorted() bool
        list<string> | isSorted() bool
        list<bytes> | isSorted() bool
        list<int> | sum() int
        list<uint> | sum() uint
        list<double> | sum() double
        list<duration> | sum() duration
        list<int> | min() int
        list<uint> | min() uint
        list<double> | min() double
        list<bool> | min() bool
        list<duration> | min() duration
        list<timestamp> | min() timestamp
        list<string> | min() string
        list<bytes> | min() bytes
        list<int> | max() int
        list<uint> | max() uint
        list<double> | max() double
        list<bool> | max() bool
        list<duration> | max() duration
        list<timestamp> | max() timestamp
        list<string> | max() string
        list<bytes> | max() bytes
        list<A> | indexOf(A) int
        list<A> | lastIndexOf(A) int
        list<A> | slice(int, int) list<A>
        list<list<A>> | flatten() list<A>
        list<dyn> | flatten(int) list<dyn>
        list<A> | distinct() list<A>
        list<A> | reverse() list<A>
        list<int> | sort() list<int>
        list<uint> | sort() list<uint>
        list<double> | sort() list<double>
        list<bool> | sort() list<bool>
        list<duration> | sort() list<duration>
        list<timestamp> | sort() list<timestamp>
        list<string> | sort() list<string>
        list<bytes> | sort() list<bytes>
        | lists.range(int) list<int>
        """;

    private const string KubernetesTypes = """
        string | find(string) string
        string | findAll(string) list<string>
        string | findAll(string, int) list<string>
        | isURL(string) bool
        | url(string) kubernetes.URL
        kubernetes.URL | getScheme() string
        kubernetes.URL | getHost() string
        kubernetes.URL | getHostname() string
        kubernetes.URL | getPort() string
        kubernetes.URL | getEscapedPath() string
        kubernetes.URL | getQuery() map<string, list<string>>
        | isIP(string) bool
        | ip(string) net.IP
        | ip.isCanonical(string) bool
        | string(net.IP) string
        net.IP | family() int
        net.IP | isUnspecified() bool
        net.IP | isLoopback() bool
        net.IP | isLinkLocalMulticast() bool
        net.IP | isLinkLocalUnicast() bool
        net.IP | isGlobalUnicast() bool
        | isCIDR(string) bool
        | cidr(string) net.CIDR
        | string(net.CIDR) string
        net.CIDR | containsIP(string) bool
        net.CIDR | containsIP(net.IP) bool
        net.CIDR | containsCIDR(string) bool
        net.CIDR | containsCIDR(net.CIDR) bool
        net.CIDR | ip() net.IP
        net.CIDR | prefixLength() int
        net.CIDR | masked() net.CIDR
        | isQuantity(string) bool
        | quantity(string) kubernetes.Quantity
        | sign(kubernetes.Quantity) int
        kubernetes.Quantity | isInteger() bool
        kubernetes.Quantity | asInteger() int
        kubernetes.Quantity | asApproximateFloat() double
        kubernetes.Quantity | add(kubernetes.Quantity) kubernetes.Quantity
        kubernetes.Quantity | add(int) kubernetes.Quantity
        kubernetes.Quantity | sub(kubernetes.Quantity) kubernetes.Quantity
        kubernetes.Quantity | sub(int) kubernetes.Quantity
        kubernetes.Quantity | isGreaterThan(kubernetes.Quantity) bool
        kubernetes.Quantity | isLessThan(kubernetes.Quantity) bool
        kubernetes.Quantity | compareTo(kubernetes.Quantity) int
        | isSemver(string) bool
        | isSemver(string, bool) bool
        | semver(string) kubernetes.Semver
        | semver(string, bool) kubernetes.Semver
        kubernetes.Semver | major() int
        kubernetes.Semver | minor() int
        kubernetes.Semver | patch() int
        kubernetes.Semver | isGreaterThan(kubernetes.Semver) bool
        kubernetes.Semver | isLessThan(kubernetes.Semver) bool
        kubernetes.Semver | compareTo(kubernetes.Semver) int
        | format.named(string) optional<kubernetes.NamedFormat>
        kubernetes.NamedFormat | validate(string) optional<list<string>>
        """;

    /// <summary>The signatures of a name that a library has.</summary>
    public static IEnumerable<CelSignature> Of(string name, CelLibrary library) =>
        All.Value.TryGetValue(name, out var found) ? found.Where(signature => (signature.Library & library) != 0) : [];

    public static IEnumerable<string> Names => All.Value.Keys;

    /// <summary>The name that a chain of plain fields spells, <c>a.b.c</c>, or <see langword="null"/>.</summary>
    public static string? Qualified(CelNode node) => node switch
    {
        CelIdentifier name => name.Name,
        CelSelect { IsTest: false, IsOptional: false } select => Qualified(select.Operand) is { } operand ? operand + "." + select.Field : null,
        _ => null,
    };

    /// <summary>The function of several names that a call means, <c>sets.contains</c>, or <see langword="null"/>.</summary>
    public static string? Qualified(CelNode target, string name) =>
        Qualified(target) is { } prefix && CelFunctions.Exists(prefix + "." + name) ? prefix + "." + name : null;

    private static void Add(Dictionary<string, List<CelSignature>> all, string name, CelSignature signature)
    {
        if (!all.TryGetValue(name, out var known))
            all[name] = known = [];
        known.Add(signature);
    }

    private static void Read(Dictionary<string, List<CelSignature>> all, CelLibrary library, string lines)
    {
        foreach (var line in lines.Split('\n'))
        {
            var bar = line.IndexOf('|');
            var open = line.IndexOf('(');
            var close = line.IndexOf(')');
            var receiver = line.Substring(0, bar).Trim();
            var parameters = line.Substring(open + 1, close - open - 1);
            Add(all, line.Substring(bar + 1, open - bar - 1).Trim(), new CelSignature(
                receiver.Length == 0 ? null : Single(receiver), parameters.Length == 0 ? [] : Types(parameters), Single(line.Substring(close + 1).Trim()), library));
        }
    }

    private static CelType Single(string text) => Types(text)[0];

    private static CelType[] Types(string text)
    {
        var at = 0;
        return Types(text, ref at);
    }

    private static CelType[] Types(string text, ref int at)
    {
        var types = new List<CelType>();
        while (at < text.Length)
        {
            var start = at;
            while (at < text.Length && text[at] is not (',' or '<' or '>'))
                at++;
            var name = text.Substring(start, at - start).Trim();
            CelType[] arguments = [];
            if (at < text.Length && text[at] == '<')
            {
                at++;
                arguments = Types(text, ref at);
            }
            types.Add((name, arguments) switch
            {
                ("list", [var item]) => CelType.List(item),
                ("map", [var key, var value]) => CelType.Map(key, value),
                ("optional", [var value]) => CelType.Optional(value),
                ("type", [var type]) => CelType.TypeOf(type),
                ({ Length: 1 }, []) => CelType.Parameter(name),
                ("timestamp", []) => CelType.Timestamp,
                ("duration", []) => CelType.Duration,
                _ => CelType.Named(name) ?? throw new InvalidOperationException($"'{name}' in a signature is no type."),
            });
            if (at >= text.Length || text[at++] == '>')
                break;
            if (at < text.Length && text[at - 1] != ',')
                break;
        }
        return [.. types];
    }
}
