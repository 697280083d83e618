using System.Text;

namespace GitOps;

/// <summary>Writes documents in the one style of the tree: provenance, document start, schema line, then the object.</summary>
internal sealed class DocumentWriter : IDisposable
{
    private static readonly SchemaSubject KustomizationFile = new("kustomize.config.k8s.io", "v1beta1", "Kustomization");

    // Tens of thousands of small files live until the tree is written; in pieces of this size the garbage collector leaves them where they are.
    private const int PieceSize = 256 * 1024;

    private readonly YamlWriter yaml = new();
    private readonly TreeStyle style;
    private bool isFirst = true;
    private byte[] piece = [];
    private int used;

    /// <param name="notes">Where texts that substitution may change are noted, or <see langword="null"/>.</param>
    /// <param name="records">Where the written values are kept, or <see langword="null"/>.</param>
    public DocumentWriter(TreeStyle style, List<WrittenText>? notes = null, DataRecorder? records = null)
    {
        this.style = style;
        yaml.Notes = notes;
        yaml.Records = records;
        Context = new ReferenceContext();
        Fields = new ObjectWriter(yaml, Context);
    }

    public YamlWriter Yaml => yaml;

    /// <summary>Whether the values of HelmReleases are recorded too, for rules that judge them.</summary>
    public bool KeepsHelmValues { get; init; }

    public ObjectWriter Fields { get; }

    public ReferenceContext Context { get; }

    /// <summary>Begins a file.</summary>
    /// <param name="sources">The C# files it comes from, relative to the project.</param>
    public void StartFile(params IReadOnlyList<string> sources)
    {
        yaml.Reset();
        SubstitutedBy(0);
        isFirst = true;
        if (style.Provenance && sources.Count > 0)
            yaml.Comment("from " + string.Join(", ", sources));
    }

    /// <summary>The line of the author's that makes what is written.</summary>
    public FindingPlace? Place => yaml.Records?.Origin as FindingPlace;

    /// <summary>Says which line of the author's makes what is written from here on.</summary>
    public void At(FindingPlace? place)
    {
        if (yaml.Records is { } records)
            records.Origin = place;
    }

    /// <summary>The documents of the file that was just ended, as values; <see langword="null"/> when nobody asks for them.</summary>
    public IReadOnlyList<DataValue>? TakeValues() => yaml.Records?.Take();

    /// <summary>Says how often Flux substitutes what is written from here on.</summary>
    /// <param name="passes">For the document as a whole.</param>
    /// <param name="innerPasses">Of a Flux Kustomization: those that follow over what its patches and images put into the objects it builds.</param>
    /// <param name="holdsBase64">It is a Secret, whose <c>data</c> no substitution reaches.</param>
    public void SubstitutedBy(int passes, int innerPasses = 0, bool holdsBase64 = false)
    {
        yaml.LiteralDollarPasses = passes;
        yaml.SettlesAll = holdsBase64;
        yaml.SettlesTexts = holdsBase64
            ? (writer, text) => writer.Depth == 2 && writer.IsBelow(0, "data") ? LiteralDollars.InBase64(LiteralDollars.Write(text, 0)) : LiteralDollars.Write(text, passes)
            : innerPasses > 0 ? (writer, text) => LiteralDollars.Write(text, LandsInObjects(writer) ? passes + innerPasses : passes) : null;
    }

    private static bool LandsInObjects(YamlWriter writer) =>
        writer.IsBelow(0, "spec") && ((writer.IsBelow(1, "patches") && writer.IsBelow(3, "patch")) || writer.IsBelow(1, "images"));

    /// <summary>Begins a document of an API type; its mapping is open afterwards, <c>apiVersion</c> and <c>kind</c> are written.</summary>
    public void StartDocument(string apiVersion, string kind, string? headComment = null)
    {
        if (style.DocumentStart || !isFirst)
            yaml.Document();
        isFirst = false;
        if (yaml.Records is { } records)
            records.SkipsHelmValues = kind == "HelmRelease" && !KeepsHelmValues;
        if (style.SchemaUrl?.Invoke(Subject(apiVersion, kind)) is { Length: > 0 } url)
            yaml.Comment("yaml-language-server: $schema=" + url);
        if (headComment is not null)
            yaml.Comment(headComment);
        yaml.StartMapping();
        Fields.Field("apiVersion"u8, apiVersion);
        Fields.Field("kind"u8, kind);
    }

    public void StartKustomizationFile() => StartDocument(KustomizationFile.Group + "/" + KustomizationFile.Version, KustomizationFile.Kind);

    public void StartComponentFile() => StartDocument("kustomize.config.k8s.io/v1alpha1", "Component");

    public void EndDocument() => yaml.EndMapping();

    /// <summary>The file's bytes, which stay as they are.</summary>
    public ReadOnlyMemory<byte> EndFile()
    {
        var written = yaml.WrittenSpan;
        if (written.Length > PieceSize)
            return written.ToArray();
        if (piece.Length - used < written.Length)
            (piece, used) = (GC.AllocateUninitializedArray<byte>(PieceSize), 0);
        written.CopyTo(piece.AsSpan(used));
        used += written.Length;
        return piece.AsMemory(used - written.Length, written.Length);
    }

    /// <summary>Writes an object as a document.</summary>
    /// <param name="item">The object.</param>
    /// <param name="isTakenOut">Whether it gets the mark that takes it out of substitution, though its author set none.</param>
    public void Object(KubernetesObject item, bool isTakenOut = false)
    {
        StartDocument(item.ApiVersion, item.Kind, item.HeadComment);
        yaml.Key("metadata"u8);
        yaml.StartMapping();
        var annotations = item.Metadata.Annotations;
        if (item.SubstitutionDisabled || isTakenOut)
            annotations = new Map<string> { annotations ?? [], { SubstitutionSwitch.Key, SubstitutionSwitch.Disabled } };
        Fields.Field("annotations"u8, annotations);
        Fields.Field("finalizers"u8, item.Metadata.Finalizers);
        Fields.Field("labels"u8, item.Metadata.Labels);
        Fields.Field("name"u8, item.ResolvedName);
        Fields.Field("namespace"u8, item.Metadata.Namespace);
        yaml.EndMapping();
        item.WriteFields(Fields);
        EndDocument();
    }

    public void Dispose() => yaml.Dispose();

    /// <summary>The text of one object alone, its literal dollars still marked.</summary>
    public static string TextOf(Action<ObjectWriter> write)
    {
        using var yaml = new YamlWriter { LiteralDollarPasses = LiteralDollars.Keep };
        yaml.StartMapping();
        write(new ObjectWriter(yaml, new ReferenceContext()));
        yaml.EndMapping();
        return Encoding.UTF8.GetString(yaml.WrittenSpan);
    }

    private static SchemaSubject Subject(string apiVersion, string kind) =>
        apiVersion.IndexOf('/', StringComparison.Ordinal) is var slash and >= 0
            ? new SchemaSubject(apiVersion[..slash], apiVersion[(slash + 1)..], kind)
            : new SchemaSubject("", apiVersion, kind);
}
