using System.Text;

namespace GitOps.Mutants;

/// <summary>The table of kinds, each survivor of the build, and each finding that synth words otherwise.</summary>
internal static class Report
{
    private static readonly string[] Columns = ["CS", "GOPS", "synth", "survived"];

    public static string Of(IReadOnlyList<Verdict> verdicts, int seed)
    {
        var text = new StringBuilder();
        text.AppendLine($"{verdicts.Count} mutants, seed {seed}; stopped by the compiler (CS), by an analyzer or generator (GOPS), by synth alone, or by nothing").AppendLine();
        text.AppendLine("| what was done | mutants | CS | GOPS | synth | survived | ids |").AppendLine("|---|---|---|---|---|---|---|");
        foreach (var kind in verdicts.GroupBy(static verdict => verdict.Mutant.Kind, StringComparer.Ordinal).OrderBy(static kind => kind.Key, StringComparer.Ordinal))
            text.AppendLine(Row(kind.Key, [.. kind]));
        text.AppendLine(Row("all", verdicts)).AppendLine();

        var judged = verdicts.Where(static verdict => verdict.Compiler.Count == 0 && verdict.Analyzers.Count > 0).ToList();
        var same = judged.Where(static verdict => !verdict.NotSaidBySynth.Any()).ToList();
        text.AppendLine($"Of {judged.Count} that only GOPS stops, synth without analyzers stops {judged.Count(static verdict => verdict.Synth is { Count: > 0 })}, {same.Count} with the same ids and words.");
        foreach (var verdict in judged.Except(same))
        {
            text.AppendLine($"- {verdict.Mutant.Kind}: {verdict.Mutant.What}");
            foreach (var said in verdict.NotSaidBySynth)
                text.AppendLine($"  - build: {said}");
            foreach (var said in verdict.Synth ?? [])
                text.AppendLine($"  - synth: {said}");
        }

        text.AppendLine().AppendLine("The build lets through:");
        foreach (var verdict in verdicts.Where(static verdict => !verdict.FailsBuild))
        {
            text.AppendLine($"- {verdict.Mutant.Kind}: {verdict.Mutant.What}");
            foreach (var said in verdict.Synth ?? [])
                text.AppendLine($"  - synth: {said}");
        }

        return text.ToString();
    }

    private static string Row(string name, IReadOnlyList<Verdict> verdicts)
    {
        var ids = verdicts.SelectMany(static verdict => verdict.Compiler.Concat(verdict.Analyzers)).Select(static said => said.Id).Distinct().Order(StringComparer.Ordinal);
        return $"| {name} | {verdicts.Count} | {string.Join(" | ", Columns.Select(column => verdicts.Count(verdict => verdict.KilledBy == column)))} | {(name == "all" ? "" : string.Join(" ", ids))} |";
    }
}
