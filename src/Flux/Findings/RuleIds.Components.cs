namespace GitOps;

internal static partial class RuleIds
{
    // 2xxx: substitution

    /// <summary>What is set on one component counts for another too, which says nothing of it.</summary>
    public const string SharedVariable = "GOPS2018";

    // 3xxx: kustomize

    /// <summary>An app lists one component twice.</summary>
    public const string ComponentTwice = "GOPS3014";

    /// <summary>A property of a component written in C# that cannot be its variable, or is used as if it were the variable's text.</summary>
    public const string VariableProperty = "GOPS3015";
}
