using System.Diagnostics;
using System.Text;
using System.Text.Json;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace GitOps.Tests;

/// <summary>The readers that judge what the writer writes.</summary>
internal static class YamlReaders
{
    /// <summary>The texts as values and keys of a ConfigMap-like object and as items of a list, each in the neighbourhood that could disturb it.</summary>
    public static byte[] Document(YamlWriter writer, IReadOnlyList<string> texts)
    {
        writer.Reset();
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
        writer.Key("values"u8);
        writer.StartMapping();
        for (var i = 0; i < texts.Count; i++)
        {
            if (i % 5 == 0)
                writer.Comment("above");
            writer.Key($"k{i}");
            writer.String(texts[i]);
            if (i % 3 == 0)
                writer.TrailingComment("behind: \"it\"");
        }
        writer.EndMapping();
        writer.Key("list"u8);
        writer.StartSequence();
        for (var i = 0; i < texts.Count; i++)
        {
            if (i % 7 == 0)
                writer.Comment("above");
            writer.String(texts[i]);
        }
        writer.EndSequence();
        writer.Key("keys"u8);
        writer.StartSequence();
        foreach (var text in texts)
        {
            writer.StartMapping();
            writer.Key(text);
            writer.StartSequence();
            writer.String(text);
            writer.EndSequence();
            writer.EndMapping();
        }
        writer.EndSequence();
        writer.EndMapping();
        return writer.ToArray();
    }

    public static byte[] ConfigMap(YamlWriter writer, IReadOnlyList<string> texts)
    {
        writer.Reset();
        writer.StartMapping();
        writer.Key("apiVersion"u8);
        writer.String("v1");
        writer.Key("kind"u8);
        writer.String("ConfigMap");
        writer.Key("metadata"u8);
        writer.StartMapping();
        writer.Key("name"u8);
        writer.String("texts");
        writer.EndMapping();
        writer.Key("data"u8);
        writer.StartMapping();
        for (var i = 0; i < texts.Count; i++)
        {
            writer.Key($"k{i}");
            writer.String(texts[i]);
        }
        writer.EndMapping();
        writer.EndMapping();
        return writer.ToArray();
    }

    /// <summary>What a YAML 1.2 reader sees in <see cref="Document"/> wrongly; null if all is right.</summary>
    public static string? Yaml12Fault(byte[] document, IReadOnlyList<string> texts)
    {
        var parser = new Parser(new StringReader(Encoding.UTF8.GetString(document)));
        try
        {
            parser.Consume<StreamStart>();
            parser.Consume<DocumentStart>();
            parser.Consume<MappingStart>();
            while (parser.Consume<Scalar>().Value != "values")
                parser.SkipThisAndNestedEvents();
            parser.Consume<MappingStart>();
            for (var i = 0; i < texts.Count; i++)
            {
                if (parser.Consume<Scalar>().Value != $"k{i}")
                    return $"value {i}: its key was not found";
                if (Fault("value", texts[i]) is { } fault)
                    return fault;
            }
            parser.Consume<MappingEnd>();
            parser.Consume<Scalar>();
            parser.Consume<SequenceStart>();
            foreach (var text in texts)
                if (Fault("item", text) is { } fault)
                    return fault;
            parser.Consume<SequenceEnd>();
            parser.Consume<Scalar>();
            parser.Consume<SequenceStart>();
            foreach (var text in texts)
            {
                parser.Consume<MappingStart>();
                if (Fault("key", text) is { } key)
                    return key;
                parser.Consume<SequenceStart>();
                if (Fault("value under key", text) is { } value)
                    return value;
                parser.Consume<SequenceEnd>();
                parser.Consume<MappingEnd>();
            }
            parser.Consume<SequenceEnd>();
            parser.Consume<MappingEnd>();
            parser.Consume<DocumentEnd>();
            parser.Consume<StreamEnd>();
            return null;
        }
        catch (YamlException e)
        {
            return $"{e.Start}: {e.Message}";
        }

        string? Fault(string place, string text)
        {
            var scalar = parser.Consume<Scalar>();
            if (scalar.Value != text)
                return $"{place} {Show(text)} was read as {Show(scalar.Value)}";
            return scalar.Style == ScalarStyle.Plain && IsCoreNonString(text) ? $"{place} {Show(text)} is plain and no string in YAML 1.2" : null;
        }
    }

    /// <summary>The first text for which <paramref name="fault"/> finds something on its own: a small counterexample instead of a large document.</summary>
    public static string? Smallest(string? fault, IReadOnlyList<string> texts, Func<IReadOnlyList<string>, string?> judge)
    {
        if (fault is null)
            return null;
        while (texts.Count > 1)
        {
            var half = texts.Count / 2;
            var (first, second) = (texts.Take(half).ToArray(), texts.Skip(half).ToArray());
            if (judge(first) is { } inFirst)
                (texts, fault) = (first, inFirst);
            else if (judge(second) is { } inSecond)
                (texts, fault) = (second, inSecond);
            else
                break;
        }
        return $"{string.Join(", ", texts.Take(10).Select(Show))}: {fault}";
    }

    /// <summary>What kubectl, a YAML 1.1 reader, sees in <see cref="Document"/> and <see cref="ConfigMap"/> wrongly; null if all is right.</summary>
    public static string? KubectlFault(byte[] document, byte[] configMap, IReadOnlyList<string> texts)
    {
        var (exit, output, error) = Run("kubectl", [.. configMap, .. "---\n"u8, .. document], "label", "--local", "-o", "json", "-f", "-", "some=label");
        return exit != 0 ? error : KubectlFault(output, texts);
    }

    public static string? KubectlFault(byte[] json, IReadOnlyList<string> texts)
    {
        var objects = new Utf8JsonReader(json, new JsonReaderOptions { AllowMultipleValues = true });
        using var configMap = Next(ref objects);
        using var document = Next(ref objects);
        var data = configMap.RootElement.GetProperty("data").EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value);
        var values = document.RootElement.GetProperty("values").EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value);
        var items = document.RootElement.GetProperty("list").EnumerateArray().ToArray();
        var keys = document.RootElement.GetProperty("keys").EnumerateArray().ToArray();
        if (data.Count != texts.Count || values.Count != texts.Count || items.Length != texts.Count || keys.Length != texts.Count)
            return $"{data.Count} data, {values.Count} values, {items.Length} items, {keys.Length} keys of {texts.Count}";
        for (var i = 0; i < texts.Count; i++)
        {
            if (keys[i].EnumerateObject().ToArray() is not [var key])
                return $"key {Show(texts[i])} was read as {keys[i]}";
            var fault = Fault("data", data[$"k{i}"]) ?? Fault("value", values[$"k{i}"]) ?? Fault("item", items[i]) ?? Fault("value under key", key.Value[0]);
            if (fault is not null)
                return fault;
            if (key.Name != texts[i])
                return $"key {Show(texts[i])} was read as {Show(key.Name)}";

            string? Fault(string place, JsonElement read) => read.ValueKind == JsonValueKind.String && read.GetString() == texts[i]
                ? null
                : $"{place} {Show(texts[i])} was read as {read.ValueKind} {Show(read.ToString())}";
        }
        return null;
    }

    public static (int ExitCode, byte[] Output, string Error) Run(string program, byte[] input, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
        using var output = new MemoryStream();
        var copy = process.StandardOutput.BaseStream.CopyToAsync(output);
        var error = process.StandardError.ReadToEndAsync();
        process.StandardInput.BaseStream.Write(input);
        process.StandardInput.Close();
        copy.Wait();
        process.WaitForExit();
        return (process.ExitCode, output.ToArray(), error.Result);
    }

    public static string Show(string text) => JsonSerializer.Serialize(text);

    private static JsonDocument Next(ref Utf8JsonReader reader)
    {
        reader.Read();
        return JsonDocument.ParseValue(ref reader);
    }

    /// <summary>The tags of the YAML 1.2 core schema (YAML 1.2.2, section 10.3.2).</summary>
    private static bool IsCoreNonString(string text) => System.Text.RegularExpressions.Regex.IsMatch(
        text,
        @"\A(?:|~|null|Null|NULL|true|True|TRUE|false|False|FALSE|[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))\z");
}
