using System.Globalization;

namespace GitOps;

/// <summary>A JSON patch (RFC 6902) as kustomize applies it (evanphx/json-patch).</summary>
internal static class JsonPatch
{
    /// <summary>Items and fields that one patch may copy: a fraction of a second.</summary>
    private const long MostWork = 100_000_000;

    /// <summary>Said instead of a fault of a patch that may well apply.</summary>
    public const string TooMuch = "it has more operations on large collections than are followed here: nothing is said of what it makes";

    /// <summary>The patched value, or what the library says of the operation that does not apply. Beyond what is unknown everything becomes unknown.</summary>
    public static (DataValue Value, string? Fault, DataValue? Operation) Apply(DataValue target, DataValue patch)
    {
        var work = 0L;
        var written = target.Size + patch.Size;
        foreach (var operation in patch.Items)
        {
            if (operation.IsUnknown || operation.TextOf("op") is not { } op || operation.TextOf("path") is not { } path)
            {
                if (operation is { IsUnknown: false, IsPartial: false } && !operation.Knows("op") is false && operation["op"] is null)
                    return (target, "an operation needs 'op' and 'path'", operation);
                return (DataValue.Unknown(target.Origin), null, null);
            }

            if (work > MostWork)
                return (DataValue.Unknown(target.Origin), TooMuch, operation);
            var parts = Parts(path);
            string? fault = null;
            switch (op)
            {
                case "add":
                    target = Change(target, parts, 0, Edit.Add, operation["value"] ?? DataValue.Null(), ref work, ref fault);
                    break;
                case "replace":
                    target = Change(target, parts, 0, Edit.Replace, operation["value"] ?? DataValue.Null(), ref work, ref fault);
                    break;
                case "remove":
                    target = Change(target, parts, 0, Edit.Remove, null, ref work, ref fault);
                    break;
                case "test":
                    if (Find(target, parts) is { } tested && tested.SameAs(operation["value"] ?? DataValue.Null()) == false)
                        fault = "the value at '" + path + "' is another one";
                    break;
                case "move" or "copy" when operation.TextOf("from") is { } from:
                    if (Find(target, Parts(from)) is not { } moved)
                    {
                        fault = $"there is nothing at '{from}'";
                        break;
                    }

                    if (op == "move")
                        target = Change(target, Parts(from), 0, Edit.Remove, null, ref work, ref fault);
                    target = Change(target, parts, 0, Edit.Add, moved, ref work, ref fault);
                    break;
                default:
                    fault = $"there is no operation '{op}'";
                    break;
            }

            fault ??= ObjectBounds.FaultOf(target, written);
            if (fault is not null)
                return (target, fault, operation);
        }

        return (target, null, null);
    }

    /// <summary>The parts of a pointer; what stands before the first slash is not looked at, as the library does.</summary>
    public static IReadOnlyList<string> Parts(string pointer) => [.. pointer.Split('/').Skip(1).Select(static part => part.Replace("~1", "/").Replace("~0", "~"))];

    private enum Edit
    {
        Add,
        Replace,
        Remove,
    }

    private static DataValue? Find(DataValue target, IReadOnlyList<string> parts)
    {
        DataValue? at = target;
        foreach (var part in parts)
        {
            if (at is null)
                return null;
            if (at.IsUnknown || (at.IsPartial && at.Find(part) is null))
                return DataValue.Unknown();
            at = at.Kind switch
            {
                DataKind.Map => at[part],
                DataKind.List when Index(part, at.Items.Count) is { } index && index < at.Items.Count => at.Items[index],
                _ => null,
            };
        }

        return at;
    }

    private static DataValue Change(DataValue target, IReadOnlyList<string> parts, int depth, Edit edit, DataValue? value, ref long work, ref string? fault)
    {
        if (depth == parts.Count)
            return value ?? target;
        if (target.IsUnknown)
            return target;
        var part = parts[depth];
        var last = depth == parts.Count - 1;
        switch (target.Kind)
        {
            case DataKind.Map:
                work += target.Fields.Count;
                var field = target.Find(part);
                if (field is null && target.IsPartial)
                    return DataValue.Unknown(target.Origin);
                if (last && edit == Edit.Add)
                    return target.With(part, value!);
                if (field is null)
                {
                    fault = Missing(parts);
                    return target;
                }

                return last && edit == Edit.Remove ? target.Without(part) : target.With(part, Change(field.Value, parts, depth + 1, edit, value, ref work, ref fault));
            case DataKind.List:
                if (target.IsPartial)
                    return DataValue.Unknown(target.Origin);
                work += target.Items.Count;
                var items = target.Items.ToList();
                var index = last && edit == Edit.Add && part == "-" ? items.Count : Index(part, items.Count);
                if (index is null || index > items.Count || (index == items.Count && !(last && edit == Edit.Add)))
                {
                    fault = Missing(parts);
                    return target;
                }

                if (last && edit == Edit.Add)
                    items.Insert(index.Value, value!);
                else if (last && edit == Edit.Remove)
                    items.RemoveAt(index.Value);
                else
                    items[index.Value] = Change(items[index.Value], parts, depth + 1, edit, value, ref work, ref fault);
                return DataValue.List(items, target.Origin, target.IsPartial);
            default:
                fault = Missing(parts);
                return target;
        }
    }

    /// <summary>An index; a negative one counts from the end.</summary>
    private static int? Index(string part, int count) =>
        int.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var index) ? index >= 0 ? index : count + index >= 0 ? count + index : null : null;

    private static string Missing(IReadOnlyList<string> parts) => $"there is no '/{string.Join("/", parts)}'";
}
