namespace GitOps;

internal static class CelSignatures
{
    /// <summary>The name that a chain of plain fields spells, <c>a.b.c</c>, or <see langword="null"/>.</summary>
    public static string? Qualified(CelNode node) => node switch
    {
        CelIdentifier name => name.Name,
        CelSelect { IsTest: false, IsOptional: false } select => Qualified(select.Operand) is { } operand ? operand + "." + select.Field : null,
        _ => null,
    };

    /// <summary>The function of several names that a call means, <c>sets.contains</c>, or <see langword="null"/>.</summary>
    public static string? Qualified(CelNode target, string name) =>
        Qualified(target) is { } prefix && CelFunctions.Exists(prefix + "." + name) ? prefix + "." + name : null;
}
