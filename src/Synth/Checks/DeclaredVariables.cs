using System.Reflection;

namespace GitOps;

/// <summary>The variables that a source's class declares: its constants <c>${NAME}</c>, generated or written by hand.</summary>
internal static class DeclaredVariables
{
    /// <summary>The sources that an assembly declares and that can be made.</summary>
    public static IEnumerable<VariableSourceModel> Of(Assembly assembly) =>
        assembly.GetTypes().Where(static type => type is { IsAbstract: false, ContainsGenericParameters: false } && type.IsSubclassOf(typeof(VariableSource)) && type.GetConstructor(Type.EmptyTypes) is not null)
            .OrderBy(static type => type.FullName, StringComparer.Ordinal).Select(static type => Of((VariableSource)Activator.CreateInstance(type)!));

    public static VariableSourceModel Of(VariableSource source)
    {
        var keys = new List<VariableAssignment>();
        foreach (var field in source.GetType().GetFields(BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy))
            if (field is { IsLiteral: true } && field.GetRawConstantValue() is string text && NameOf(text) is { } name)
                keys.Add(new VariableAssignment(name, null));
        // A class without constants says where variables come from, and not which.
        return new VariableSourceModel(source.Kind, null, source.Name) { Keys = keys, IsOpen = keys.Count == 0, Class = source.GetType().FullName?.Replace('+', '.') };
    }

    /// <summary>Whether a source has a variable; one that does not say what it has may have it.</summary>
    public static bool MayProvide(VariableSource source, string variable) => Of(source) is var declared && (declared.IsOpen || declared.Keys.Any(key => key.Name == variable));

    private static string? NameOf(string text) =>
        text.Length > 3 && text.StartsWith("${", StringComparison.Ordinal) && text[^1] == '}' && VariableName.Fault(text[2..^1]) is null ? text[2..^1] : null;
}
