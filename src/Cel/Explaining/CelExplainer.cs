using System.Globalization;

namespace GitOps;

/// <summary>
/// Says in plain English what a rule of a CRD asks for: "exactly one of 'chart' and 'chartRef' must be set". Our own words: the messages of CRDs are their authors', and
/// often missing. It knows the shapes that rules have, and says nothing where it would not say it well.
/// </summary>
internal static class CelExplainer
{
    /// <summary>Longer than this is no help.</summary>
    private const int LongestText = 300;

    /// <summary>What the rule asks for, without full stop, or <see langword="null"/>.</summary>
    public static string? Describe(CelExpression expression)
    {
        var names = new Names("self", "", null);
        var text = Unchanged(expression.Root) ?? (expression.UsesOldSelf ? null : Rule(expression.Root, names));
        return text is { Length: <= LongestText } ? text : null;
    }

    /// <summary>What variables stand for: <c>self</c>, and the items that a macro goes through.</summary>
    private sealed record Names(string Variable, string Prefix, Names? Outer)
    {
        /// <summary>It is not the object but an item in it.</summary>
        public bool IsItem => Outer is not null;
    }

    /// <summary>One statement, as something that is and as something that must be.</summary>
    private sealed record Phrase(string Is, string Must);

    private static string? Unchanged(CelNode root)
    {
        if (root is CelBinary { Operator: CelOperator.Equal } equal)
        {
            var (now, then) = (PathOf(equal.Left, "self") ?? PathOf(equal.Right, "self"), PathOf(equal.Left, "oldSelf") ?? PathOf(equal.Right, "oldSelf"));
            if (now is not null && now == then)
                return $"{Quoted(now, isItem: false)} cannot be changed";
            if (equal.Left is CelSelect { IsTest: true } && equal.Right is CelSelect { IsTest: true } && TestOf(equal.Left, "self") is { } set && TestOf(equal.Right, "oldSelf") == set)
                return $"{Quoted(set, isItem: false)} can be neither added nor removed later";
        }
        // !has(oldSelf.x) || has(self.x), perhaps with more about it
        if (CelLogic.Of(root) is CelLogic.Or { Parts: [CelLogic.Atom { IsNegated: true } first, CelLogic.Atom { IsNegated: false } second] }
            && TestOf(first.Node, "oldSelf") is { } old && TestOf(second.Node, "self") == old)
            return $"{Quoted(old, isItem: false)} cannot be removed once it is set";
        return null;
    }

    private static string? PathOf(CelNode node, string variable) => node switch
    {
        CelIdentifier name => name.Name == variable ? "" : null,
        CelSelect { IsTest: false, IsOptional: false } select when PathOf(select.Operand, variable) is { } operand && CelEscape.Unescape(select.Field) is { } field =>
            operand.Length == 0 ? field : operand + "." + field,
        CelIndex { Index: CelLiteral { Value: CelInt at }, IsOptional: false } index when PathOf(index.Operand, variable) is { } operand =>
            operand + "[" + at.Value.ToString(CultureInfo.InvariantCulture) + "]",
        CelIndex { Index: CelLiteral { Value: CelString key }, IsOptional: false } index when PathOf(index.Operand, variable) is { } operand =>
            operand.Length == 0 ? key.Value : operand + "." + key.Value,
        // Reading a text as a duration or a quantity changes nothing of what it is.
        CelCall { Target: null, Function: "duration" or "quantity" or "timestamp" or "int" or "string", Arguments: [var inner] } => PathOf(inner, variable),
        _ => null,
    };

    private static string? TestOf(CelNode node, string variable) =>
        node is CelSelect { IsTest: true } test ? PathOf(new CelSelect(test.Offset, test.Operand, test.Field), variable) : null;

    private static (string Path, bool IsItem)? Find(CelNode node, Names names)
    {
        for (var scope = names; scope is not null; scope = scope.Outer)
            if (PathOf(node, scope.Variable) is { } path)
                // An outer object's field beside those of an item would be taken for the item's.
                return ReferenceEquals(scope, names) ? (path, scope.IsItem) : null;
        return null;
    }

    private static string? Field(CelNode node, Names names) => Find(node, names) is var (path, isItem) ? Quoted(path, isItem) : null;

    private static string? Tested(CelNode node, Names names) =>
        node is CelSelect { IsTest: true } test ? Field(new CelSelect(test.Offset, test.Operand, test.Field), names) : null;

    private static string Quoted(string path, bool isItem) => path.Length == 0 ? isItem ? "the item" : "the value" : $"'{path}'";

    private static string? Rule(CelNode node, Names names) => Counting(node, names) ?? EachItem(node, names) ?? Rule(CelLogic.Of(node), names);

    private static string? Rule(CelLogic logic, Names names) => logic switch
    {
        CelLogic.Or or => SetsOfOne(or, names) ?? Implication(or, names),
        CelLogic.Choice choice => Choice(choice, names),
        CelLogic.And and => Together(and, names),
        CelLogic.Atom { IsNegated: false } atom => Counting(atom.Node, names) ?? EachItem(atom.Node, names) ?? Say(logic, names)?.Must,
        _ => Say(logic, names)?.Must,
    };

    private static string? Together(CelLogic.And and, Names names)
    {
        if (and.Parts.Select(part => part is CelLogic.Atom { IsNegated: true } atom ? Tested(atom.Node, names) : null).ToArray() is var absent && absent.All(static name => name is not null))
            return $"{Join(absent!, "and")} must not be set";
        var all = and.Parts.Select(part => Rule(part, names)).ToArray();
        return all.Contains(null) ? null : Merged(all!, " must be ", ", and ");
    }

    private static string? Choice(CelLogic.Choice choice, Names names)
    {
        if (Say(choice.Condition, names) is not { } condition || Rule(choice.Then, names) is not { } then || Rule(choice.Otherwise, names) is not { } otherwise)
            return null;
        // set when a condition holds, and not when it does not
        if (choice.Then is CelLogic.Atom a && choice.Otherwise is CelLogic.Atom b && a.IsNegated != b.IsNegated && Tested(a.Node, names) is { } field && Tested(b.Node, names) == field)
            return a.IsNegated ? $"{field} must be set unless {condition.Is}, and not be set then" : $"{field} must be set when {condition.Is}, and only then";
        return $"{then} when {condition.Is}; otherwise {otherwise}";
    }

    /// <summary>How many of some fields are set: <c>has(a) != has(b)</c>, <c>[has(a), has(b)].filter(x, x).size() == 1</c>, <c>(has(a) ? 1 : 0) + (has(b) ? 1 : 0) &lt;= 1</c>.</summary>
    private static string? Counting(CelNode node, Names names)
    {
        if (node is not CelBinary binary)
            return null;
        if (Tested(binary.Left, names) is { } left && Tested(binary.Right, names) is { } right)
            return binary.Operator switch
            {
                CelOperator.NotEqual => $"exactly one of {left} and {right} must be set",
                CelOperator.Equal => $"{left} and {right} must be set together or not at all",
                _ => null,
            };
        if (binary.Right is not CelLiteral { Value: CelInt { Value: var count } } || (Listed(binary.Left, names) ?? Summed(binary.Left, names)) is not { Count: > 1 } fields)
            return null;
        var all = Join(fields, "and");
        return (binary.Operator, count) switch
        {
            (CelOperator.Equal, 1) => $"exactly one of {all} must be set",
            (CelOperator.LessOrEqual, 1) or (CelOperator.Less, 2) => $"at most one of {all} may be set",
            (CelOperator.GreaterOrEqual, 1) or (CelOperator.Greater, 0) => $"at least one of {all} must be set",
            (CelOperator.Equal, _) => $"exactly {count.ToString(CultureInfo.InvariantCulture)} of {all} must be set",
            (CelOperator.LessOrEqual, _) => $"at most {count.ToString(CultureInfo.InvariantCulture)} of {all} may be set",
            (CelOperator.GreaterOrEqual, _) => $"at least {count.ToString(CultureInfo.InvariantCulture)} of {all} must be set",
            _ => null,
        };
    }

    private static List<string>? Listed(CelNode node, Names names)
    {
        if (SizeOf(node) is not CelComprehension { Macro: CelMacro.Filter, Range: CelListNode list, Variable: var variable } filter
            || CelLogic.Of(filter.Body) is not CelLogic.Atom { IsNegated: false, Node: CelIdentifier name } || name.Name != variable)
            return null;
        var fields = new List<string>();
        foreach (var item in list.Items)
            if (Tested(item, names) is { } field)
                fields.Add(field);
            else
                return null;
        return fields;
    }

    private static List<string>? Summed(CelNode node, Names names)
    {
        switch (node)
        {
            case CelBinary { Operator: CelOperator.Add } sum:
                return Summed(sum.Left, names) is { } left && Summed(sum.Right, names) is { } right ? [.. left, .. right] : null;
            case CelConditional { Then: CelLiteral { Value: CelInt { Value: 1 } }, Otherwise: CelLiteral { Value: CelInt { Value: 0 } } } choice:
                return Tested(choice.Condition, names) is { } field ? [field] : null;
            default:
                return null;
        }
    }

    private static CelNode? SizeOf(CelNode node) => node switch
    {
        CelCall { Function: "size", Target: { } target, Arguments: [] } => target,
        CelCall { Function: "size", Target: null, Arguments: [var argument] } => argument,
        _ => null,
    };

    /// <summary>What is asked of each item of a list.</summary>
    private static string? EachItem(CelNode node, Names names)
    {
        if (node is not CelComprehension { Macro: CelMacro.All, Second: null } all || Field(all.Range, names) is not { } list)
            return null;
        if (Unique(all) is { } keys)
        {
            var where = list == "the value" ? "items" : $"items of {list}";
            return keys.Count == 1 && keys[0].Length == 0 ? $"no two {where} may be the same" : $"no two {where} may have the same {Join([.. keys.Select(static key => $"'{key}'")], "and")}";
        }
        if (Rule(all.Body, new Names(all.Variable, list, names)) is not { } rule)
            return null;
        return list is "the value" or "the item" ? $"for each item, {rule}" : $"for each item of {list}, {rule}";
    }

    /// <summary><c>list.all(x, list.exists_one(y, x.a == y.a))</c> and <c>list.all(x, list.filter(y, y.a == x.a).size() == 1)</c></summary>
    private static List<string>? Unique(CelComprehension all)
    {
        var inner = all.Body switch
        {
            CelComprehension { Macro: CelMacro.ExistsOne, Second: null } one => one,
            CelBinary { Operator: CelOperator.Equal, Right: CelLiteral { Value: CelInt { Value: 1 } } } equal when SizeOf(equal.Left) is CelComprehension { Macro: CelMacro.Filter } filter => filter,
            _ => null,
        };
        if (inner is null || CelSignatures.Qualified(inner.Range) is not { } range || range != CelSignatures.Qualified(all.Range))
            return null;
        var keys = new List<string>();
        foreach (var part in CelLogic.Of(inner.Body) is CelLogic.And and ? and.Parts : [CelLogic.Of(inner.Body)])
        {
            if (part is not CelLogic.Atom { IsNegated: false, Node: CelBinary { Operator: CelOperator.Equal } equal })
                return null;
            var (left, right) = (PathOf(equal.Left, all.Variable), PathOf(equal.Right, inner.Variable));
            if (left is null)
                (left, right) = (PathOf(equal.Right, all.Variable), PathOf(equal.Left, inner.Variable));
            if (left is null || left != right)
                return null;
            keys.Add(left);
        }
        return keys;
    }

    /// <summary>Alternatives over which fields are set.</summary>
    private static string? SetsOfOne(CelLogic.Or or, Names names)
    {
        if (or.Parts.Select(part => part is CelLogic.Atom atom ? Tested(atom.Node, names) : null).ToArray() is var tested && tested.All(static name => name is not null))
        {
            var atoms = or.Parts.Cast<CelLogic.Atom>().ToArray();
            if (atoms.All(static atom => !atom.IsNegated))
                return $"at least one of {Join(tested!, "and")} must be set";
            if (atoms.All(static atom => atom.IsNegated))
                return tested.Length == 2 ? $"{tested[0]} and {tested[1]} exclude each other" : $"{Join(tested!, "and")} must not all be set";
            return null;
        }
        // (a and not b) or (not a and b), for any number of fields
        string[]? fields = null;
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        var isNoneAllowed = false;
        foreach (var part in or.Parts)
        {
            if (part is not CelLogic.And and || and.Parts.Any(atom => atom is not CelLogic.Atom known || Tested(known.Node, names) is null))
                return null;
            var set = and.Parts.Cast<CelLogic.Atom>().Where(static atom => !atom.IsNegated).Select(atom => Tested(atom.Node, names)!).ToArray();
            var all = and.Parts.Select(atom => Tested(((CelLogic.Atom)atom).Node, names)!).OrderBy(static name => name, StringComparer.Ordinal).ToArray();
            fields ??= all;
            if (!fields.SequenceEqual(all) || set.Length > 1 || set.Length == 1 && !chosen.Add(set[0]))
                return null;
            isNoneAllowed |= set.Length == 0;
        }
        if (fields is null || chosen.Count != fields.Length)
            return null;
        var ordered = or.Parts.SelectMany(part => ((CelLogic.And)part).Parts.Cast<CelLogic.Atom>().Where(static atom => !atom.IsNegated)).Select(atom => Tested(atom.Node, names)!).ToArray();
        return isNoneAllowed ? ordered.Length == 2 ? $"{ordered[0]} and {ordered[1]} exclude each other" : $"at most one of {Join(ordered, "and")} may be set"
            : $"exactly one of {Join(ordered, "and")} must be set";
    }

    /// <summary>An or in which something is denied says what must be when that something is: <c>!has(a) || has(b)</c>.</summary>
    private static string? Implication(CelLogic.Or or, Names names)
    {
        var denied = or.Parts.Where(IsDenial).ToList();
        var rest = or.Parts.Where(static part => !IsDenial(part)).ToList();
        if (denied.Count == 0)
            return Say(or, names)?.Must;
        if (rest.Count == 0)
        {
            // All is denied: what is asked of a field reads best as the last; "x is only allowed when" is below.
            rest.Add(denied[denied.Count - 1]);
            denied.RemoveAt(denied.Count - 1);
        }
        var conditions = denied.Select(CelLogic.Not).ToArray();
        var then = rest.Count == 1 ? rest[0] : new CelLogic.Or(rest);
        if (conditions is [CelLogic.Atom { IsNegated: false, Node: var test }] && Tested(test, names) is { } field)
        {
            if (then is CelLogic.Atom { IsNegated: false } atom && Tested(atom.Node, names) is { } needed)
                return $"{needed} is needed when {field} is set";
            if (Say(then, names) is { } known)
                return $"{field} is allowed only when {known.Is}";
        }
        var condition = Conjunction(conditions, names);
        if (condition is null || Rule(then, names) is not { } must)
            return null;
        if (then is CelLogic.Atom { IsNegated: true } absent && Tested(absent.Node, names) is { } forbidden)
            return $"{forbidden} must not be set when {condition}";
        return then is CelLogic.Atom && !must.StartsWith("for each ", StringComparison.Ordinal) ? $"{must} when {condition}" : $"when {condition}, {must}";
    }

    private static bool IsDenial(CelLogic logic) => logic is CelLogic.Atom { IsNegated: true };

    private static string? Conjunction(IReadOnlyList<CelLogic> parts, Names names)
    {
        var said = parts.Select(part => Say(part, names)?.Is).ToArray();
        return said.Contains(null) ? null : Merged(said!, " is ", " and ");
    }

    /// <summary>"'a' is at least 1 and 'a' is at most 9" is shorter: "'a' is at least 1 and at most 9".</summary>
    private static string Merged(IReadOnlyList<string> said, string verb, string and)
    {
        var end = said[0].IndexOf(verb, StringComparison.Ordinal);
        var start = end < 0 ? null : said[0].Substring(0, end + verb.Length);
        return start is not null && said.All(text => text.StartsWith(start, StringComparison.Ordinal)) ? start + string.Join(" and ", said.Select(text => text.Substring(start.Length))) : string.Join(and, said);
    }

    private static Phrase? Say(CelLogic logic, Names names)
    {
        switch (logic)
        {
            case CelLogic.Atom atom:
                return Say(atom.Node, atom.IsNegated, names);
            case CelLogic.And and:
                return Conjunction(and.Parts, names) is { } all && and.Parts.Select(part => Say(part, names)).ToArray() is var phrases
                    ? new Phrase(all, Merged([.. phrases.Select(static phrase => phrase!.Must)], " must be ", " and "))
                    : null;
            case CelLogic.Or or:
                return OneValue(or, names) ?? (or.Parts.Select(part => Say(part, names)).ToArray() is var ways && ways.All(static way => way is not null)
                    ? new Phrase(string.Join(" or ", ways.Select(static way => way!.Is)), string.Join(", or ", ways.Select(static way => way!.Must)))
                    : null);
            default:
                return null;
        }
    }

    /// <summary><c>a == 'x' || a == 'y'</c> is one of two values.</summary>
    private static Phrase? OneValue(CelLogic.Or or, Names names)
    {
        string? field = null;
        var values = new List<string>();
        foreach (var part in or.Parts)
        {
            if (part is not CelLogic.Atom { IsNegated: false, Node: CelBinary { Operator: CelOperator.Equal } equal } || Field(equal.Left, names) is not { } name
                || Constant(equal.Right) is not { } value || (field ??= name) != name)
                return null;
            values.Add(value);
        }
        return new Phrase($"{field} is {Join(values, "or")}", $"{field} must be {Join(values, "or")}");
    }

    private static Phrase? Say(CelNode node, bool isNegated, Names names)
    {
        var not = isNegated ? "not " : "";
        if (Tested(node, names) is { } tested)
            return new Phrase($"{tested} is {not}set", $"{tested} must {not}be set");
        if (Field(node, names) is { } flag)
            return isNegated ? new Phrase($"{flag} is not true", $"{flag} must not be true") : new Phrase($"{flag} is true", $"{flag} must be true");
        return node switch
        {
            CelBinary binary => Say(binary, isNegated, names),
            CelCall call => Say(call, isNegated, names),
            CelComprehension { Macro: CelMacro.Exists, Second: null } exists => Exists(exists, isNegated, names),
            _ => null,
        };
    }

    private static Phrase? Exists(CelComprehension exists, bool isNegated, Names names)
    {
        if (Field(exists.Range, names) is not { } list || Say(CelLogic.Of(exists.Body), new Names(exists.Variable, list, names)) is not { } phrase)
            return null;
        var where = list is "the value" or "the item" ? "" : $" of {list}";
        return isNegated
            ? new Phrase($"there is no item{where} of which {phrase.Is}", $"there must be no item{where} of which {phrase.Is}")
            : new Phrase($"there is an item{where} of which {phrase.Is}", $"there must be an item{where} of which {phrase.Is}");
    }

    private static Phrase? Say(CelBinary binary, bool isNegated, Names names)
    {
        var @operator = isNegated ? Opposite(binary.Operator) : binary.Operator;
        if (binary.Operator == CelOperator.In)
            return In(binary, isNegated ? "not " : "", names);
        if (@operator is not { } known)
            return null;
        var (left, right) = (binary.Left, binary.Right);
        // 'x' == self.a reads the other way round
        if (left is CelLiteral && right is not CelLiteral)
            (left, right, known) = (right, left, Mirrored(known));
        if (SizeOf(left) is { } sized && right is CelLiteral { Value: CelInt { Value: var count } })
            return sized is CelComprehension { Macro: CelMacro.Filter } filter ? Count(filter, known, count, names) : Field(sized, names) is { } field ? Size(field, known, count) : null;
        var isDuration = left is CelCall { Function: "duration" } || right is CelCall { Function: "duration" };
        if (Field(left, names) is not { } name || (Constant(right) ?? Field(right, names)) is not { } other)
            return null;
        if (known is CelOperator.Equal or CelOperator.NotEqual && right is CelLiteral { Value: CelString { Value: "" } })
            return known == CelOperator.Equal ? new Phrase($"{name} is empty", $"{name} must be empty") : new Phrase($"{name} is not empty", $"{name} must not be empty");
        var what = known switch
        {
            CelOperator.Equal => other,
            CelOperator.NotEqual => "not " + other,
            CelOperator.Less => (isDuration ? "shorter than " : "less than ") + other,
            CelOperator.LessOrEqual => "at most " + other,
            CelOperator.Greater => (isDuration ? "longer than " : "greater than ") + other,
            CelOperator.GreaterOrEqual => "at least " + other,
            _ => null,
        };
        return what is null ? null : new Phrase($"{name} is {what}", known == CelOperator.NotEqual ? $"{name} must not be {other}" : $"{name} must be {what}");
    }

    private static Phrase? In(CelBinary binary, string not, Names names)
    {
        if (Field(binary.Left, names) is { } field && binary.Right is CelListNode list)
        {
            var values = list.Items.Select(Constant).ToList();
            if (values.Count == 0 || values.Exists(static value => value is null))
                return null;
            return new Phrase($"{field} is {not}{Join(values!, "or")}", $"{field} must {not}be {Join(values!, "or")}");
        }
        if (Constant(binary.Left) is { } item && Field(binary.Right, names) is { } owner)
            return not.Length == 0 ? new Phrase($"{owner} contains {item}", $"{owner} must contain {item}") : new Phrase($"{owner} does not contain {item}", $"{owner} must not contain {item}");
        return null;
    }

    /// <summary>How many items are such.</summary>
    private static Phrase? Count(CelComprehension filter, CelOperator @operator, long count, Names names)
    {
        if (Field(filter.Range, names) is not { } list || Say(CelLogic.Of(filter.Body), new Names(filter.Variable, list, names)) is not { } phrase)
            return null;
        var number = @operator switch
        {
            CelOperator.Equal => "exactly ",
            CelOperator.LessOrEqual => "at most ",
            CelOperator.GreaterOrEqual => "at least ",
            _ => null,
        };
        if (number is null)
            return null;
        var items = $"{number}{count.ToString(CultureInfo.InvariantCulture)} {(count == 1 ? "item" : "items")}{(list is "the value" or "the item" ? "" : $" of {list}")} of which {phrase.Is}";
        return new Phrase($"there {(count == 1 ? "is" : "are")} {items}", $"there must be {items}");
    }

    private static Phrase? Size(string field, CelOperator @operator, long count)
    {
        switch (@operator, count)
        {
            case (CelOperator.Equal, 0) or (CelOperator.LessOrEqual, 0) or (CelOperator.Less, 1):
                return new Phrase($"{field} is empty", $"{field} must be empty");
            case (CelOperator.NotEqual, 0) or (CelOperator.Greater, 0) or (CelOperator.GreaterOrEqual, 1):
                return new Phrase($"{field} is not empty", $"{field} must not be empty");
        }
        var what = @operator switch
        {
            CelOperator.Equal => "exactly " + count.ToString(CultureInfo.InvariantCulture),
            CelOperator.LessOrEqual => "at most " + count.ToString(CultureInfo.InvariantCulture),
            CelOperator.Less => "at most " + (count - 1).ToString(CultureInfo.InvariantCulture),
            CelOperator.GreaterOrEqual => "at least " + count.ToString(CultureInfo.InvariantCulture),
            CelOperator.Greater => "at least " + (count + 1).ToString(CultureInfo.InvariantCulture),
            _ => null,
        };
        return what is null ? null : new Phrase($"the size of {field} is {what}", $"the size of {field} must be {what}");
    }

    private static CelOperator? Opposite(CelOperator @operator) => @operator switch
    {
        CelOperator.Equal => CelOperator.NotEqual,
        CelOperator.NotEqual => CelOperator.Equal,
        CelOperator.Less => CelOperator.GreaterOrEqual,
        CelOperator.LessOrEqual => CelOperator.Greater,
        CelOperator.Greater => CelOperator.LessOrEqual,
        CelOperator.GreaterOrEqual => CelOperator.Less,
        _ => null,
    };

    private static CelOperator Mirrored(CelOperator @operator) => @operator switch
    {
        CelOperator.Less => CelOperator.Greater,
        CelOperator.LessOrEqual => CelOperator.GreaterOrEqual,
        CelOperator.Greater => CelOperator.Less,
        CelOperator.GreaterOrEqual => CelOperator.LessOrEqual,
        _ => @operator,
    };

    private static Phrase? Say(CelCall call, bool isNegated, Names names)
    {
        var subject = call.Target ?? (call.Arguments.Count > 0 ? call.Arguments[0] : null);
        if (subject is null || Field(subject, names) is not { } field)
            return null;
        var argument = call.Target is not null && call.Arguments is [var first] ? Constant(first) : null;
        var (verb, bare, rest) = (call.Function, argument) switch
        {
            ("startsWith", not null) => ("starts", "start", "with " + argument),
            ("endsWith", not null) => ("ends", "end", "with " + argument),
            ("contains", not null) => ("contains", "contain", argument),
            ("matches", not null) => ("matches", "match", "the pattern " + argument),
            ("isIP", _) when call.Target is null => ("is", "be", "an IP address"),
            ("isCIDR", _) when call.Target is null => ("is", "be", "a network (CIDR)"),
            ("isURL", _) when call.Target is null => ("is", "be", "a URL"),
            ("isQuantity", _) when call.Target is null => ("is", "be", "a quantity"),
            ("isSemver", _) when call.Target is null => ("is", "be", "a semantic version"),
            _ => ("", "", ""),
        };
        if (verb.Length == 0)
            return null;
        var isToBe = verb == "is";
        return new Phrase(
            $"{field} {(isNegated ? isToBe ? "is not" : "does not " + bare : verb)} {rest}",
            $"{field} must {(isNegated ? "not " : "")}{bare} {rest}");
    }

    private static string? Constant(CelNode node) => node switch
    {
        CelLiteral { Value: CelString text } => $"'{text.Value}'",
        CelLiteral { Value: CelInt or CelUint or CelDouble or CelBool or CelNull } literal => CelText.Describe(literal.Value).TrimEnd('u'),
        CelCall { Target: null, Function: "duration" or "quantity" or "timestamp", Arguments: [CelLiteral { Value: CelString text }] } => text.Value,
        _ => null,
    };

    private static string Join(IReadOnlyList<string> words, string last) =>
        words.Count == 1 ? words[0] : string.Join(", ", words.Take(words.Count - 1)) + $" {last} " + words[words.Count - 1];
}
