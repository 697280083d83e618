using System.Reflection;

namespace GitOps;

/// <summary>One assembly of a program with all that it was compiled from.</summary>
/// <param name="Options">The compiler's options, as the PDB keeps them.</param>
internal sealed record ProgramProject(Assembly Assembly, IReadOnlyList<ProgramDocument> Documents, IReadOnlyDictionary<string, string> Options)
{
    public string Name => Assembly.GetName().Name!;
}
