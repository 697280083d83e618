namespace GitOps;

/// <summary>Whether two nodes say the same, however they are written.</summary>
internal static class SameYaml
{
    public static bool Is(YamlNode a, YamlNode b)
    {
        switch (a, b)
        {
            case (YamlScalar x, YamlScalar y):
                return x.Core == y.Core;
            case (YamlSequence x, YamlSequence y):
                if (x.Items.Count != y.Items.Count)
                    return false;
                for (var i = 0; i < x.Items.Count; i++)
                    if (!Is(x.Items[i], y.Items[i]))
                        return false;
                return true;
            case (YamlMapping x, YamlMapping y):
                if (x.Entries.Count != y.Entries.Count)
                    return false;
                foreach (var entry in x.Entries)
                    if (entry.Key is not YamlScalar key || y[key.Text] is not { } other || !Is(entry.Value, other))
                        return false;
                return true;
            default:
                return false;
        }
    }
}
