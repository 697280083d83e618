namespace GitOps;

/// <summary>What a <c>[Variable]</c> property holds, as far as its member in the texts and its value's text go.</summary>
internal enum VariablePropertyKind
{
    /// <summary>A string, a free-form value, a number or a text: a constant stands for it anywhere.</summary>
    Text,

    /// <summary>A struct that is one text, such as a Quantity: a constant converts to it.</summary>
    TextValue,

    /// <summary>A bool or number: a variable of that type stands for it.</summary>
    Value,
    List,
    Map,
}

/// <summary>A <c>[Variable]</c> property of a component written in C#; of a bool or number the type is the keyword, and a required one has no default.</summary>
internal sealed record VariablePropertySpec(string Name, string Variable, VariablePropertyKind Kind, string Type, string? Default);

/// <summary>The class that such properties belong to, with its declarations and those around it, from the outermost in.</summary>
internal sealed record VariableOwnerSpec(string FullName, string Namespace, string Name, EquatableArray<string> Declarations, bool NeedsConstructor, bool NeedsVariables, bool CallsBase);

/// <summary>A property of a class that can be a variable.</summary>
internal sealed record VariableCandidate(VariableOwnerSpec Owner, VariablePropertySpec Property);

/// <summary>The generated half of a component written in C#.</summary>
internal sealed record WrittenComponentSpec(VariableOwnerSpec Owner, EquatableArray<VariablePropertySpec> Properties);
