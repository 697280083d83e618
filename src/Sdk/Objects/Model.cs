namespace GitOps;

/// <summary>A typed part of a Kubernetes object, made from an API's schema. Each model writes itself as YAML; nothing here uses reflection.</summary>
public abstract class Model
{
    /// <summary>Set when this model stands for a reference whose names are known only when the tree is written.</summary>
    internal Func<ReferenceContext, Model>? Deferred { get; init; }

    /// <summary>Comments for single fields, by the field's YAML name: <c>Comments = new() { ["tag"] = "renovate: datasource=docker depName=…" }</c>.</summary>
    public FieldComments? Comments { get; init; }

    /// <summary>Writes the fields that are set, in the schema's order. Generated models implement it.</summary>
    /// <param name="writer">Where to.</param>
    protected internal abstract void WriteFields(ObjectWriter writer);
}
