namespace GitOps;

/// <summary>How many characters substitution may make of one cluster's texts in all: a hundred times what large clusters have, and what a machine can hold.</summary>
internal sealed class SubstitutionBudget
{
    public const int Most = 64_000_000;

    private long _left = Most;

    /// <summary>More was asked for than there is.</summary>
    public bool IsSpent => _left < 0;

    /// <summary>Whether a text of that length may still be kept; when not, it is unknown, and <see cref="ValueChangesTypeRule"/> says so.</summary>
    public bool Take(int characters) => !IsSpent && (_left -= characters) >= 0;
}
