using System.Runtime.CompilerServices;
using GitOps.Models.DragonflyDb;

namespace GitOps;

/// <summary>
/// One of the numbered databases of a shared Dragonfly, claimed by the app that lists it: no other app may have the same number, for each would read and flush the other's keys.
/// It makes no objects. Numbers are given by hand, so that an app that comes or goes changes nobody else's.
/// <code>
/// private DragonflyDatabase Cache =&gt; field ??= new(Ref&lt;DragonflyCluster&gt;.To(dragonfly =&gt; dragonfly.Cache), 2);
/// </code>
/// </summary>
public class DragonflyDatabase : Construct
{
    /// <summary>The port that the operator gives every Dragonfly.</summary>
    public const int Port = 6379;

    private const int Last = 15;

    private readonly ObjectRef<Dragonfly> dragonfly;

    /// <summary>Claims a database.</summary>
    /// <param name="dragonfly">The Dragonfly, of this app or another.</param>
    /// <param name="index">The database's number, 0 to 15: a Dragonfly has 16 unless told otherwise.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ReferenceException">A Dragonfly has no database of that number.</exception>
    public DragonflyDatabase(ObjectRef<Dragonfly> dragonfly, int index, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(file, line)
    {
        ArgumentNullException.ThrowIfNull(dragonfly);
        // A finding at the line that made it, like all that is wrong with a construct.
        if (index is < 0 or > Last)
            throw new ReferenceException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"this {GetType().Name} claims database {index}, and a Dragonfly has 0 to {Last}; take a number that is free"), Place);
        this.dragonfly = dragonfly;
        Index = index;
    }

    /// <summary>The database's number.</summary>
    public int Index { get; }

    /// <summary>The host name of the Dragonfly's Service, which is called like the Dragonfly unless that says otherwise.</summary>
    public string Host => $"{dragonfly.Object.Spec?.ServiceSpec?.Name ?? dragonfly.Name}.{dragonfly.Namespace}.svc.cluster.local";

    /// <summary>Host, port and number as one address, without a password: <c>redis://dragonfly.database.svc.cluster.local:6379/2</c>.</summary>
    public string Url => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"redis://{Host}:{Port}/{Index}");

    /// <inheritdoc/>
    protected internal override IReadOnlyList<Dependency> Needs => [Dependency.On(dragonfly)];

    /// <inheritdoc/>
    protected override ManifestList Compose() => [];

    internal override IReadOnlyList<ExclusiveClaim> Claims => [new($"database {Index.ToString(System.Globalization.CultureInfo.InvariantCulture)} of Dragonfly '{dragonfly.Namespace}/{dragonfly.Name}'")];
}
