namespace GitOps;

/// <summary>Functions of lists, of Kubernetes' own library and of cel-go's; and of sets.</summary>
internal static class CelListFunctions
{
    private const int LongestResult = 1_000_000;

    public static void AddTo(Dictionary<string, CelFunction> all)
    {
        all["isSorted"] = Of(static (list, budget) =>
        {
            for (var i = 1; i < list.Count; i++)
            {
                if (!budget.Spend())
                    return CelUnknown.Bool;
                if (!list[i - 1].IsKnown || !list[i].IsKnown)
                    return CelUnknown.Bool;
                if (CelOrder.Compare(list[i - 1], list[i]) is not { } order)
                    return new CelError("the list's items have no order");
                if (order > 0)
                    return CelBool.False;
            }
            return CelBool.True;
        });
        all["sum"] = Of(static (list, budget) =>
        {
            CelValue? sum = null;
            for (var i = 0; i < list.Count; i++)
                sum = sum is null ? list[i] : CelOperators.Apply(CelOperator.Add, sum, list[i], budget);
            return sum is null or CelInt or CelUint or CelDouble or CelDuration or CelError or CelUnknown ? sum ?? CelInt.Of(0) : new CelError("the list's items are no numbers");
        });
        all["min"] = Extreme(1);
        all["max"] = Extreme(-1);
        all["indexOf"] = static (arguments, isMember, budget) => !isMember ? null : arguments switch
        {
            [CelString text, CelString part] => SpendSearch(text, part, budget) ? CelStringFunctions.IndexOf(text.Value, part.Value, 0) : CelUnknown.Any,
            [CelString text, CelString part, CelInt start] => SpendSearch(text, part, budget) ? CelStringFunctions.IndexOf(text.Value, part.Value, start.Value) : CelUnknown.Any,
            [CelList list, var item] => IndexOf(list, item, budget),
            _ => null,
        };
        all["lastIndexOf"] = static (arguments, isMember, budget) => !isMember ? null : arguments switch
        {
            [CelString text, CelString part] => SpendSearch(text, part, budget) ? CelStringFunctions.LastIndexOf(text.Value, part.Value, null) : CelUnknown.Any,
            [CelString text, CelString part, CelInt start] => SpendSearch(text, part, budget) ? CelStringFunctions.LastIndexOf(text.Value, part.Value, start.Value) : CelUnknown.Any,
            [CelList list, var item] => LastIndexOf(list, item, budget),
            _ => null,
        };
        all["slice"] = static (arguments, isMember, budget) => isMember && arguments is [CelList list, CelInt start, CelInt end] ? Slice(list, start.Value, end.Value, budget) : null;
        all["flatten"] = static (arguments, isMember, budget) => !isMember ? null : arguments switch
        {
            [CelList list] => Flatten(list, 1, budget),
            [CelList list, CelInt depth] => Flatten(list, depth.Value, budget),
            _ => null,
        };
        all["distinct"] = Of(Distinct);
        all["sort"] = Of(static (list, budget) => Sorted(list, [.. Enumerable.Range(0, list.Count).Select(i => list[i])], budget));
        all["reverse"] = static (arguments, isMember, budget) => !isMember ? null : arguments switch
        {
            [CelList list] => budget.Spend(list.Count) ? new CelArray([.. Enumerable.Range(0, list.Count).Select(i => list[list.Count - 1 - i])]) : CelUnknown.Any,
            [CelString text] => budget.SpendText(text.Value.Length * 4L) ? Reversed(text.Value) : CelUnknown.String,
            _ => null,
        };
        all["first"] = Of(static (list, _) => list.Count == 0 ? CelOptional.None : list[0].IsKnown ? new CelOptional(list[0]) : list[0]);
        all["last"] = Of(static (list, _) => list.Count == 0 ? CelOptional.None : list[list.Count - 1].IsKnown ? new CelOptional(list[list.Count - 1]) : list[list.Count - 1]);
        all["lists.range"] = static (arguments, _, budget) => arguments is not [CelInt count] ? null
            : count.Value < 0 ? new CelError("a range has no negative length")
            : count.Value > LongestResult || !budget.Spend(count.Value) ? CelUnknown.Of(CelKind.List)
            : new CelArray([.. Enumerable.Range(0, (int)count.Value).Select(static i => (CelValue)CelInt.Of(i))]);
        all["sets.contains"] = Sets(static (list, other, budget) => ContainsAll(list, other, budget));
        all["sets.equivalent"] = Sets(static (list, other, budget) => ContainsAll(list, other, budget) is var one && one != CelBool.True ? one : ContainsAll(other, list, budget));
        all["sets.intersects"] = Sets(static (list, other, budget) =>
        {
            CelValue result = CelBool.False;
            for (var i = 0; i < list.Count; i++)
            {
                var found = CelOperators.Apply(CelOperator.In, list[i], other, budget);
                if (found == CelBool.True)
                    return found;
                if (found != CelBool.False)
                    result = found;
            }
            return result;
        });
    }

    private static CelFunction Of(Func<CelList, CelBudget, CelValue> function) => (arguments, isMember, budget) => isMember && arguments is [CelList list] ? function(list, budget) : null;

    private static CelFunction Sets(Func<CelList, CelList, CelBudget, CelValue> function) => (arguments, isMember, budget) =>
        !isMember && arguments is [CelList list, CelList other] ? function(list, other, budget) : null;

    private static bool SpendSearch(CelString text, CelString part, CelBudget budget) => budget.SpendText((long)text.Value.Length * Math.Max(1, Math.Min(part.Value.Length, 64)));

    private static CelValue ContainsAll(CelList list, CelList other, CelBudget budget)
    {
        CelValue result = CelBool.True;
        for (var i = 0; i < other.Count; i++)
        {
            var found = CelOperators.Apply(CelOperator.In, other[i], list, budget);
            if (found == CelBool.False)
                return found;
            if (found != CelBool.True)
                result = found;
        }
        return result;
    }

    private static CelFunction Extreme(int worse) => Of((list, budget) =>
    {
        if (list.Count == 0)
            return new CelError("an empty list has no smallest and no largest item");
        var best = list[0];
        for (var i = 0; i < list.Count; i++)
        {
            if (!budget.Spend())
                return CelUnknown.Any;
            if (!list[i].IsKnown)
                return list[i];
            if (CelOrder.Compare(best, list[i]) is not { } order)
                return new CelError("the list's items have no order");
            if (Math.Sign(order) == worse && order != CelOrder.NotANumber)
                best = list[i];
        }
        return best;
    });

    private static CelValue IndexOf(CelList list, CelValue item, CelBudget budget)
    {
        for (var i = 0; i < list.Count; i++)
        {
            var same = CelOperators.Apply(CelOperator.Equal, list[i], item, budget);
            if (same == CelBool.True)
                return CelInt.Of(i);
            if (same.IsUnknown)
                return CelUnknown.Any;
        }
        return CelInt.Of(-1);
    }

    private static CelValue LastIndexOf(CelList list, CelValue item, CelBudget budget)
    {
        for (var i = list.Count - 1; i >= 0; i--)
        {
            var same = CelOperators.Apply(CelOperator.Equal, list[i], item, budget);
            if (same == CelBool.True)
                return CelInt.Of(i);
            if (same.IsUnknown)
                return CelUnknown.Any;
        }
        return CelInt.Of(-1);
    }

    private static CelValue Slice(CelList list, long start, long end, CelBudget budget)
    {
        if (start < 0 || end < 0)
            return new CelError("a slice starts and ends at a place that is not negative");
        if (start > end)
            return new CelError("a slice cannot end before it starts");
        if (end > list.Count)
            return new CelError("a slice cannot end behind its list");
        return budget.Spend(end - start) ? new CelArray([.. Enumerable.Range((int)start, (int)(end - start)).Select(i => list[i])]) : CelUnknown.Any;
    }

    private static CelValue Flatten(CelList list, long depth, CelBudget budget)
    {
        if (depth < 0)
            return new CelError("a list cannot be flattened by a negative depth");
        var flat = new List<CelValue>();
        return Flatten(list, Math.Min(depth, 64), flat, budget) ? new CelArray(flat) : CelUnknown.Of(CelKind.List);
    }

    private static bool Flatten(CelList list, long depth, List<CelValue> flat, CelBudget budget)
    {
        for (var i = 0; i < list.Count; i++)
        {
            if (!budget.Spend() || list.IsPartial || list[i].IsUnknown)
                return false;
            if (depth > 0 && list[i] is CelList inner)
            {
                if (!Flatten(inner, depth - 1, flat, budget))
                    return false;
            }
            else
                flat.Add(list[i]);
        }
        return !list.IsPartial;
    }

    private static CelValue Distinct(CelList list, CelBudget budget)
    {
        var distinct = new List<CelValue>();
        for (var i = 0; i < list.Count; i++)
        {
            var isNew = true;
            foreach (var other in distinct)
            {
                var same = CelOperators.Apply(CelOperator.Equal, other, list[i], budget);
                if (same.IsUnknown || !budget.Spend())
                    return CelUnknown.Of(CelKind.List);
                if (same == CelBool.True)
                {
                    isNew = false;
                    break;
                }
            }
            if (isNew)
                distinct.Add(list[i]);
        }
        return new CelArray(distinct);
    }

    /// <summary>The items in the order of their keys; equal ones keep theirs.</summary>
    public static CelValue Sorted(CelList list, CelValue[] keys, CelBudget budget)
    {
        if (list.Count == 0)
            return CelArray.Empty;
        if (!budget.Spend(list.Count * 8L))
            return CelUnknown.Any;
        for (var i = 0; i < keys.Length; i++)
        {
            if (!keys[i].IsKnown)
                return keys[i].IsUnknown ? CelUnknown.Of(CelKind.List) : keys[i];
            if (keys[i].Kind != keys[0].Kind || CelOrder.Compare(keys[0], keys[i]) is null)
                return new CelError("the list's items have no order");
        }
        var order = Enumerable.Range(0, list.Count).ToArray();
        Array.Sort(order, (a, b) => CelOrder.Compare(keys[a], keys[b]) is { } result and not 0 and not CelOrder.NotANumber ? result : a.CompareTo(b));
        return new CelArray([.. order.Select(i => list[i])]);
    }

    private static CelString Reversed(string text)
    {
        var points = CelText.CodePoints(text);
        Array.Reverse(points);
        return new CelString(CelText.FromCodePoints(points, 0, points.Length));
    }
}
