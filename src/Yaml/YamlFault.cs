namespace GitOps;

/// <summary>What is wrong with a YAML text. Layers above turn it into a finding.</summary>
/// <param name="Message">What is wrong; no final full stop.</param>
internal sealed record YamlFault(YamlFaultKind Kind, string Message, YamlMark Place);

/// <summary>What sort of fault it is.</summary>
internal enum YamlFaultKind
{
    /// <summary>Not YAML: nothing after it was read.</summary>
    Syntax,

    /// <summary>An alias without anchor, an alias inside its own anchor, or a merge key without mapping.</summary>
    Alias,

    /// <summary>Too deep, or aliases that unfold to more than any honest file holds.</summary>
    TooLarge,

    /// <summary>A key stands twice in one mapping. Both entries are kept; most readers take the last.</summary>
    DuplicateKey,
}
