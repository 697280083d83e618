namespace GitOps;

/// <summary>From data to CEL values, lazily: a map's or list's parts are made when an expression reaches them.</summary>
internal static class CelData
{
    /// <param name="typing">What the schema says of it; <see langword="null"/> for a value without schema, as Flux gives whole objects to its expressions.</param>
    public static CelValue Of(DataValue value, ICelTyping? typing = null)
    {
        var type = typing?.Type ?? CelDataType.Dyn;
        if (value.Kind == DataKind.Unknown)
            return CelUnknown.Of(typing is { IsNullable: false } ? KindOf(type) : null);
        if (value.Kind == DataKind.Null && type != CelDataType.Dyn)
            return typing!.IsNullable ? CelNull.Value : new CelError("null where the schema allows none");
        return type switch
        {
            CelDataType.Dyn => Untyped(value),
            CelDataType.Object or CelDataType.Map => value.Kind == DataKind.Map ? new CelDataMap(value, typing) : Misfit("an object"),
            CelDataType.List => value.Kind == DataKind.List ? new CelDataList(value, typing) : Misfit("a list"),
            CelDataType.Integer => Integer(value) ?? (CelValue)Misfit("an integer"),
            CelDataType.Number => value.IsNumber ? new CelDouble(value.Float) : Misfit("a number"),
            CelDataType.Bool => value.Kind == DataKind.Bool ? CelValue.Of(value.Bool) : Misfit("a bool"),
            CelDataType.IntOrString => value.Kind == DataKind.String ? Untyped(value) : Integer(value) ?? (CelValue)Misfit("an integer or a string"),
            CelDataType.Opaque => new CelOpaque(value),
            _ when value.Kind != DataKind.String => Misfit("a string"),
            _ when value.IsPartial => CelUnknown.Of(KindOf(type)),
            CelDataType.Duration => CelTime.ParseFormatDuration(value.Text) is { } duration ? new CelDuration(duration) : Misfit("a duration"),
            CelDataType.Date => CelTime.ParseDate(value.Text) is { } date ? date : Misfit("a date"),
            CelDataType.DateTime => CelTime.ParseFormatDateTime(value.Text) is { } time ? time : Misfit("a date and time"),
            CelDataType.Bytes => CelText.FromBase64(value.Text) is { } bytes ? new CelBytes(bytes) : Misfit("base64"),
            _ => new CelString(value.Text),
        };
    }

    private static CelValue Untyped(DataValue value) => value.Kind switch
    {
        DataKind.Null => CelNull.Value,
        DataKind.Bool => CelValue.Of(value.Bool),
        DataKind.Integer => CelInt.Of(value.Integer),
        DataKind.Float => new CelDouble(value.Float),
        DataKind.String => value.IsPartial ? CelUnknown.String : new CelString(value.Text),
        DataKind.List => new CelDataList(value, null),
        DataKind.Map => new CelDataMap(value, null),
        _ => CelUnknown.Any,
    };

    /// <summary>A whole number counts as an integer however it is written: the readers of YAML write <c>1.0</c> as 1.</summary>
    private static CelInt? Integer(DataValue value) => value.Kind switch
    {
        DataKind.Integer => CelInt.Of(value.Integer),
        DataKind.Float when value.Float == Math.Floor(value.Float) && Math.Abs(value.Float) < 9e18 => CelInt.Of((long)value.Float),
        _ => null,
    };

    private static CelError Misfit(string wanted) => new("the value is not " + wanted);

    private static CelKind? KindOf(CelDataType type) => type switch
    {
        CelDataType.Object or CelDataType.Map => CelKind.Map,
        CelDataType.List => CelKind.List,
        CelDataType.String => CelKind.String,
        CelDataType.Integer => CelKind.Int,
        CelDataType.Number => CelKind.Double,
        CelDataType.Bool => CelKind.Bool,
        CelDataType.Duration => CelKind.Duration,
        CelDataType.Date or CelDataType.DateTime => CelKind.Timestamp,
        CelDataType.Bytes => CelKind.Bytes,
        _ => null,
    };

    private sealed class CelDataList(DataValue value, ICelTyping? typing) : CelList
    {
        private readonly CelValue?[] made = value.Items.Count == 0 ? [] : new CelValue?[value.Items.Count];

        public override int Count => value.Items.Count;

        public override CelValue this[int index] => made[index] ??= CelData.Of(value.Items[index], typing?.Items);

        public override bool IsPartial => value.IsPartial;

        public override CelListKind ListKind => typing?.ListKind ?? CelListKind.Atomic;

        public override IReadOnlyList<string> Keys => typing?.ListKeys ?? [];
    }

    private sealed class CelDataMap(DataValue value, ICelTyping? typing) : CelMap
    {
        private readonly CelValue?[] made = new CelValue?[value.Fields.Count];
        private Dictionary<string, int>? places;

        private bool IsObject => typing?.Type == CelDataType.Object;

        public override int Count => value.Fields.Count;

        public override bool IsPartial => value.IsPartial;

        public override IEnumerable<CelValue> Keys
        {
            get
            {
                foreach (var entry in value.Fields)
                    if (typing is null || typing.Type == CelDataType.Dyn || typing.Field(entry.Name) is not null)
                        yield return new CelString(IsObject ? CelEscape.Escape(entry.Name) ?? entry.Name : entry.Name);
            }
        }

        public override CelValue? Find(CelValue key) => key is CelString text ? Find(text.Value) : null;

        public override CelValue? Find(string key)
        {
            var name = IsObject ? CelEscape.Unescape(key) : key;
            var at = name is null ? -1 : PlaceOf(name);
            if (at < 0)
                return null;
            var field = value.Fields[at];
            if (IsObject && field.Value.Kind == DataKind.Null)
                return null;
            if (made[at] is { } found)
                return found;
            var isTyped = typing is not null && typing.Type != CelDataType.Dyn;
            var type = isTyped ? typing!.Field(field.Name) : null;
            return isTyped && type is null ? null : made[at] = CelData.Of(field.Value, type);
        }

        private int PlaceOf(string name)
        {
            var fields = value.Fields;
            if (fields.Count <= 12)
            {
                for (var i = 0; i < fields.Count; i++)
                    if (string.Equals(fields[i].Name, name, StringComparison.Ordinal))
                        return i;
                return -1;
            }
            if (places is null)
            {
                var index = new Dictionary<string, int>(fields.Count, StringComparer.Ordinal);
                for (var i = 0; i < fields.Count; i++)
                    index[fields[i].Name] = i;
                places = index;
            }
            return places.TryGetValue(name, out var at) ? at : -1;
        }
    }
}
