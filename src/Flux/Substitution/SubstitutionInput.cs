namespace GitOps;

/// <summary>What a substitution works with.</summary>
/// <param name="Variables">The merged map; line breaks are taken out of its values here.</param>
internal sealed record SubstitutionInput(IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>Fail on a variable that is not set and has no default: Flux's own default since 2.9.</summary>
    public bool Strict { get; init; } = true;

    /// <summary><c>substituteStrategy: Always</c>: also without any variable.</summary>
    public bool Always { get; init; }

    /// <summary>In the words of a message: where the variables come from.</summary>
    public string Origin { get; init; } = "the command line";

    /// <summary>kustomize_varsub.go: without variables nothing runs.</summary>
    public bool Runs => Always || Variables.Count > 0;

    public string? Lookup(string name) => Variables.TryGetValue(name, out var value) ? value.Replace("\n", "") : null;
}
