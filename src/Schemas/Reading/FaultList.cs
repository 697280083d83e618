namespace GitOps;

/// <summary>Collects what is wrong with one file.</summary>
internal sealed class FaultList(string file)
{
    private readonly List<SchemaFault> faults = [];

    public EquatableArray<SchemaFault> ToArray() => faults.OrderBy(fault => fault.Line).ThenBy(fault => fault.Column).ToEquatableArray();

    public void Add(SchemaFaultKind kind, string message, YamlMark at) => faults.Add(new SchemaFault(kind, message, file, at.Line, at.Column));

    public void Invalid(string message, YamlMark at) => Add(SchemaFaultKind.Invalid, message, at);

    public void Unsupported(string message, YamlMark at) => Add(SchemaFaultKind.Unsupported, message, at);
}
