using System.Diagnostics;
using System.Text;

namespace GitOps.Differential;

/// <summary>The runs of the tool.</summary>
internal static class Runs
{
    public static int Objects(string output, string[] inputs) => Write(output, Inputs.Read(inputs).Select(value => (value, "as it is")));

    public static int Mutate(int seed, int count, string output, string[] inputs)
    {
        // Each kind has its turn, however many objects of it there are.
        var kinds = Inputs.Read(inputs).GroupBy(value => (value.TextOf("apiVersion"), value.TextOf("kind"))).OrderBy(group => group.Key.ToString(), StringComparer.Ordinal).Select(group => group.ToList()).ToList();
        var mutator = new Mutator(new Random(seed));
        return Write(output, Enumerable.Range(0, count).Select(i => mutator.Mutate(kinds[i % kinds.Count][(i / kinds.Count) % kinds[i % kinds.Count].Count])));
    }

    public static int Generate(int seed, int count, string output)
    {
        var random = new Random(seed);
        var samples = new Samples(random);
        var kinds = SchemaSet.Shipped.Kinds.Where(kind => kind.ApiVersion.Contains('.', StringComparison.Ordinal) && SchemaSet.Shipped.Find(kind.ApiVersion, kind.Kind)!.Name.Namespace is not ("GitOps.Models.Kubernetes" or "GitOps.Models.Kustomize")).ToList();
        return Write(output, Enumerable.Range(0, count).Select(i => (samples.Object(SchemaSet.Shipped.Find(kinds[i % kinds.Count].ApiVersion, kinds[i % kinds.Count].Kind)!), "generated")));
    }

    public static int Compare(string output)
    {
        var ours = File.ReadAllLines(Path.Combine(output, "ours.txt"));
        var judge = File.ReadAllLines(Path.Combine(output, "judge.txt")).Where(line => line.StartsWith("ok ", StringComparison.Ordinal) || line.StartsWith("REJECTED ", StringComparison.Ordinal)).ToList();
        if (ours.Length != judge.Count)
        {
            Console.Error.WriteLine($"{ours.Length} verdicts of ours, {judge.Count} of the judge");
            return 2;
        }

        int rejected = 0, different = 0;
        for (var i = 0; i < ours.Length; i++)
        {
            var isOurs = ours[i].Split('\t')[1] == "ok";
            var isTheirs = judge[i].StartsWith("ok ", StringComparison.Ordinal);
            rejected += isTheirs ? 0 : 1;
            if (isOurs == isTheirs)
                continue;
            different++;
            Console.WriteLine($"#{i} {ours[i]}\n    judge: {judge[i]}");
        }

        Console.WriteLine($"{ours.Length} objects, {rejected} rejected by the judge, {different} verdicts differ");
        return different == 0 ? 0 : 1;
    }

    public static int Time(string[] inputs)
    {
        var load = Stopwatch.StartNew();
        SchemaSet.Shipped.Find("kustomize.toolkit.fluxcd.io/v1", "Kustomization");
        Console.WriteLine($"the first kind: {load.Elapsed.TotalMilliseconds:0.0} ms");
        var objects = Inputs.Read(inputs);
        for (var round = 0; round < 8; round++)
        {
            var time = Stopwatch.StartNew();
            var before = GC.GetAllocatedBytesForCurrentThread();
            foreach (var value in objects)
                ObjectValidator.Validate(value, SchemaSet.Shipped);
            Console.WriteLine($"round {round}: {objects.Count} objects, {time.Elapsed.TotalMicroseconds / objects.Count:0.0} µs and {(GC.GetAllocatedBytesForCurrentThread() - before) / objects.Count} bytes each");
        }

        return 0;
    }

    private static int Write(string output, IEnumerable<(DataValue Value, string What)> objects)
    {
        Directory.CreateDirectory(output);
        using var yaml = new StreamWriter(Path.Combine(output, "objects.yaml"), false, new UTF8Encoding(false));
        using var ours = new StreamWriter(Path.Combine(output, "ours.txt"), false, new UTF8Encoding(false));
        var count = 0;
        var time = new Stopwatch();
        foreach (var (value, what) in objects)
        {
            yaml.Write("---\n" + YamlJson.Write(value) + "\n");
            time.Start();
            var issues = Verdict.Of(value);
            time.Stop();
            ours.Write($"{value.TextOf("kind")}/{value["metadata"]?.TextOf("name")}: {what.Replace('\n', ' ').Replace('\t', ' ')}\t{(issues.Count == 0 ? "ok" : string.Join("; ", issues).Replace('\n', ' ').Replace('\t', ' '))}\n");
            count++;
        }

        Console.WriteLine($"{count} objects, {time.Elapsed.TotalMicroseconds / Math.Max(1, count):0} µs each");
        return 0;
    }
}

/// <summary>What we say to an object: everything that would be rejected, warnings among it.</summary>
internal static class Verdict
{
    public static IReadOnlyList<string> Of(DataValue value)
    {
        var found = ObjectRules.Check(value, SchemaSet.Shipped, static _ => null).Where(finding => finding.Id != LeadingZeroRule.Id).Select(finding => finding.ToString()).ToList();
        // The rule that has an id of its own elsewhere counts here: the judge knows nothing of ids.
        if (found.Count == 0 && ObjectValidator.Validate(value, SchemaSet.Shipped) is { Count: > 0 } others)
            found.AddRange(others.Select(issue => $"{issue.Kind} {issue.FieldPath} {issue.Expected}"));
        return found;
    }
}
