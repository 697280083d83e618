using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace GitOps;

/// <summary>The scanner, watched for aliases whose name ends with a colon (see <see cref="AliasKeys"/>).</summary>
internal sealed class AliasKeyScanner(string text) : IScanner
{
    private readonly Scanner scanner = new(new StringReader(text), skipComments: true);

    /// <summary>Offsets of those colons in the text that is scanned.</summary>
    public List<int> Colons { get; } = [];

    public Mark Position => scanner.CurrentPosition;

    public Mark CurrentPosition => scanner.CurrentPosition;

    public Token? Current => scanner.Current;

    public bool MoveNext() => Watch(scanner.MoveNext());

    public bool MoveNextWithoutConsuming() => Watch(scanner.MoveNextWithoutConsuming());

    public void ConsumeCurrent() => scanner.ConsumeCurrent();

    private bool Watch(bool moved)
    {
        if (moved && scanner.Current is AnchorAlias alias)
        {
            var name = alias.Value.Value;
            if (name.Length > 1 && name[name.Length - 1] == ':')
                Colons.Add((int)alias.Start.Index + name.Length);
        }
        return moved;
    }
}
