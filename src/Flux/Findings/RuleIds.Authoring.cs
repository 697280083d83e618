namespace GitOps;

internal static partial class RuleIds
{
    // 00xx: what the author's code gives

    /// <summary>A constructor or property of the author's threw.</summary>
    public const string AuthorCodeThrew = "GOPS0020";

    /// <summary>A text that no YAML can hold.</summary>
    public const string TextCannotBeWritten = "GOPS0021";

    /// <summary>A reference to an object that nobody lists, or of an app that is not written.</summary>
    public const string ReferenceLeadsNowhere = "GOPS0022";

    /// <summary>Raw YAML that is no Kubernetes object.</summary>
    public const string NotAnObject = "GOPS0023";

    /// <summary>An object listed by two apps.</summary>
    public const string ObjectListedTwice = "GOPS0024";

    /// <summary>OtherSpec sets a field that has a member of its own.</summary>
    public const string FieldHasAMember = "GOPS0025";

    // 2xxx: substitution

    /// <summary>A variable's value that holds a variable.</summary>
    public const string ValueHoldsVariable = "GOPS2015";

    /// <summary>A namespace includes a component that takes variables, and nothing substitutes there.</summary>
    public const string NamespaceComponentTakesVariables = "GOPS2016";

    // 3xxx: kustomize

    /// <summary>A patch of the root replaces a list that a Kustomization in YAML holds itself.</summary>
    public const string ParentPatchReplacesList = "GOPS3004";

    /// <summary>A Namespace that the namespace transformer renames.</summary>
    public const string NamespaceRenamed = "GOPS3005";

    /// <summary>A component whose folder is not there.</summary>
    public const string ComponentMissing = "GOPS3001";

    // 5xxx: what the API server rejects

    /// <summary>A name that Kubernetes rejects.</summary>
    public const string ObjectName = "GOPS5001";

    /// <summary>A duration that cannot be read.</summary>
    public const string DurationLiteral = "GOPS5002";

    /// <summary>A quantity that cannot be read.</summary>
    public const string QuantityLiteral = "GOPS5003";
}
