namespace GitOps;

/// <summary>
/// When two values are equal. Values of different types are not, but numbers compare by value whatever their types. The answer is unknown where it hangs on something
/// unknown, and only there: two lists of different lengths differ, whatever is in them.
/// </summary>
internal static class CelEquality
{
    public static CelValue Equal(CelValue left, CelValue right)
    {
        if (ReferenceEquals(left, right) && left.Kind is not (CelKind.Unknown or CelKind.Double or CelKind.List or CelKind.Map or CelKind.Optional))
            return left.IsError ? left : CelBool.True;
        if (left.IsUnknown || right.IsUnknown)
            return left is CelUnknown { Type: { } first } && DifferFromUnknown(first, right) || right is CelUnknown { Type: { } second } && DifferFromUnknown(second, left)
                ? CelBool.False
                : CelUnknown.Bool;
        if (left.IsError)
            return left;
        if (right.IsError)
            return right;
        if (IsNumber(left) && IsNumber(right))
            return CelValue.Of(CelOrder.Compare(left, right) == 0);
        if (left.Kind != right.Kind)
            return left.Kind == CelKind.Opaque || right.Kind == CelKind.Opaque ? Opaque(left, right) : CelBool.False;
        return (left, right) switch
        {
            (CelBool a, CelBool b) => CelValue.Of(a.Value == b.Value),
            (CelString a, CelString b) => CelValue.Of(string.Equals(a.Value, b.Value, StringComparison.Ordinal)),
            (CelBytes a, CelBytes b) => CelValue.Of(a.Value.SequenceEqual(b.Value)),
            (CelList a, CelList b) => Lists(a, b),
            (CelMap a, CelMap b) => Maps(a, b),
            (CelTimestamp a, CelTimestamp b) => CelValue.Of(a.Seconds == b.Seconds && a.Nanoseconds == b.Nanoseconds),
            (CelDuration a, CelDuration b) => CelValue.Of(a.Nanoseconds == b.Nanoseconds),
            (CelTypeValue a, CelTypeValue b) => CelValue.Of(a.Name == b.Name),
            (CelOptional a, CelOptional b) => a.Value is null || b.Value is null ? CelValue.Of(a.Value is null && b.Value is null) : Equal(a.Value, b.Value),
            (CelQuantity a, CelQuantity b) => CelValue.Of(a.Value == b.Value),
            (CelIp a, CelIp b) => CelValue.Of(a.Address.SequenceEqual(b.Address)),
            (CelCidr a, CelCidr b) => CelValue.Of(a.Bits == b.Bits && a.Address.SequenceEqual(b.Address)),
            (CelUrl a, CelUrl b) => CelValue.Of(a.Text == b.Text),
            (CelSemver a, CelSemver b) => CelValue.Of(a.CompareTo(b) == 0),
            (CelFormat a, CelFormat b) => CelValue.Of(a.Name == b.Name),
            (CelOpaque, CelOpaque) => Opaque(left, right),
            _ => CelBool.True, // null
        };
    }

    public static bool IsNumber(CelValue value) => value.Kind is CelKind.Int or CelKind.Uint or CelKind.Double;

    /// <summary>Of an unknown value the type is known, and the other one is of another.</summary>
    private static bool DifferFromUnknown(CelKind type, CelValue other)
    {
        var kind = other is CelUnknown unknown ? unknown.Type : other.Kind;
        if (kind is null or CelKind.Error or CelKind.Opaque)
            return false;
        return kind != type && !(Numeric(type) && Numeric(kind.Value));
    }

    private static bool Numeric(CelKind kind) => kind is CelKind.Int or CelKind.Uint or CelKind.Double;

    private static CelValue Opaque(CelValue left, CelValue right) =>
        Equal(left is CelOpaque a ? CelData.Of(a.Value) : left, right is CelOpaque b ? CelData.Of(b.Value) : right);

    private static CelValue Lists(CelList left, CelList right)
    {
        if (left.ListKind != CelListKind.Atomic)
            return Unordered(left, right);
        if (!MayHaveOneSize(left.Count, left.IsPartial, right.Count, right.IsPartial))
            return CelBool.False;
        CelValue result = left.IsPartial || right.IsPartial ? CelUnknown.Bool : CelBool.True;
        for (var i = 0; i < Math.Min(left.Count, right.Count); i++)
        {
            var item = Equal(left[i], right[i]);
            if (item == CelBool.False)
                return item;
            result = Worse(result, item);
        }
        return result;
    }

    /// <summary>Sets, and lists of objects with keys: the left one says how, and order does not matter.</summary>
    private static CelValue Unordered(CelList left, CelList right)
    {
        if (!MayHaveOneSize(left.Count, left.IsPartial, right.Count, right.IsPartial))
            return CelBool.False;
        CelValue result = left.IsPartial || right.IsPartial ? CelUnknown.Bool : CelBool.True;
        for (var i = 0; i < right.Count; i++)
        {
            CelValue found = left.IsPartial ? CelUnknown.Bool : CelBool.False;
            for (var j = 0; j < left.Count && found != CelBool.True; j++)
            {
                var same = Equal(left[j], right[i]);
                if (same != CelBool.False)
                    found = same == CelBool.True ? same : Worse(found == CelBool.False ? CelBool.True : found, same);
            }
            if (found == CelBool.False)
                return found;
            result = Worse(result, found);
        }
        return result;
    }

    private static CelValue Maps(CelMap left, CelMap right)
    {
        if (!MayHaveOneSize(left.Count, left.IsPartial, right.Count, right.IsPartial))
            return CelBool.False;
        CelValue result = left.IsPartial || right.IsPartial ? CelUnknown.Bool : CelBool.True;
        foreach (var key in left.Keys)
        {
            if (right.Find(key) is not { } other)
            {
                // An object's field that is null is absent, on either side.
                if (!right.IsPartial && left.Find(key) is not null)
                    return CelBool.False;
                continue;
            }
            if (left.Find(key) is not { } own)
                return CelBool.False;
            var same = Equal(own, other);
            if (same == CelBool.False)
                return same;
            result = Worse(result, same);
        }
        return result;
    }

    private static bool MayHaveOneSize(int left, bool leftIsPartial, int right, bool rightIsPartial) =>
        (left == right || left < right && leftIsPartial || right < left && rightIsPartial);

    /// <summary>Unknown wins over an error, an error over true.</summary>
    private static CelValue Worse(CelValue one, CelValue other) => one.IsUnknown || other == CelBool.True ? one : other.IsUnknown || one == CelBool.True ? other : one;
}
