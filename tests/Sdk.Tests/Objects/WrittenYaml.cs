using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GitOps.Tests;

/// <summary>What models write, as text and as YamlDotNet reads it.</summary>
internal static class WrittenYaml
{
    public static string Of(Action<ObjectWriter> write)
    {
        using var yaml = new YamlWriter();
        yaml.StartMapping();
        write(new ObjectWriter(yaml, new ReferenceContext()));
        yaml.EndMapping();
        return Encoding.UTF8.GetString(yaml.WrittenSpan);
    }

    /// <summary>Mappings, lists, strings, and the bare text of other scalars in brackets: <c>3</c> the number is <c>[3]</c>.</summary>
    public static object Read(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        parser.Consume<StreamStart>();
        parser.Consume<DocumentStart>();
        return Node(parser);
    }

    private static object Node(Parser parser)
    {
        if (parser.TryConsume<Scalar>(out var scalar))
            return scalar.Style == ScalarStyle.Plain && Yaml12.Resolve(scalar.Value).Kind != YamlValueKind.String ? $"[{scalar.Value}]" : scalar.Value;
        if (parser.TryConsume<SequenceStart>(out _))
        {
            var items = new List<object>();
            while (!parser.TryConsume<SequenceEnd>(out _))
                items.Add(Node(parser));
            return items;
        }
        parser.Consume<MappingStart>();
        var entries = new Dictionary<string, object>();
        while (!parser.TryConsume<MappingEnd>(out _))
            entries.Add(parser.Consume<Scalar>().Value, Node(parser));
        return entries;
    }
}
