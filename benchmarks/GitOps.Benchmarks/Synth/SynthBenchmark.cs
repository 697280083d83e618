using System.Globalization;

namespace GitOps.Benchmarks;

/// <summary>What synth costs: whole processes that write the same cluster, in turn, so that all meet the same neighbours on the machine.</summary>
internal static class SynthBenchmark
{
    private static readonly string[] Contenders = ["nothing", "bytes-apps", "bytes", "writer", "render", "render-checked", "synth", "synth-checked"];

    public static int Measure(string[] args)
    {
        var rounds = args is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 5;
        int[] sizes = args is [_, var only] ? [int.Parse(only, CultureInfo.InvariantCulture)] : [1_000, 10_000];
        var scratch = Directory.CreateTempSubdirectory("gitops-benchmark-").FullName;
        try
        {
            var medians = new Dictionary<int, Dictionary<string, Measured>>();
            foreach (var apps in sizes)
                medians.Add(apps, Table(apps, rounds, scratch));
            var verdicts = new Verdicts();
            foreach (var apps in sizes)
                Judge(apps, medians[apps], verdicts);
            if (sizes is [var small, var large])
                verdicts.Ratio($"linear: an app's share of {large:N0} against one of {small:N0}, the empty process left out", 1.25,
                    (Net(medians[large]) / large) / (Net(medians[small]) / small));
            return verdicts.Print();
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static double Net(Dictionary<string, Measured> medians) => medians["synth"].Cpu - medians["nothing"].Cpu;

    private static void Judge(int apps, Dictionary<string, Measured> medians, Verdicts verdicts)
    {
        var (bytes, writer, synth, all) = (medians["bytes"], medians["writer"], medians["synth"], medians["synth-checked"]);
        verdicts.Ratio($"{apps:N0} apps, checks off: CPU against the bytes of the same files", 2, synth.Cpu / bytes.Cpu);
        verdicts.Ratio($"{apps:N0} apps, checks off: CPU against the bare writer of the same objects", 1.5, synth.Cpu / writer.Cpu);
        verdicts.Ratio($"{apps:N0} apps, every rule: CPU against the bytes of the same files", 4, all.Cpu / bytes.Cpu);
        verdicts.AtMost($"{apps:N0} apps, checks off: peak working set", 150, synth.PeakMegabytes, "MB");
        verdicts.Ratio($"{apps:N0} apps, nothing changed: CPU against writing", 1, medians["again"].Cpu / synth.Cpu);
        verdicts.AtMost($"{apps:N0} apps, nothing changed: files written", 0, medians["again"].Files, "files");
    }

    private static Dictionary<string, Measured> Table(int apps, int rounds, string scratch)
    {
        var count = apps.ToString(CultureInfo.InvariantCulture);
        var record = Path.Combine(scratch, count + ".record");
        var runs = new Dictionary<string, List<Measured>>();
        using (var sample = new Folder(Path.Combine(scratch, "sample")))
        {
            Measured.Process("run-synth", "synth", count, sample.Path);
            SynthContenders.Record(sample.Path, record);
        }

        for (var round = 0; round < rounds; round++)
        {
            foreach (var contender in Contenders)
            {
                using var folder = new Folder(Path.Combine(scratch, "tree"));
                File.CreateSymbolicLink(folder.Path + ".record", record);
                Add(contender, Measured.Process("run-synth", contender, count, folder.Path));
                if (contender == "synth")
                    Add("again", Measured.Process("run-synth", contender, count, folder.Path));
                else if (contender == "synth-checked")
                    Add("again-checked", Measured.Process("run-synth", contender, count, folder.Path));
                File.Delete(folder.Path + ".record");
            }
        }

        var medians = runs.ToDictionary(static pair => pair.Key, static pair => Measured.Median(pair.Value));
        Console.WriteLine(FormattableString.Invariant($"{apps:N0} apps of {AppDocuments.Files} files; median of {rounds} rounds in turn"));
        Console.WriteLine("  contender          CPU s   noise   wall s  peak MB   CPU x bytes");
        foreach (var (contender, median) in medians)
            Console.WriteLine(FormattableString.Invariant(
                $"  {contender,-16} {median.Cpu,7:F3}  {Measured.Noise(runs[contender]),6:P0}  {median.Wall,7:F3}  {median.PeakMegabytes,7:F0}   {median.Cpu / medians["bytes"].Cpu,8:F2}"));
        Console.WriteLine();
        return medians;

        void Add(string contender, Measured run)
        {
            if (!runs.TryGetValue(contender, out var all))
                runs.Add(contender, all = []);
            all.Add(run);
        }
    }

    /// <summary>A repository for one run.</summary>
    private sealed class Folder : IDisposable
    {
        public Folder(string path)
        {
            Path = path;
            Directory.CreateDirectory(path);
            SynthContenders.Prepare(path);
        }

        public string Path { get; }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
