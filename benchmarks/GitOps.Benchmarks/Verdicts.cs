namespace GitOps.Benchmarks;

/// <summary>The end of every measurement: each budget beside what was measured.</summary>
internal sealed class Verdicts
{
    private readonly List<(string What, string Budget, string Measured, bool Holds)> rows = [];

    public void Ratio(string what, double budget, double measured) =>
        rows.Add((what, FormattableString.Invariant($"<= {budget:0.##} x"), FormattableString.Invariant($"{measured:F2} x"), measured <= budget));

    public void AtMost(string what, double budget, double measured, string unit) =>
        rows.Add((what, FormattableString.Invariant($"<= {budget:0.##} {unit}"), FormattableString.Invariant($"{measured:0.##} {unit}"), measured <= budget));

    public void AtLeast(string what, double budget, double measured) =>
        rows.Add((what, FormattableString.Invariant($">= {budget:0.##} x"), FormattableString.Invariant($"{measured:F2} x"), measured >= budget));

    /// <summary>Prints the table; gives the exit code, 1 when a budget does not hold.</summary>
    public int Print()
    {
        Console.WriteLine($"{"",-84} {"budget",12} {"measured",12}  verdict");
        foreach (var (what, budget, measured, holds) in rows)
            Console.WriteLine($"{what,-84} {budget,12} {measured,12}  {(holds ? "holds" : "FAILS")}");
        return rows.TrueForAll(static row => row.Holds) ? 0 : 1;
    }
}
