namespace GitOps;

/// <summary>
/// Makes a property of a component written in C# a variable of its texts. Whoever uses the component sets the property; inside the component the generated
/// class <c>Variables</c> has a member of the same name, which stands for the variable:
/// <code>
/// public sealed partial class Scratch : FluxComponent
/// {
///     [Variable] public required Quantity Capacity { get; init; }
///
///     [Variable] public string StorageClass { get; init; } = "standard";
///
///     protected override ManifestList Manifests =&gt;
///     [
///         new PersistentVolumeClaim(AppName)
///         {
///             Spec = new() { StorageClassName = Variables.StorageClass, Resources = new() { Requests = new() { ["storage"] = Variables.Capacity } } },
///         },
///     ];
/// }
/// </code>
/// A property is <c>required</c>, or its constant value is the variable's default.
/// </summary>
[AttributeUsage(AttributeTargets.Property, Inherited = false)]
public sealed class VariableAttribute : Attribute
{
    /// <summary>A variable called after its class and property: <c>StorageClass</c> of <c>Scratch</c> is <c>SCRATCH_STORAGE_CLASS</c>.</summary>
    public VariableAttribute()
    {
    }

    /// <summary>A variable of this name.</summary>
    /// <param name="name">Letters, digits and <c>_</c>, no digit first.</param>
    public VariableAttribute(string name) => Name = name;

    /// <summary>The variable's name, or <see langword="null"/> for the one made from class and property.</summary>
    public string? Name { get; }
}
