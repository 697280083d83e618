using System.Runtime.CompilerServices;
using System.Text.Json;

namespace GitOps;

/// <summary>
/// An object of any kind, without a model: <c>new Manifest("traefik.io/v1alpha1", "Middleware", "auth") { ["spec"] = new() { … } }</c>.
/// </summary>
public sealed class Manifest : KubernetesObject
{
    private readonly Values fields = new();

    /// <summary>An object of any kind.</summary>
    /// <param name="apiVersion">Group and version: <c>v1</c>, <c>apps/v1</c>.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="name">Its name; <see langword="null"/>: the app's.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public Manifest(string apiVersion, string kind, string? name = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
        : base(name, file, line)
    {
        ArgumentException.ThrowIfNullOrEmpty(apiVersion);
        ArgumentException.ThrowIfNullOrEmpty(kind);
        ApiVersion = apiVersion;
        Kind = kind;
    }

    /// <inheritdoc/>
    public override string ApiVersion { get; }

    /// <inheritdoc/>
    public override string Kind { get; }

    /// <summary>A field at the top of the object, such as <c>spec</c> or <c>data</c>.</summary>
    public Values this[string field]
    {
        get => fields[field];
        set => fields[field] = value;
    }

    /// <summary>
    /// An object from anything that System.Text.Json can serialise, such as the classes of KubernetesClient: the serialiser's attributes decide the names,
    /// and properties that are null are left out.
    /// </summary>
    /// <param name="value">An object with <c>apiVersion</c>, <c>kind</c> and <c>metadata</c> once serialised.</param>
    /// <param name="options">How to serialise; <see langword="null"/>: camel-case names for properties without an attribute, enums by name, times in UTC.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    /// <exception cref="ArgumentException">The result is no Kubernetes object.</exception>
    public static Manifest From(object value, JsonSerializerOptions? options = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        JsonManifest.From(value, options, file, line);

    /// <summary>One or more objects as YAML text, written as they stand.</summary>
    /// <param name="yaml">The text; several documents are separated by <c>---</c>.</param>
    /// <param name="fileName">The file it goes to; by default the lower-case kind of its first object.</param>
    /// <param name="file">Filled in by the compiler.</param>
    /// <param name="line">Filled in by the compiler.</param>
    public static YamlManifest Yaml(string yaml, string? fileName = null, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        new(yaml, fileName, file, line);

    /// <inheritdoc/>
    protected internal override void WriteFields(ObjectWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Fields(fields);
    }
}
