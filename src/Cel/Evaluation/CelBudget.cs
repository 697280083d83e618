namespace GitOps;

/// <summary>
/// How much work may be done: a step is about the evaluation of one node, one item of a list that is made, or sixteen characters of a text that is looked through. Rules of
/// one object may share one. What runs out of it is unknown, never an error.
/// </summary>
internal sealed class CelBudget(long steps = CelBudget.Default)
{
    /// <summary>A million steps, some 15 ms once the code is warm. What Kubernetes allows one rule is a million of its own, somewhat larger ones.</summary>
    public const long Default = 1_000_000;

    public long Left { get; private set; } = steps;

    public bool IsSpent => Left <= 0;

    /// <summary>Spends some; <see langword="false"/> when nothing is left.</summary>
    public bool Spend(long steps = 1)
    {
        Left -= steps;
        return Left > 0;
    }

    /// <summary>Looks through a text of this many characters.</summary>
    public bool SpendText(long characters) => Spend(1 + characters / 16);
}
