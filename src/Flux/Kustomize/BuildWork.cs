namespace GitOps;

/// <summary>How many comparisons of patches and replacements with objects one build may take: a second of them.</summary>
internal sealed class BuildWork
{
    private const int Most = 2_000_000;

    private int _left = Most;
    private bool _isSaid;

    public void Reset()
    {
        _left = Most;
        _isSaid = false;
    }

    /// <summary>Whether so many more may be done. When not, nothing is known of what the build makes, which is said once.</summary>
    public bool Spend(FindingPlace place, KustomizeResult into, FindingList findings)
    {
        if (into.Objects.Count <= _left)
        {
            _left -= into.Objects.Count;
            return true;
        }

        into.Objects.Clear();
        into.Hide();
        if (!_isSaid)
            findings.Add(new(RuleIds.UnreadableYaml, FindingSeverity.Warning, "there are more patches of more objects here than are followed: nothing is said of what this build makes", place));
        _isSaid = true;
        return false;
    }
}
