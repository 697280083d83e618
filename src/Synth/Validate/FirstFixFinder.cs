namespace GitOps;

/// <summary>Among many errors, the one behind which most of the cluster waits.</summary>
internal static class FirstFixFinder
{
    /// <param name="waiting">How many Kustomizations wait for one, by its address.</param>
    public static FirstFix? Find(IReadOnlyList<ReportedFinding> findings, Func<string, int> waiting)
    {
        FirstFix? best = null;
        foreach (var item in findings)
        {
            if (item.Finding.Severity != FindingSeverity.Error) continue;
            var candidate = new FirstFix(item, item.App.Length == 0 ? 0 : waiting(item.App));
            if (best is null || IsBefore(candidate, best)) best = candidate;
        }
        return best;
    }

    private static bool IsBefore(FirstFix a, FirstFix b)
    {
        if (a.Waiting != b.Waiting) return a.Waiting > b.Waiting;
        // What cannot be read or built hides what is behind it.
        return Stage(a.Finding.Finding.Id) < Stage(b.Finding.Finding.Id);
    }

    private static int Stage(string id) => id["GOPS".Length] switch { '0' => 0, '3' => 1, '7' => 2, '2' => 3, '1' => 4, _ => 5 };
}
