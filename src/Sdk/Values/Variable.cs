namespace GitOps;

/// <summary>A substitution variable of a known type, for fields that are not text: <c>MaxHistory = ClusterSettings.Keep</c>.</summary>
/// <typeparam name="T">What the variable's value is: <see cref="bool"/>, <see cref="int"/>, <see cref="long"/> or <see cref="double"/>.</typeparam>
/// <param name="Expression">The whole expression as Flux reads it, such as <c>${KEEP:=3}</c>.</param>
public readonly record struct Variable<T>(string Expression)
    where T : struct
{
    /// <summary>The expression, so that a variable can stand in a longer text.</summary>
    public override string ToString() => Expression;
}
