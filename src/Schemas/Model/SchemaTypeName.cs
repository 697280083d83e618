namespace GitOps;

/// <summary>The C# name of a generated type: how one part of a model refers to another.</summary>
internal readonly record struct SchemaTypeName(string Namespace, string Name)
{
    /// <summary>The name with its namespace: <c>GitOps.Models.Kubernetes.SecretKeySelector</c>.</summary>
    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";
}
