namespace GitOps;

/// <summary>
/// A component written in C#: its properties with <c>[Variable]</c> are what its users set, and inside it stands the variable's text. The rule is about C# and
/// has no other front.
/// </summary>
internal static class VariablePropertyRule
{
    public const string Id = RuleIds.VariableProperty;
    public const string Title = "A property cannot be a variable of its component";
    public const string Message = "'{0}' cannot be a variable: {1}";
    public const string ValueMessage = "'{0}' is what one user of the component sets, and the component's texts are written once for all; write Variables.{0}, which stands for '{1}'";
}
