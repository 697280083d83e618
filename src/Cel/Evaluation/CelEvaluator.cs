namespace GitOps;

/// <summary>
/// Evaluates an expression, three-valued: a part of the data may be unknown. <c>&amp;&amp;</c>, <c>||</c>, the ternary and the macros all and exists absorb what does not matter
/// (false &amp;&amp; unknown is false), an unknown wins over an error. Never throws for what an expression or its data hold; recursion is bounded by the parser, work by the budget.
/// </summary>
internal static class CelEvaluator
{
    public static CelResult Evaluate(CelExpression expression, CelVariables variables, CelBudget? budget = null)
    {
        budget ??= new CelBudget();
        var value = new Run(budget).Evaluate(expression.Root, variables);
        // What was cut short is not to be trusted, whichever way it came out.
        return budget.IsSpent ? new CelResult(CelUnknown.Any, IsTooCostly: true) : new CelResult(value);
    }

    private sealed class Run(CelBudget budget)
    {
        public CelValue Evaluate(CelNode node, CelVariables scope)
        {
            if (!budget.Spend())
                return CelUnknown.Any;
            return node switch
            {
                CelLiteral literal => literal.Value,
                CelIdentifier name => scope.Find(name.Name) ?? CelFunctions.TypeNamed(name.Name) ?? (CelValue)new CelError($"'{name.Name}' is not declared"),
                CelSelect select => Select(select, scope),
                CelIndex index => Index(index, scope),
                CelLogical logical => Logical(logical, scope),
                CelBinary binary => Binary(binary, scope),
                CelUnary unary => Unary(unary, scope),
                CelConditional conditional => Conditional(conditional, scope),
                CelCall call => Call(call, scope),
                CelComprehension macro => Macro(macro, scope),
                CelListNode list => List(list, scope),
                CelMapNode map => Map(map, scope),
                _ => throw new InvalidOperationException("A node without meaning."),
            };
        }

        private CelValue Select(CelSelect select, CelVariables scope)
        {
            var operand = Evaluate(select.Operand, scope);
            // A type of several names: google.protobuf.Timestamp.
            if (operand.IsError && CelSignatures.Qualified(select) is { } path && CelFunctions.TypeNamed(path) is { } type)
                return type;
            if (select.IsTest)
                return Has(operand, select.Field);
            if (operand is CelOptional optional)
                return optional.Value is null ? optional : Optionally(Field(optional.Value, select.Field, isOptional: true));
            var field = Field(operand, select.Field, select.IsOptional);
            return select.IsOptional ? Optionally(field) : field ?? new CelError($"there is no '{select.Field}'");
        }

        private static CelValue Optionally(CelValue? value) => value switch
        {
            null => CelOptional.None,
            { IsKnown: true } => new CelOptional(value),
            _ => value,
        };

        /// <summary>The value of a field; <see langword="null"/> when there is none.</summary>
        /// <param name="isOptional">What has no fields is no error then: it has not this one either.</param>
        private static CelValue? Field(CelValue operand, string field, bool isOptional) => operand switch
        {
            CelMap map => map.Find(field) ?? (map.IsPartial ? CelUnknown.Any : null),
            CelUnknown { Type: null or CelKind.Map or CelKind.Optional } => CelUnknown.Any,
            CelError => operand,
            _ when isOptional => null,
            _ => new CelError($"'{field}' is asked of something that has no fields: {operand.TypeName}"),
        };

        private static CelValue Has(CelValue operand, string field) => operand switch
        {
            CelOptional { Value: null } => CelBool.False,
            CelOptional { Value: { } inner } => Has(inner, field),
            CelMap map => map.Find(field) is not null ? CelBool.True : map.IsPartial ? CelUnknown.Bool : CelBool.False,
            CelUnknown { Type: null or CelKind.Map or CelKind.Optional } => CelUnknown.Bool,
            CelError => operand,
            _ => CelBool.False,
        };

        private CelValue Index(CelIndex node, CelVariables scope)
        {
            var operand = Evaluate(node.Operand, scope);
            var index = Evaluate(node.Index, scope);
            if (operand.IsUnknown || index.IsUnknown)
                return CelUnknown.Any;
            if (operand.IsError)
                return operand;
            if (index.IsError)
                return index;
            if (operand is CelOptional optional)
                return optional.Value is null ? optional : Optionally(At(optional.Value, index, isOptional: true, out _));
            var found = At(operand, index, node.IsOptional, out var missing);
            return node.IsOptional ? Optionally(found) : found ?? new CelError(missing);
        }

        private static CelValue? At(CelValue operand, CelValue index, bool isOptional, out string missing)
        {
            missing = "";
            switch (operand)
            {
                case CelList list:
                    if (Whole(index) is not { } at)
                        return new CelError("a list's index is a whole number");
                    missing = $"the list has no item {CelText.Describe(CelInt.Of(at))}: it has {list.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
                    return at >= 0 && at < list.Count ? list[(int)at] : at >= 0 && list.IsPartial ? CelUnknown.Any : null;
                case CelMap map:
                    missing = $"there is no {CelText.Describe(index)}";
                    return map.Find(index) ?? (map.IsPartial ? CelUnknown.Any : null);
                case var _ when isOptional:
                    return null;
                default:
                    return new CelError($"an index is asked of something that has no items: {operand.TypeName}");
            }
        }

        private static long? Whole(CelValue value) => value switch
        {
            CelInt i => i.Value,
            CelUint u when u.Value <= long.MaxValue => (long)u.Value,
            CelDouble d when d.Value == Math.Floor(d.Value) && Math.Abs(d.Value) < 9e15 => (long)d.Value,
            _ => null,
        };

        private CelValue Logical(CelLogical logical, CelVariables scope)
        {
            CelValue result = logical.IsAnd ? CelBool.True : CelBool.False;
            foreach (var operand in logical.Operands)
            {
                result = Combine(result, Evaluate(operand, scope), logical.IsAnd);
                if (result.Kind == CelKind.Bool && result == CelBool.True != logical.IsAnd || budget.IsSpent)
                    return result;
            }
            return result;
        }

        /// <summary>And, or or, of what is so far and what comes: the deciding bool wins, then what is unknown, then an error.</summary>
        private static CelValue Combine(CelValue soFar, CelValue next, bool isAnd)
        {
            var deciding = CelValue.Of(!isAnd);
            if (soFar == deciding || next == deciding)
                return deciding;
            if (soFar.IsUnknown || next is CelUnknown { Type: null or CelKind.Bool })
                return CelUnknown.Bool;
            if (soFar.IsError)
                return soFar;
            return next.Kind is CelKind.Bool or CelKind.Error ? next : new CelError($"{(isAnd ? "&&" : "||")} wants a bool, and this is of type {next.TypeName}");
        }

        private CelValue Conditional(CelConditional node, CelVariables scope)
        {
            var condition = Evaluate(node.Condition, scope);
            if (condition is CelUnknown { Type: null or CelKind.Bool })
            {
                // Both ways may lead to one place.
                var (then, otherwise) = (Evaluate(node.Then, scope), Evaluate(node.Otherwise, scope));
                return then.IsKnown && otherwise.IsKnown && CelEquality.Equal(then, otherwise) == CelBool.True && then.Kind == otherwise.Kind ? then : CelUnknown.Any;
            }
            return condition switch
            {
                CelBool choice => Evaluate(choice.Value ? node.Then : node.Otherwise, scope),
                CelError => condition,
                _ => new CelError($"the condition before '?' is no bool but of type {condition.TypeName}"),
            };
        }

        private CelValue Binary(CelBinary binary, CelVariables scope)
        {
            var left = Evaluate(binary.Left, scope);
            var right = Evaluate(binary.Right, scope);
            return CelOperators.Apply(binary.Operator, left, right, budget);
        }

        private CelValue Unary(CelUnary unary, CelVariables scope)
        {
            var operand = Evaluate(unary.Operand, scope);
            if (operand.IsUnknown)
                return unary.IsNot ? CelUnknown.Bool : CelUnknown.Any;
            return (unary.IsNot, operand) switch
            {
                (_, CelError) => operand,
                (true, CelBool b) => CelValue.Of(!b.Value),
                (false, CelInt { Value: not long.MinValue } i) => CelInt.Of(-i.Value),
                (false, CelDouble d) => new CelDouble(-d.Value),
                (false, CelDuration { Nanoseconds: not long.MinValue } d) => new CelDuration(-d.Nanoseconds),
                (false, CelInt or CelDuration) => new CelError("the number is too large"),
                _ => new CelError($"{(unary.IsNot ? "!" : "-")} means nothing for {operand.TypeName}"),
            };
        }

        private CelValue Call(CelCall call, CelVariables scope)
        {
            var shift = call.Target is null ? 0 : 1;
            var arguments = new CelValue[call.Arguments.Count + shift];
            if (call.Target is not null)
                arguments[0] = Evaluate(call.Target, scope);
            // The alternatives of an optional are not looked at when they are not needed.
            if (shift == 1 && arguments.Length == 2 && call.Function is "or" or "orValue" && arguments[0] is CelOptional { Value: { } present } optional)
                return call.Function == "or" ? optional : present;
            for (var i = 0; i < call.Arguments.Count; i++)
                arguments[i + shift] = Evaluate(call.Arguments[i], scope);
            return CelFunctions.Call(call.Function, arguments, shift == 1, budget);
        }

        private CelValue List(CelListNode node, CelVariables scope)
        {
            var items = new List<CelValue>(node.Items.Count);
            CelValue? fault = null;
            for (var i = 0; i < node.Items.Count; i++)
            {
                var item = Evaluate(node.Items[i], scope);
                if (node.IsOptional(i) && item.Kind != CelKind.Error)
                {
                    if (item is CelOptional optional)
                        item = optional.Value!;
                    else
                        // Nobody knows whether there is an item here, so neither what stands behind it.
                        fault = Worse(fault, item.IsUnknown ? item : new CelError("an item with '?' is no optional"));
                }
                if (item is null)
                    continue;
                if (item.IsError)
                    fault = Worse(fault, item);
                // An unknown item is an item all the same: the list's size is known.
                items.Add(item);
            }
            return fault ?? new CelArray(items);
        }

        private CelValue Map(CelMapNode node, CelVariables scope)
        {
            var map = new CelDictionary();
            CelValue? fault = null;
            for (var i = 0; i < node.Keys.Count; i++)
            {
                var key = Evaluate(node.Keys[i], scope);
                var value = Evaluate(node.Values[i], scope);
                if (node.IsOptional(i) && !value.IsError)
                {
                    if (value is CelOptional { Value: null })
                        continue;
                    if (value is CelOptional optional)
                        value = optional.Value!;
                    else
                        fault = Worse(fault, value.IsUnknown ? value : new CelError("a value with '?' is no optional"));
                }
                if (!key.IsKnown)
                    fault = Worse(fault, key);
                else if (value.IsError)
                    fault = Worse(fault, value);
                else if (key.Kind is not (CelKind.Bool or CelKind.Int or CelKind.Uint or CelKind.Double or CelKind.String))
                    fault = Worse(fault, new CelError($"{key.TypeName} cannot be a key"));
                else
                    map.Set(key, value);
            }
            return fault ?? map;
        }

        private static CelValue Worse(CelValue? one, CelValue other) => one is null || other.IsUnknown ? other : one;

        private CelValue Macro(CelComprehension macro, CelVariables scope)
        {
            var range = Evaluate(macro.Range, scope);
            switch (macro.Macro)
            {
                case CelMacro.Bind:
                    return Evaluate(macro.Body, scope.With(macro.Variable, range));
                case CelMacro.OptMap or CelMacro.OptFlatMap:
                    return Optional(macro, range, scope);
            }
            if (range.IsUnknown)
                return macro.Macro is CelMacro.All or CelMacro.Exists or CelMacro.ExistsOne ? CelUnknown.Bool : CelUnknown.Any;
            if (range is not (CelList or CelMap))
                return range.IsError ? range : new CelError($"{macro.Macro} wants a list or a map, and this is of type {range.TypeName}");
            return macro.Macro switch
            {
                CelMacro.All or CelMacro.Exists => Quantifier(macro, range, scope),
                CelMacro.ExistsOne => ExistsOne(macro, range, scope),
                CelMacro.Filter => Filter(macro, range, scope),
                CelMacro.Map or CelMacro.TransformList => Transform(macro, range, scope),
                CelMacro.TransformMap or CelMacro.TransformMapEntry => TransformMap(macro, range, scope),
                _ => SortBy(macro, range, scope),
            };
        }

        private CelValue Optional(CelComprehension macro, CelValue target, CelVariables scope)
        {
            if (target is not CelOptional optional)
                return target.IsKnown ? new CelError("optMap and optFlatMap want an optional") : target;
            if (optional.Value is null)
                return optional;
            var body = Evaluate(macro.Body, scope.With(macro.Variable, optional.Value));
            if (!body.IsKnown)
                return body;
            return macro.Macro == CelMacro.OptMap ? new CelOptional(body) : body is CelOptional ? body : new CelError("optFlatMap wants an optional as its result");
        }

        /// <summary>The scopes of a macro's turns: with one variable the items of a list or the keys of a map, with two also the places or values.</summary>
        private static IEnumerable<(CelVariables Scope, CelValue First, CelValue? Second)> Turns(CelComprehension macro, CelValue range, CelVariables scope)
        {
            if (range is CelList list)
                for (var i = 0; i < list.Count; i++)
                    yield return macro.Second is null
                        ? (scope.With(macro.Variable, list[i]), list[i], null)
                        : (scope.With(macro.Variable, CelInt.Of(i)).With(macro.Second, list[i]), CelInt.Of(i), list[i]);
            else if (range is CelMap map)
                foreach (var key in map.Keys)
                {
                    if (macro.Second is null)
                    {
                        yield return (scope.With(macro.Variable, key), key, null);
                        continue;
                    }
                    var value = map.Find(key) ?? CelNull.Value;
                    yield return (scope.With(macro.Variable, key).With(macro.Second, value), key, value);
                }
        }

        private static bool IsPartial(CelValue range) => range is CelList { IsPartial: true } or CelMap { IsPartial: true };

        private CelValue Quantifier(CelComprehension macro, CelValue range, CelVariables scope)
        {
            var isAll = macro.Macro == CelMacro.All;
            CelValue result = CelValue.Of(isAll);
            foreach (var turn in Turns(macro, range, scope))
            {
                result = Combine(result, Evaluate(macro.Body, turn.Scope), isAll);
                if (result == CelValue.Of(!isAll) || !budget.Spend())
                    return result;
            }
            return IsPartial(range) ? CelUnknown.Bool : result;
        }

        private CelValue ExistsOne(CelComprehension macro, CelValue range, CelVariables scope)
        {
            var found = 0;
            CelValue? fault = null;
            foreach (var turn in Turns(macro, range, scope))
            {
                var body = Condition(Evaluate(macro.Body, turn.Scope), "exists_one");
                if (body == CelBool.True)
                    found++;
                else if (!body.IsKnown)
                    fault = Worse(fault, body);
                if (!budget.Spend())
                    return CelUnknown.Bool;
            }
            if (fault is { IsError: true })
                return IsPartial(range) ? CelUnknown.Bool : fault;
            // Two are too many, whatever the unknown ones are.
            if (found > 1)
                return CelBool.False;
            return fault is not null || IsPartial(range) ? CelUnknown.Bool : CelValue.Of(found == 1);
        }

        private static CelValue Condition(CelValue value, string macro) =>
            value is CelUnknown { Type: not (null or CelKind.Bool) } || value.IsKnown && value.Kind != CelKind.Bool ? new CelError($"{macro} wants a bool, and this is of type {value.TypeName}") : value;

        private CelValue Filter(CelComprehension macro, CelValue range, CelVariables scope)
        {
            var kept = new List<CelValue>();
            CelValue? fault = IsPartial(range) ? CelUnknown.Of(CelKind.List) : null;
            foreach (var turn in Turns(macro, range, scope))
            {
                var body = Condition(Evaluate(macro.Body, turn.Scope), "filter");
                if (body == CelBool.True)
                    kept.Add(turn.First);
                else if (!body.IsKnown)
                    fault = Worse(fault, body.IsUnknown ? CelUnknown.Of(CelKind.List) : body);
                if (!budget.Spend())
                    return CelUnknown.Any;
            }
            return fault ?? new CelArray(kept);
        }

        private CelValue Transform(CelComprehension macro, CelValue range, CelVariables scope)
        {
            var made = new List<CelValue>();
            CelValue? fault = IsPartial(range) ? CelUnknown.Of(CelKind.List) : null;
            foreach (var turn in Turns(macro, range, scope))
            {
                if (Passes(macro, turn.Scope, ref fault))
                {
                    var body = Evaluate(macro.Body, turn.Scope);
                    if (body.IsError)
                        fault = Worse(fault, body);
                    made.Add(body);
                }
                if (!budget.Spend())
                    return CelUnknown.Any;
            }
            return fault ?? new CelArray(made);
        }

        private bool Passes(CelComprehension macro, CelVariables scope, ref CelValue? fault)
        {
            if (macro.Guard is null)
                return true;
            var guard = Condition(Evaluate(macro.Guard, scope), "map");
            if (!guard.IsKnown)
                fault = Worse(fault, guard.IsUnknown ? CelUnknown.Any : guard);
            return guard == CelBool.True;
        }

        private CelValue TransformMap(CelComprehension macro, CelValue range, CelVariables scope)
        {
            var made = new CelDictionary();
            CelValue? fault = IsPartial(range) ? CelUnknown.Of(CelKind.Map) : null;
            foreach (var turn in Turns(macro, range, scope))
            {
                if (Passes(macro, turn.Scope, ref fault))
                {
                    var body = Evaluate(macro.Body, turn.Scope);
                    if (body.IsError)
                        fault = Worse(fault, body);
                    else if (macro.Macro == CelMacro.TransformMap)
                        made.TryAdd(turn.First, body);
                    else if (body is not CelMap entries)
                        fault = Worse(fault, body.IsUnknown ? CelUnknown.Of(CelKind.Map) : new CelError("transformMapEntry wants a map as its result"));
                    else
                        foreach (var key in entries.Keys)
                            if (!made.TryAdd(key, entries.Find(key)!))
                                fault = Worse(fault, new CelError($"the key {CelText.Describe(key)} stands twice in a map"));
                }
                if (!budget.Spend())
                    return CelUnknown.Any;
            }
            return fault ?? made;
        }

        private CelValue SortBy(CelComprehension macro, CelValue range, CelVariables scope)
        {
            if (range is not CelList list)
                return new CelError("sortBy wants a list");
            if (list.IsPartial)
                return CelUnknown.Of(CelKind.List);
            var keys = new CelValue[list.Count];
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = Evaluate(macro.Body, scope.With(macro.Variable, list[i]));
                if (!keys[i].IsKnown)
                    return keys[i].IsUnknown ? CelUnknown.Of(CelKind.List) : keys[i];
            }
            return CelListFunctions.Sorted(list, keys, budget);
        }
    }
}
