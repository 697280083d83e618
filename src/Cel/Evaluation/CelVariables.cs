namespace GitOps;

/// <summary>The variables that an expression sees. Immutable: adding one gives a new set.</summary>
internal sealed class CelVariables
{
    public static readonly CelVariables None = new("", CelNull.Value, null);

    private readonly string name;
    private readonly CelValue value;
    private readonly CelVariables? outer;

    private CelVariables(string name, CelValue value, CelVariables? outer)
    {
        this.name = name;
        this.value = value;
        this.outer = outer;
    }

    /// <summary><c>self</c> alone.</summary>
    public static CelVariables Self(CelValue self) => None.With("self", self);

    /// <summary>One more, hiding an outer one of its name.</summary>
    public CelVariables With(string variable, CelValue its) => new(variable, its, this);

    public CelValue? Find(string variable)
    {
        for (var scope = this; scope is not null; scope = scope.outer)
            if (string.Equals(scope.name, variable, StringComparison.Ordinal))
                return scope.value;
        return null;
    }
}
