namespace GitOps;

public sealed partial class ObjectWriter
{
    /// <summary>A typed part as the free-form mapping that it writes: with its comments, and with what refers to objects as it is.</summary>
    internal static Values ToValues(Model model)
    {
        var values = new ValuesBuilder();
        new ObjectWriter(values).Item(model);
        return values.Take();
    }

    /// <summary>Where nodes go: into YAML, or into values.</summary>
    private readonly struct Nodes(YamlWriter? yaml, ValuesBuilder? values)
    {
        public YamlWriter? Yaml => yaml;

        public ValuesBuilder? Values => values;

        public void StartMapping()
        {
            yaml?.StartMapping();
            values?.StartMapping();
        }

        public void EndMapping()
        {
            yaml?.EndMapping();
            values?.End();
        }

        public void StartSequence()
        {
            yaml?.StartSequence();
            values?.StartSequence();
        }

        public void EndSequence()
        {
            yaml?.EndSequence();
            values?.End();
        }

        public void Key(ReadOnlySpan<byte> name)
        {
            yaml?.Key(name);
            values?.Key(System.Text.Encoding.UTF8.GetString(name));
        }

        public void Key(string name)
        {
            yaml?.Key(name);
            values?.Key(name);
        }

        public void String(string value)
        {
            yaml?.String(value);
            values?.Add(value);
        }

        /// <summary>An expression whose type is known.</summary>
        public void Plain(string expression)
        {
            yaml?.String(expression);
            values?.Add(GitOps.Values.Plain(expression));
        }

        public void Number(long value)
        {
            yaml?.Number(value);
            values?.Add(value);
        }

        public void Number(double value)
        {
            yaml?.Number(value);
            values?.Add(value);
        }

        public void Boolean(bool value)
        {
            yaml?.Boolean(value);
            values?.Add(value);
        }

        public void Null()
        {
            yaml?.Null();
            values?.Add(GitOps.Values.Null);
        }

        public void Comment(string text)
        {
            yaml?.Comment(text);
            values?.Comment(text);
        }

        public void TrailingComment(string text)
        {
            yaml?.TrailingComment(text);
            values?.TrailingComment(text);
        }
    }
}
