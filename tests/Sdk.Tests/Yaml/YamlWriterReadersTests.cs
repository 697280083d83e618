using System.Text.RegularExpressions;

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

    private static string? Smallest(IReadOnlyList<string> texts, Func<IReadOnlyList<string>, string?> judge) => YamlReaders.Smallest(judge(texts), texts, judge);
}
