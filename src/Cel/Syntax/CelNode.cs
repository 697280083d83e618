namespace GitOps;

/// <summary>A node of a CEL expression. Immutable.</summary>
/// <param name="offset">Where it stands in the expression's text, in characters.</param>
/// <param name="depth">How deep the tree below it is: bounded by the parser, for the evaluator and the checker walk it by recursion.</param>
internal abstract class CelNode(int offset, int depth)
{
    public int Offset { get; } = offset;

    public int Depth { get; } = depth;

    /// <summary>One more than the deepest of these.</summary>
    protected static int Above(params CelNode?[] children)
    {
        var deepest = 0;
        foreach (var child in children)
            deepest = Math.Max(deepest, child?.Depth ?? 0);
        return deepest + 1;
    }

    protected static int Above(IReadOnlyList<CelNode> children, CelNode? more = null)
    {
        var deepest = more?.Depth ?? 0;
        for (var i = 0; i < children.Count; i++)
            deepest = Math.Max(deepest, children[i].Depth);
        return deepest + 1;
    }
}

/// <summary>A constant.</summary>
internal sealed class CelLiteral(int offset, CelValue value) : CelNode(offset, 1)
{
    public CelValue Value { get; } = value;
}

/// <summary>A name: a variable, or the name of a type.</summary>
internal sealed class CelIdentifier(int offset, string name) : CelNode(offset, 1)
{
    public string Name { get; } = name;
}

/// <summary><c>operand.field</c>, <c>operand.?field</c>, or <c>has(operand.field)</c>.</summary>
internal sealed class CelSelect(int offset, CelNode operand, string field, bool isOptional = false, bool isTest = false) : CelNode(offset, Above(operand))
{
    public CelNode Operand { get; } = operand;

    public string Field { get; } = field;

    public bool IsOptional { get; } = isOptional;

    /// <summary>It stands in <c>has(…)</c>.</summary>
    public bool IsTest { get; } = isTest;
}

/// <summary><c>operand[index]</c> or <c>operand[?index]</c>.</summary>
internal sealed class CelIndex(int offset, CelNode operand, CelNode index, bool isOptional) : CelNode(offset, Above(operand, index))
{
    public CelNode Operand { get; } = operand;

    public CelNode Index { get; } = index;

    public bool IsOptional { get; } = isOptional;
}

/// <summary>A function's call: <c>f(a)</c>, <c>a.f(b)</c>, or with a name of several parts, <c>sets.contains(a, b)</c>.</summary>
internal sealed class CelCall(int offset, string function, CelNode? target, IReadOnlyList<CelNode> arguments) : CelNode(offset, Above(arguments, target))
{
    public string Function { get; } = function;

    public CelNode? Target { get; } = target;

    public IReadOnlyList<CelNode> Arguments { get; } = arguments;
}

/// <summary><c>!a</c> or <c>-a</c>.</summary>
internal sealed class CelUnary(int offset, bool isNot, CelNode operand) : CelNode(offset, Above(operand))
{
    public bool IsNot { get; } = isNot;

    public CelNode Operand { get; } = operand;
}

internal enum CelOperator
{
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    In,
    Add,
    Subtract,
    Multiply,
    Divide,
    Modulo,
}

internal sealed class CelBinary(int offset, CelOperator @operator, CelNode left, CelNode right) : CelNode(offset, Above(left, right))
{
    public CelOperator Operator { get; } = @operator;

    public CelNode Left { get; } = left;

    public CelNode Right { get; } = right;
}

/// <summary><c>a &amp;&amp; b &amp;&amp; c</c> or <c>a || b || c</c>: a chain of one operator is one node, so that long ones are no deep ones.</summary>
internal sealed class CelLogical(int offset, bool isAnd, IReadOnlyList<CelNode> operands) : CelNode(offset, Above(operands))
{
    public bool IsAnd { get; } = isAnd;

    public IReadOnlyList<CelNode> Operands { get; } = operands;
}

internal sealed class CelConditional(int offset, CelNode condition, CelNode then, CelNode otherwise) : CelNode(offset, Above(condition, then, otherwise))
{
    public CelNode Condition { get; } = condition;

    public CelNode Then { get; } = then;

    public CelNode Otherwise { get; } = otherwise;
}

/// <summary><c>[a, ?b]</c></summary>
/// <param name="optional">Per item, whether it is written with a question mark; <see langword="null"/> when none is.</param>
internal sealed class CelListNode(int offset, IReadOnlyList<CelNode> items, bool[]? optional) : CelNode(offset, Above(items))
{
    public IReadOnlyList<CelNode> Items { get; } = items;

    public bool IsOptional(int index) => optional is not null && optional[index];
}

/// <summary><c>{a: b, ?c: d}</c></summary>
internal sealed class CelMapNode(int offset, IReadOnlyList<CelNode> keys, IReadOnlyList<CelNode> values, bool[]? optional)
    : CelNode(offset, Math.Max(Above(keys), Above(values)))
{
    public IReadOnlyList<CelNode> Keys { get; } = keys;

    public IReadOnlyList<CelNode> Values { get; } = values;

    public bool IsOptional(int index) => optional is not null && optional[index];
}

internal enum CelMacro
{
    All,
    Exists,
    ExistsOne,
    Filter,
    Map,
    TransformList,
    TransformMap,
    TransformMapEntry,
    SortBy,
    OptMap,
    OptFlatMap,
    Bind,
}

/// <summary>
/// A macro that binds one or two variables over a range: <c>range.all(x, body)</c>, <c>range.transformList(i, v, guard, body)</c>, <c>optional.optMap(x, body)</c>,
/// <c>cel.bind(x, range, body)</c>.
/// </summary>
/// <param name="guard">The condition of a map or transform with a filter.</param>
internal sealed class CelComprehension(int offset, CelMacro macro, CelNode range, string variable, string? second, CelNode? guard, CelNode body)
    : CelNode(offset, Above(range, guard, body))
{
    public CelMacro Macro { get; } = macro;

    public CelNode Range { get; } = range;

    public string Variable { get; } = variable;

    /// <summary>The second variable, or <see langword="null"/>.</summary>
    public string? Second { get; } = second;

    public CelNode? Guard { get; } = guard;

    public CelNode Body { get; } = body;
}
