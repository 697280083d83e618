namespace GitOps;

/// <summary>
/// The app brings the CustomResourceDefinitions of API groups, as an operator's chart does: <c>[Provides("volsync.backube")]</c>. An app that has objects of such a group and does not
/// depend on it, directly or through others, is warned about (GOPS1015).
/// </summary>
/// <param name="groups">The API groups, such as <c>postgresql.cnpg.io</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = true)]
public sealed class ProvidesAttribute(params string[] groups) : Attribute
{
    /// <summary>The API groups.</summary>
    public IReadOnlyList<string> Groups { get; } = groups;
}
