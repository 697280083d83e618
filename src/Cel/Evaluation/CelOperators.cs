namespace GitOps;

/// <summary>The operators with two sides, but for <c>&amp;&amp;</c> and <c>||</c>.</summary>
internal static class CelOperators
{
    public static CelValue Apply(CelOperator @operator, CelValue left, CelValue right, CelBudget budget)
    {
        switch (@operator)
        {
            case CelOperator.Equal or CelOperator.NotEqual:
                SpendSizes(left, right, budget);
                return CelEquality.Equal(left, right) is CelBool same ? CelValue.Of(same.Value == (@operator == CelOperator.Equal)) : CelEquality.Equal(left, right);
            case CelOperator.In:
                return In(left, right, budget);
        }
        if (left.IsUnknown || right.IsUnknown)
            return @operator is CelOperator.Less or CelOperator.LessOrEqual or CelOperator.Greater or CelOperator.GreaterOrEqual ? CelUnknown.Bool : CelUnknown.Any;
        if (left.IsError)
            return left;
        if (right.IsError)
            return right;
        return @operator switch
        {
            CelOperator.Less => Compare(left, right, static order => order == -1, budget),
            CelOperator.LessOrEqual => Compare(left, right, static order => order is -1 or 0, budget),
            CelOperator.Greater => Compare(left, right, static order => order == 1, budget),
            CelOperator.GreaterOrEqual => Compare(left, right, static order => order is 0 or 1, budget),
            CelOperator.Add => Add(left, right, budget),
            _ => Arithmetic(@operator, left, right),
        };
    }

    private static void SpendSizes(CelValue left, CelValue right, CelBudget budget)
    {
        if (left is CelString a && right is CelString b)
            budget.SpendText(Math.Min(a.Value.Length, b.Value.Length));
        else if (left is CelList or CelMap && right is CelList or CelMap)
            budget.Spend(Math.Min(SizeOf(left), SizeOf(right)));
    }

    /// <summary>How many values there are in a value, to a bound: comparing looks at all of them.</summary>
    private static long SizeOf(CelValue value, int depth = 0)
    {
        long size = 1;
        if (depth > 64)
            return size;
        if (value is CelList list)
        {
            if (list.ListKind != CelListKind.Atomic)
                return 1 + (long)list.Count * list.Count;
            for (var i = 0; i < list.Count; i++)
                size += SizeOf(list[i], depth + 1);
        }
        else if (value is CelMap map)
            foreach (var key in map.Keys)
                size += map.Find(key) is { } item ? SizeOf(item, depth + 1) : 1;
        return size;
    }

    private static CelValue Compare(CelValue left, CelValue right, Func<int, bool> holds, CelBudget budget)
    {
        SpendSizes(left, right, budget);
        return CelOrder.Compare(left, right) is not { } order ? NoOverload("compared", left, right)
            : CelValue.Of(holds(order == CelOrder.NotANumber ? order : Math.Sign(order)));
    }

    private static CelError NoOverload(string what, CelValue left, CelValue right) => new($"{left.TypeName} and {right.TypeName} cannot be {what}");

    private static CelValue In(CelValue item, CelValue range, CelBudget budget)
    {
        if (range.IsUnknown)
            return CelUnknown.Bool;
        if (item.IsError)
            return item;
        switch (range)
        {
            case CelList list:
                CelValue result = list.IsPartial ? CelUnknown.Bool : CelBool.False;
                for (var i = 0; i < list.Count; i++)
                {
                    var same = CelEquality.Equal(list[i], item);
                    if (same == CelBool.True)
                        return same;
                    if (same.IsUnknown || same.IsError && !result.IsUnknown)
                        result = same;
                    if (!budget.Spend())
                        return CelUnknown.Bool;
                }
                return result;
            case CelMap map:
                if (item.IsUnknown)
                    return map is { Count: 0, IsPartial: false } ? CelBool.False : CelUnknown.Bool;
                return map.Find(item) is not null ? CelBool.True : map.IsPartial ? CelUnknown.Bool : CelBool.False;
            default:
                return range.IsError ? range : new CelError($"'in' wants a list or a map, and this is of type {range.TypeName}");
        }
    }

    private static CelValue Add(CelValue left, CelValue right, CelBudget budget)
    {
        switch (left, right)
        {
            case (CelString a, CelString b):
                return budget.SpendText(a.Value.Length + b.Value.Length) ? new CelString(a.Value + b.Value) : CelUnknown.String;
            case (CelBytes a, CelBytes b):
                return budget.SpendText(a.Value.Length + b.Value.Length) ? new CelBytes([.. a.Value, .. b.Value]) : CelUnknown.Any;
            case (CelList a, CelList b):
                return Add(a, b, budget);
            case (CelTimestamp a, CelDuration b):
                return Moved(a, b.Nanoseconds, 1);
            case (CelDuration a, CelTimestamp b):
                return Moved(b, a.Nanoseconds, 1);
            default:
                return Arithmetic(CelOperator.Add, left, right);
        }
    }

    private static CelValue Add(CelList left, CelList right, CelBudget budget)
    {
        if (left.IsPartial || right.IsPartial)
            return CelUnknown.Of(CelKind.List);
        if (!budget.Spend(left.Count + right.Count))
            return CelUnknown.Any;
        var items = new List<CelValue>(left.Count + right.Count);
        for (var i = 0; i < left.Count; i++)
            items.Add(left[i]);
        for (var i = 0; i < right.Count; i++)
        {
            var at = -1;
            if (left.ListKind != CelListKind.Atomic)
                for (var j = 0; j < items.Count && at < 0; j++)
                {
                    var same = left.ListKind == CelListKind.Set ? CelEquality.Equal(items[j], right[i]) : SameKeys(items[j], right[i], left.Keys);
                    if (!same.IsKnown)
                        return CelUnknown.Of(CelKind.List);
                    if (same == CelBool.True)
                        at = j;
                    if (!budget.Spend())
                        return CelUnknown.Any;
                }
            if (at < 0)
                items.Add(right[i]);
            else if (left.ListKind == CelListKind.Map)
                items[at] = right[i];
        }
        return new CelArray(items, left.ListKind, left.Keys);
    }

    private static CelValue SameKeys(CelValue left, CelValue right, IReadOnlyList<string> keys)
    {
        if (left is not CelMap a || right is not CelMap b)
            return CelUnknown.Bool;
        foreach (var key in keys)
        {
            var name = CelEscape.Escape(key) ?? key;
            var (own, other) = (a.Find(name), b.Find(name));
            if (own is null || other is null)
            {
                if (own is null && a.IsPartial || other is null && b.IsPartial)
                    return CelUnknown.Bool;
                if (own is null != other is null)
                    return CelBool.False;
                continue;
            }
            var same = CelEquality.Equal(own, other);
            if (same != CelBool.True)
                return same;
        }
        return CelBool.True;
    }

    /// <summary>A time, later or earlier.</summary>
    private static CelValue Moved(CelTimestamp time, long nanoseconds, int sign)
    {
        const long second = 1_000_000_000;
        var (seconds, rest) = (nanoseconds / second * sign, (int)(nanoseconds % second) * sign);
        var sum = time.Nanoseconds + rest;
        var moved = time.Seconds + seconds + (sum < 0 ? -1 : sum >= second ? 1 : 0);
        sum = (int)((sum + second) % second);
        return moved is < CelTimestamp.First or > CelTimestamp.Last ? new CelError("the time is beyond the years 1 to 9999") : new CelTimestamp(moved, sum, time.Offset);
    }

    private static CelValue Arithmetic(CelOperator @operator, CelValue left, CelValue right)
    {
        try
        {
            switch (left, right)
            {
                case (CelInt a, CelInt b):
                    if (@operator is CelOperator.Divide or CelOperator.Modulo && b.Value == 0)
                        return new CelError("division by zero");
                    return CelInt.Of(checked(@operator switch
                    {
                        CelOperator.Add => a.Value + b.Value,
                        CelOperator.Subtract => a.Value - b.Value,
                        CelOperator.Multiply => a.Value * b.Value,
                        CelOperator.Divide => a.Value / b.Value,
                        _ => a.Value == long.MinValue && b.Value == -1 ? throw new OverflowException() : a.Value % b.Value,
                    }));
                case (CelUint a, CelUint b):
                    if (@operator is CelOperator.Divide or CelOperator.Modulo && b.Value == 0)
                        return new CelError("division by zero");
                    return new CelUint(checked(@operator switch
                    {
                        CelOperator.Add => a.Value + b.Value,
                        CelOperator.Subtract => a.Value - b.Value,
                        CelOperator.Multiply => a.Value * b.Value,
                        CelOperator.Divide => a.Value / b.Value,
                        _ => a.Value % b.Value,
                    }));
                case (CelDouble a, CelDouble b) when @operator != CelOperator.Modulo:
                    return new CelDouble(@operator switch
                    {
                        CelOperator.Add => a.Value + b.Value,
                        CelOperator.Subtract => a.Value - b.Value,
                        CelOperator.Multiply => a.Value * b.Value,
                        _ => a.Value / b.Value,
                    });
                case (CelDuration a, CelDuration b) when @operator is CelOperator.Add or CelOperator.Subtract:
                    return new CelDuration(checked(@operator == CelOperator.Add ? a.Nanoseconds + b.Nanoseconds : a.Nanoseconds - b.Nanoseconds));
                case (CelTimestamp a, CelTimestamp b) when @operator == CelOperator.Subtract:
                    return new CelDuration(checked((a.Seconds - b.Seconds) * 1_000_000_000 + a.Nanoseconds - b.Nanoseconds));
                case (CelTimestamp a, CelDuration b) when @operator == CelOperator.Subtract:
                    return Moved(a, b.Nanoseconds, -1);
            }
        }
        catch (OverflowException)
        {
            return new CelError("the number is too large");
        }
        return NoOverload(@operator switch
        {
            CelOperator.Add => "added",
            CelOperator.Subtract => "subtracted",
            CelOperator.Multiply => "multiplied",
            CelOperator.Divide => "divided",
            _ => "divided with a rest",
        }, left, right);
    }
}
