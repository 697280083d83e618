namespace GitOps;

/// <summary>The names in an expression that no macro binds: its variables (and names of types).</summary>
internal static class CelFreeNames
{
    public static HashSet<string> Of(CelNode root)
    {
        var free = new HashSet<string>(StringComparer.Ordinal);
        Visit(root, free, []);
        return free;
    }

    private static void Visit(CelNode? node, HashSet<string> free, List<string> bound)
    {
        switch (node)
        {
            case CelIdentifier name when !bound.Contains(name.Name):
                free.Add(name.Name);
                break;
            case CelComprehension macro:
                Visit(macro.Range, free, bound);
                var count = bound.Count;
                bound.Add(macro.Variable);
                if (macro.Second is { } second)
                    bound.Add(second);
                Visit(macro.Guard, free, bound);
                Visit(macro.Body, free, bound);
                bound.RemoveRange(count, bound.Count - count);
                break;
            case not null:
                foreach (var child in Children(node))
                    Visit(child, free, bound);
                break;
        }
    }

    /// <summary>The nodes right below one.</summary>
    public static IEnumerable<CelNode> Children(CelNode node) => node switch
    {
        CelSelect select => [select.Operand],
        CelIndex index => [index.Operand, index.Index],
        CelCall call => call.Target is { } target ? [target, .. call.Arguments] : call.Arguments,
        CelUnary unary => [unary.Operand],
        CelBinary binary => [binary.Left, binary.Right],
        CelLogical logical => logical.Operands,
        CelConditional conditional => [conditional.Condition, conditional.Then, conditional.Otherwise],
        CelListNode list => list.Items,
        CelMapNode map => [.. map.Keys, .. map.Values],
        CelComprehension macro => macro.Guard is { } guard ? [macro.Range, guard, macro.Body] : [macro.Range, macro.Body],
        _ => [],
    };
}
