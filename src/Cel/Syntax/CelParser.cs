using System.Globalization;

namespace GitOps;

/// <summary>
/// CEL's grammar with macros expanded. Bounded: an expression is at most <see cref="MostCharacters"/> long, and neither its text nor its tree is nested deeper than
/// <see cref="DeepestNesting"/> (the limits of cel-go's parser are 100,000 and 250).
/// </summary>
internal sealed class CelParser(string text)
{
    public const int MostCharacters = 100_000;
    public const int DeepestNesting = 250;

    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace", "return", "var", "void", "while",
    };

    private readonly CelLexer lexer = new(text);
    private CelToken token;
    private int nesting;

    public CelParse Run()
    {
        if (text.Length > MostCharacters)
            return new CelParse(null, $"the expression is longer than {MostCharacters.ToString(CultureInfo.InvariantCulture)} characters");
        try
        {
            Advance();
            var root = Expression();
            if (token.Kind != CelTokenKind.End)
                throw Unexpected();
            return new CelParse(new CelExpression(text, root));
        }
        catch (Fault fault)
        {
            return new CelParse(null, fault.Message, fault.Offset);
        }
    }

    /// <summary>Leaves the parser for good; caught in <see cref="Run"/> and nowhere else.</summary>
    private sealed class Fault(int offset, string message) : Exception(message)
    {
        public int Offset { get; } = offset;
    }

    private void Advance()
    {
        token = lexer.Next();
        if (token.Kind == CelTokenKind.Error)
            throw new Fault(token.Offset, token.Text);
    }

    private bool Take(CelTokenKind kind)
    {
        if (token.Kind != kind)
            return false;
        Advance();
        return true;
    }

    private void Expect(CelTokenKind kind, string what)
    {
        if (!Take(kind))
            throw new Fault(token.Offset, token.Kind == CelTokenKind.End ? $"the expression ends where {what} is missing" : $"{what} is missing");
    }

    private Fault Unexpected() =>
        new(token.Offset, token.Kind == CelTokenKind.End ? "the expression ends too early" : $"'{Written()}' is not expected here");

    private string Written()
    {
        var rest = text.Substring(token.Offset);
        var end = token.Kind == CelTokenKind.Identifier ? token.Text.Length : Math.Min(rest.Length, token.Kind is CelTokenKind.String or CelTokenKind.Bytes ? 12 : 2);
        return rest.Substring(0, end).Trim();
    }

    private T Bounded<T>(T node) where T : CelNode => node.Depth <= DeepestNesting ? node : throw TooDeep(node.Offset);

    private static Fault TooDeep(int offset) => new(offset, $"the expression is nested deeper than {DeepestNesting.ToString(CultureInfo.InvariantCulture)} levels");

    private CelNode Expression()
    {
        if (++nesting > DeepestNesting)
            throw TooDeep(token.Offset);
        var start = token.Offset;
        var condition = Operation(OrLevel);
        if (Take(CelTokenKind.Question))
        {
            var then = Operation(OrLevel);
            Expect(CelTokenKind.Colon, "':'");
            condition = Bounded(new CelConditional(start, condition, then, Expression()));
        }
        nesting--;
        return condition;
    }

    /// <summary>Operators of a level and of tighter ones. One method for all levels: each frame that a level of nesting does not take is one less on the stack.</summary>
    private CelNode Operation(int level)
    {
        var start = token.Offset;
        var left = Unary();
        while (Level(token) is var found && found >= level)
        {
            var (kind, offset) = (token.Kind, token.Offset);
            if (found <= AndLevel)
            {
                var operands = new List<CelNode> { left };
                while (Take(kind))
                    operands.Add(Operation(found + 1));
                left = Bounded(new CelLogical(start, kind == CelTokenKind.And, operands));
                continue;
            }
            var @operator = OperatorOf(kind);
            Advance();
            left = Bounded(new CelBinary(offset, @operator, left, Operation(found + 1)));
        }
        return left;
    }

    private const int OrLevel = 1;
    private const int AndLevel = 2;

    private static int Level(CelToken token) => token.Kind switch
    {
        CelTokenKind.Or => OrLevel,
        CelTokenKind.And => AndLevel,
        CelTokenKind.Equal or CelTokenKind.NotEqual or CelTokenKind.Less or CelTokenKind.LessOrEqual or CelTokenKind.Greater or CelTokenKind.GreaterOrEqual => 3,
        CelTokenKind.Identifier when token.Text == "in" => 3,
        CelTokenKind.Plus or CelTokenKind.Minus => 4,
        CelTokenKind.Star or CelTokenKind.Slash or CelTokenKind.Percent => 5,
        _ => 0,
    };

    private static CelOperator OperatorOf(CelTokenKind kind) => kind switch
    {
        CelTokenKind.Equal => CelOperator.Equal,
        CelTokenKind.NotEqual => CelOperator.NotEqual,
        CelTokenKind.Less => CelOperator.Less,
        CelTokenKind.LessOrEqual => CelOperator.LessOrEqual,
        CelTokenKind.Greater => CelOperator.Greater,
        CelTokenKind.GreaterOrEqual => CelOperator.GreaterOrEqual,
        CelTokenKind.Plus => CelOperator.Add,
        CelTokenKind.Minus => CelOperator.Subtract,
        CelTokenKind.Star => CelOperator.Multiply,
        CelTokenKind.Slash => CelOperator.Divide,
        CelTokenKind.Percent => CelOperator.Modulo,
        _ => CelOperator.In,
    };

    private CelNode Unary()
    {
        var start = token.Offset;
        if (token.Kind is not (CelTokenKind.Not or CelTokenKind.Minus))
            return Postfix(Primary());
        // Pairs cancel each other, as in cel-go.
        var sign = token.Kind;
        var count = 0;
        while (token.Kind == sign)
        {
            Advance();
            count++;
            if (sign == CelTokenKind.Minus && token.Kind is CelTokenKind.Int or CelTokenKind.Double)
            {
                var literal = Postfix(Number(token.Offset, negative: true));
                return count % 2 == 1 ? literal : Bounded(new CelUnary(start, isNot: false, literal));
            }
        }
        var operand = Postfix(Primary());
        return count % 2 == 0 ? operand : Bounded(new CelUnary(start, sign == CelTokenKind.Not, operand));
    }

    private CelNode Postfix(CelNode left)
    {
        while (true)
        {
            var offset = token.Offset;
            if (Take(CelTokenKind.Dot))
            {
                var isOptional = Take(CelTokenKind.Question);
                var name = Name();
                if (!isOptional && Take(CelTokenKind.LeftParenthesis))
                    left = Bounded(MemberCall(offset, left, name));
                else
                    left = Bounded(new CelSelect(offset, left, name, isOptional));
            }
            else if (Take(CelTokenKind.LeftBracket))
            {
                var isOptional = Take(CelTokenKind.Question);
                var index = Expression();
                Expect(CelTokenKind.RightBracket, "']'");
                left = Bounded(new CelIndex(offset, left, index, isOptional));
            }
            else if (token.Kind == CelTokenKind.LeftBrace && left is CelIdentifier or CelSelect { IsTest: false })
                throw new Fault(left.Offset, "a message cannot be made here: no message types are known");
            else
                return left;
        }
    }

    private string Name()
    {
        if (token.Kind != CelTokenKind.Identifier || token.Text is "in" or "true" or "false" or "null")
            throw Unexpected();
        var name = token.Text;
        Advance();
        return name;
    }

    private CelNode Primary()
    {
        var offset = token.Offset;
        switch (token.Kind)
        {
            case CelTokenKind.LeftParenthesis:
                Advance();
                var inner = Expression();
                Expect(CelTokenKind.RightParenthesis, "')'");
                return inner;
            case CelTokenKind.LeftBracket:
                Advance();
                return List(offset);
            case CelTokenKind.LeftBrace:
                Advance();
                return Map(offset);
            case CelTokenKind.Int or CelTokenKind.Uint or CelTokenKind.Double:
                return Number(offset, negative: false);
            case CelTokenKind.String:
                var value = token.Text;
                Advance();
                return new CelLiteral(offset, new CelString(value));
            case CelTokenKind.Bytes:
                var bytes = token.Bytes!;
                Advance();
                return new CelLiteral(offset, new CelBytes(bytes));
            case CelTokenKind.Dot:
                Advance();
                return Identifier(offset);
            case CelTokenKind.Identifier:
                return Identifier(offset);
            default:
                throw Unexpected();
        }
    }

    private CelNode Identifier(int offset)
    {
        if (token.Kind != CelTokenKind.Identifier)
            throw Unexpected();
        var name = token.Text;
        if (name == "in")
            throw Unexpected();
        if (Reserved.Contains(name))
            throw new Fault(token.Offset, $"'{name}' is a reserved word{(name is "namespace" or "package" ? $": such a field is written '__{name}__'" : "")}");
        Advance();
        switch (name)
        {
            case "true": return new CelLiteral(offset, CelBool.True);
            case "false": return new CelLiteral(offset, CelBool.False);
            case "null": return new CelLiteral(offset, CelNull.Value);
        }
        if (Take(CelTokenKind.LeftParenthesis))
        {
            if (name == "has")
                return Has(offset);
            return Bounded(new CelCall(offset, name, null, Arguments()));
        }
        return new CelIdentifier(offset, name);
    }

    private CelNode Has(int offset)
    {
        var arguments = Arguments();
        if (arguments is not [CelSelect { IsTest: false, IsOptional: false } field])
            throw new Fault(offset, "has() wants one field, as in has(self.name)");
        return new CelSelect(offset, field.Operand, field.Field, isTest: true);
    }

    private List<CelNode> Arguments()
    {
        var arguments = new List<CelNode>();
        if (Take(CelTokenKind.RightParenthesis))
            return arguments;
        do
            arguments.Add(Expression());
        while (Take(CelTokenKind.Comma));
        Expect(CelTokenKind.RightParenthesis, "')'");
        return arguments;
    }

    private CelNode List(int offset)
    {
        var items = new List<CelNode>();
        List<bool>? optional = null;
        while (token.Kind != CelTokenKind.RightBracket)
        {
            Mark(Take(CelTokenKind.Question), items.Count, ref optional);
            items.Add(Expression());
            if (!Take(CelTokenKind.Comma))
                break;
        }
        Expect(CelTokenKind.RightBracket, "']'");
        return Bounded(new CelListNode(offset, items, Marks(optional, items.Count)));
    }

    private CelNode Map(int offset)
    {
        var keys = new List<CelNode>();
        var values = new List<CelNode>();
        List<bool>? optional = null;
        while (token.Kind != CelTokenKind.RightBrace)
        {
            Mark(Take(CelTokenKind.Question), keys.Count, ref optional);
            keys.Add(Expression());
            Expect(CelTokenKind.Colon, "':'");
            values.Add(Expression());
            if (!Take(CelTokenKind.Comma))
                break;
        }
        Expect(CelTokenKind.RightBrace, "'}'");
        return Bounded(new CelMapNode(offset, keys, values, Marks(optional, keys.Count)));
    }

    private static void Mark(bool isOptional, int index, ref List<bool>? marks)
    {
        if (!isOptional)
            return;
        marks ??= [];
        while (marks.Count < index)
            marks.Add(false);
        marks.Add(true);
    }

    private static bool[]? Marks(List<bool>? marks, int count)
    {
        if (marks is null)
            return null;
        while (marks.Count < count)
            marks.Add(false);
        return [.. marks];
    }

    private CelLiteral Number(int offset, bool negative)
    {
        var (kind, digits) = (token.Kind, token.Text);
        Advance();
        if (kind == CelTokenKind.Double)
            return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && !double.IsInfinity(real)
                ? new CelLiteral(offset, new CelDouble(negative ? -real : real))
                : throw new Fault(offset, $"'{digits}' is too large for a number");
        var isHex = digits.Length > 2 && digits[1] is 'x' or 'X';
        var isRead = ulong.TryParse(isHex ? digits.Substring(2) : digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var whole);
        if (isRead && kind == CelTokenKind.Uint)
            return new CelLiteral(offset, new CelUint(whole));
        if (isRead && whole <= long.MaxValue)
            return new CelLiteral(offset, CelInt.Of(negative ? -(long)whole : (long)whole));
        if (isRead && negative && whole == 1UL + long.MaxValue)
            return new CelLiteral(offset, CelInt.Of(long.MinValue));
        throw new Fault(offset, $"'{digits}' is too large for an integer of 64 bits");
    }

    private CelNode MemberCall(int offset, CelNode target, string name)
    {
        var arguments = Arguments();
        if (target is CelIdentifier { Name: "cel" } && name == "bind" && arguments.Count == 3)
            return new CelComprehension(offset, CelMacro.Bind, arguments[1], Variable(arguments[0], name), null, null, arguments[2]);
        if (Macro(name, arguments.Count) is { } macro)
        {
            var isPair = macro.Variables == 2;
            var first = Variable(arguments[0], name);
            var second = isPair ? Variable(arguments[1], name) : null;
            if (first == second)
                throw new Fault(arguments[1].Offset, $"the two variables of {name}() have one name");
            var guard = arguments.Count - macro.Variables == 2 ? arguments[macro.Variables] : null;
            return new CelComprehension(offset, macro.Kind, target, first, second, guard, arguments[arguments.Count - 1]);
        }
        // A function wins over a variable of its first name, as in cel-go's checker.
        return CelSignatures.Qualified(target, name) is { } function
            ? new CelCall(target.Offset, function, null, arguments)
            : new CelCall(offset, name, target, arguments);
    }

    private static string Variable(CelNode node, string macro) =>
        node is CelIdentifier name ? name.Name : throw new Fault(node.Offset, $"{macro}() wants the name of a variable here");

    private static (CelMacro Kind, int Variables)? Macro(string name, int arguments) => (name, arguments) switch
    {
        ("all", 2) => (CelMacro.All, 1),
        ("all", 3) => (CelMacro.All, 2),
        ("exists", 2) => (CelMacro.Exists, 1),
        ("exists", 3) => (CelMacro.Exists, 2),
        ("exists_one", 2) => (CelMacro.ExistsOne, 1),
        ("exists_one" or "existsOne", 3) => (CelMacro.ExistsOne, 2),
        ("filter", 2) => (CelMacro.Filter, 1),
        ("map", 2 or 3) => (CelMacro.Map, 1),
        ("transformList", 3 or 4) => (CelMacro.TransformList, 2),
        ("transformMap", 3 or 4) => (CelMacro.TransformMap, 2),
        ("transformMapEntry", 3 or 4) => (CelMacro.TransformMapEntry, 2),
        ("sortBy", 2) => (CelMacro.SortBy, 1),
        ("optMap", 2) => (CelMacro.OptMap, 1),
        ("optFlatMap", 2) => (CelMacro.OptFlatMap, 1),
        _ => null,
    };
}
