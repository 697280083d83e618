using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GitOps.Tests;

/// <summary>What the writer writes, judged by real readers: YamlDotNet for YAML 1.2, kubectl (go-yaml, as in Flux) for YAML 1.1.</summary>
public sealed class YamlWriterReadersTests
{
    private const int Seed = 20_260_101;
    private const int Count = 120_000;

    [Fact]
    public void Every_string_comes_back_from_a_yaml_1_2_reader()
    {
        using var writer = new YamlWriter();
        foreach (var texts in ScalarTexts.Make(Count, Seed).Chunk(2_000))
            Smallest(texts, some => YamlReaders.Yaml12Fault(YamlReaders.Document(writer, some), some)).Should().BeNull();
    }

    [KubectlFact]
    public void Every_string_comes_back_from_a_yaml_1_1_reader()
    {
        using var writer = new YamlWriter();
        foreach (var texts in ScalarTexts.Make(Count, Seed).Chunk(20_000))
            Smallest(texts, some => YamlReaders.KubectlFault(YamlReaders.Document(writer, some), YamlReaders.ConfigMap(writer, some), some)).Should().BeNull();
    }

    [SharedFact]
    public void Every_recorded_scalar_is_plain_only_where_kubectl_took_it_as_the_same_string()
    {
        var lines = File.ReadAllLines(SharedData.Data("vectors", "yaml-plain-scalars.txt"));
        var texts = new List<string>();
        foreach (var line in lines)
        {
            var match = Regex.Match(line, @"^(?:'(?<text>.*?)'|""(?<text>.*?)"") +1\.32: (?<verdict>STR (?:'(?<read>.*)'|""(?<read>.*)"")|ERR .*)$");
            match.Success.Should().BeTrue(line);
            var text = match.Groups["text"].Value;
            texts.Add(text);
            var stays = match.Groups["read"].Success && match.Groups["read"].Value == text;
            var written = YamlWriterTests.Write(w => w.String(text));
            if (!stays)
                written.Should().StartWith("\"", line);
        }
        texts.Should().HaveCountGreaterThan(80);
        using var writer = new YamlWriter();
        YamlReaders.Yaml12Fault(YamlReaders.Document(writer, texts), texts).Should().BeNull();
    }

    [KubectlFact]
    public void Numbers_are_the_same_numbers_to_both_readers()
    {
        var random = new Random(Seed);
        var numbers = new List<double> { 0, -0.0, 1, -1, 0.1, 1e15, 1e16, 1e21, 123456789012345680, double.MaxValue, double.MinValue, double.Epsilon, 9007199254740993 };
        while (numbers.Count < 20_000)
            if (BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)) is var number && double.IsFinite(number))
                numbers.Add(random.Next(3) switch { 0 => number, 1 => Math.Round(random.NextDouble() * 1000, random.Next(5)), _ => random.Next(-100_000, 100_000) / 4.0 });
        using var writer = new YamlWriter();
        writer.StartMapping();
        writer.Key("apiVersion"u8);
        writer.String("fuzz.example.com/v1");
        writer.Key("kind"u8);
        writer.String("Thing");
        writer.Key("metadata"u8);
        writer.StartMapping();
        writer.Key("name"u8);
        writer.String("thing");
        writer.EndMapping();
        writer.Key("list"u8);
        writer.StartSequence();
        foreach (var number in numbers)
            writer.Number(number);
        foreach (var number in numbers)
            writer.Number(BitConverter.DoubleToInt64Bits(number));
        writer.EndSequence();
        writer.EndMapping();
        var (exit, output, error) = YamlReaders.Run("kubectl", writer.ToArray(), "label", "--local", "-o", "json", "-f", "-", "some=label");
        exit.Should().Be(0, error);
        using var json = JsonDocument.Parse(output);
        var list = json.RootElement.GetProperty("list").EnumerateArray().ToArray();
        list.Take(numbers.Count).Select(static e => e.GetDouble()).Should().Equal(numbers);
        list.Skip(numbers.Count).Select(static e => e.GetInt64()).Should().Equal(numbers.Select(BitConverter.DoubleToInt64Bits));
        foreach (var line in Encoding.UTF8.GetString(writer.WrittenSpan).Split('\n').Where(static l => l.StartsWith("  - ", StringComparison.Ordinal)))
            Regex.IsMatch(line, @"^  - [-+]?(?:[0-9]+|[0-9]+\.[0-9]+(?:e[-+][0-9]+)?)$").Should().BeTrue($"both versions take '{line}' as a number");
    }

    /// <summary>Trees of any shape, with comments in every place where one can stand, are the same trees to both readers.</summary>
    [KubectlFact]
    public void Random_trees_come_back_whole()
    {
        var random = new Random(Seed);
        var texts = ScalarTexts.Make(5_000, Seed + 2);
        using var writer = new YamlWriter();
        for (var round = 0; round < 4; round++)
        {
            writer.Reset();
            var expected = new List<string>();
            for (var tree = 0; tree < 250; tree++)
            {
                writer.Document();
                writer.StartMapping();
                writer.Key("apiVersion"u8);
                writer.String("fuzz.example.com/v1");
                writer.Key("kind"u8);
                writer.String("Thing");
                writer.Key("metadata"u8);
                writer.StartMapping();
                writer.Key("name"u8);
                writer.String("thing");
                writer.EndMapping();
                writer.Key("tree"u8);
                expected.Add(RandomTree(writer, random, texts, depth: 0).ToJsonString());
                Comments();
                writer.EndMapping();
                Comments();

                void Comments()
                {
                    if (random.Next(2) == 0)
                        writer.Comment(texts[random.Next(texts.Count)]);
                }
            }
            Yaml12Trees(Encoding.UTF8.GetString(writer.WrittenSpan)).Should().Equal(expected);
            var (exit, output, error) = YamlReaders.Run("kubectl", writer.ToArray(), "label", "--local", "-o", "json", "-f", "-", "some=label");
            exit.Should().Be(0, error);
            Objects(output).Select(static o => Sorted(o["tree"])!.ToJsonString()).Should().Equal(expected.Select(static e => Sorted(JsonNode.Parse(e))!.ToJsonString()));
        }
    }

    private static JsonNode RandomTree(YamlWriter writer, Random random, List<string> texts, int depth)
    {
        string Text() => texts[random.Next(texts.Count)];
        void Comment()
        {
            for (var count = random.Next(8); count > 5; count--)
                writer.Comment(Text());
        }
        void Behind()
        {
            if (random.Next(4) == 0)
                writer.TrailingComment(Text());
        }
        switch (random.Next(depth > 6 ? 2 : 0, depth == 0 ? 2 : 6))
        {
            case 0:
                var mapping = new JsonObject();
                writer.StartMapping();
                for (var count = random.Next(4); count > 0; count--)
                {
                    var key = Text();
                    if (mapping.ContainsKey(key))
                        continue;
                    Comment();
                    writer.Key(key);
                    mapping.Add(key, RandomTree(writer, random, texts, depth + 1));
                }
                Comment();
                writer.EndMapping();
                return mapping;
            case 1:
                var sequence = new JsonArray();
                writer.StartSequence();
                for (var count = random.Next(4); count > 0; count--)
                {
                    Comment();
                    sequence.Add(RandomTree(writer, random, texts, depth + 1));
                }
                Comment();
                writer.EndSequence();
                return sequence;
            default:
                var text = Text();
                writer.String(text);
                Behind();
                return JsonValue.Create(text);
        }
    }

    private static List<string> Yaml12Trees(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        var trees = new List<string>();
        parser.Consume<StreamStart>();
        while (parser.TryConsume<DocumentStart>(out _))
        {
            trees.Add(((JsonObject)Node())["tree"]!.ToJsonString());
            parser.Consume<DocumentEnd>();
        }
        return trees;

        JsonNode Node()
        {
            if (parser.TryConsume<Scalar>(out var scalar))
                return JsonValue.Create(scalar.Value);
            if (parser.TryConsume<SequenceStart>(out _))
            {
                var sequence = new JsonArray();
                while (!parser.TryConsume<SequenceEnd>(out _))
                    sequence.Add(Node());
                return sequence;
            }
            var mapping = new JsonObject();
            parser.Consume<MappingStart>();
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var key = parser.Consume<Scalar>().Value;
                mapping.Add(key, Node());
            }
            return mapping;
        }
    }

    private static List<JsonObject> Objects(byte[] output)
    {
        var reader = new Utf8JsonReader(output, new JsonReaderOptions { AllowMultipleValues = true, MaxDepth = 256 });
        var objects = new List<JsonObject>();
        while (reader.Read())
            objects.Add((JsonObject)JsonNode.Parse(ref reader)!);
        return objects;
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject mapping => new JsonObject(mapping.OrderBy(static p => p.Key, StringComparer.Ordinal).Select(static p => KeyValuePair.Create(p.Key, Sorted(p.Value)))),
        JsonArray sequence => new JsonArray([.. sequence.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    [KubectlFact]
    public void Every_string_survives_kustomize()
    {
        using var writer = new YamlWriter();
        using var folder = new TemporaryFolder();
        var texts = ScalarTexts.Make(Count, Seed + 1).Where(KustomizeCanPass).Take(12_000).ToArray();
        foreach (var batch in texts.Chunk(4_000))
            Smallest(batch, some => Kustomized(folder, YamlReaders.Document(writer, some), YamlReaders.ConfigMap(writer, some), some)).Should().BeNull();
    }

    // kustomize takes even a quoted "<<" for a merge key, and reads as YAML the JSON that it makes in between, in which these characters stand
    // unescaped: it fails on them however they are written.
    private static bool KustomizeCanPass(string text) => text != "<<" && !text.Any(static c => c is >= '\u007F' and <= '\u009F' or '\uFEFF' or '\uFFFE' or '\uFFFF');

    private static string? Kustomized(TemporaryFolder folder, byte[] document, byte[] configMap, IReadOnlyList<string> texts)
    {
        folder.Write("kustomization.yaml", "resources:\n  - configmap.yaml\n  - thing.yaml\n"u8);
        folder.Write("configmap.yaml", configMap);
        folder.Write("thing.yaml", document);
        var (exit, output, error) = YamlReaders.Run("kubectl", [], "kustomize", folder.Path);
        if (exit != 0)
            return error;
        (exit, output, error) = YamlReaders.Run("kubectl", output, "label", "--local", "-o", "json", "-f", "-", "some=label");
        return exit != 0 ? error : YamlReaders.KubectlFault(output, texts);
    }

    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("yaml-writer-").FullName;

        public void Write(string name, ReadOnlySpan<byte> content) => File.WriteAllBytes(System.IO.Path.Combine(Path, name), content);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }

    private static string? Smallest(IReadOnlyList<string> texts, Func<IReadOnlyList<string>, string?> judge) => YamlReaders.Smallest(judge(texts), texts, judge);
}
