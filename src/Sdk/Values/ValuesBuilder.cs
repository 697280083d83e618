namespace GitOps;

/// <summary>Builds values from the nodes that a model writes.</summary>
internal sealed class ValuesBuilder
{
    private readonly Stack<Frame> open = new();
    private Values? root;
    private string? comment;

    public void StartMapping() => open.Push(new Frame { Comment = TakeComment() });

    public void StartSequence() => open.Push(new Frame { Comment = TakeComment(), Items = [] });

    public void End()
    {
        var frame = open.Pop();
        var value = frame.Items is { } items ? Values.Create([.. items]) : frame.Mapping;
        Put(frame.Comment is { } above ? value.WithComment(above) : value);
    }

    public void Key(string name) => open.Peek().Key = name;

    public void Add(Values value) => Put(TakeComment() is { } above ? value.WithComment(above) : value);

    /// <summary>The comment above what comes next.</summary>
    public void Comment(string text) => comment = comment is null ? text : comment + "\n" + text;

    /// <summary>The comment behind the scalar that was just put.</summary>
    public void TrailingComment(string text) => Change(value => value.WithTrailingComment(text));

    /// <summary>The scalar that was just put is an image policy's.</summary>
    public void Policy(ImagePolicyMarker policy) => Change(value => value.WithPolicy(policy));

    public Values Take() => root ?? new Values();

    private void Put(Values value)
    {
        if (!open.TryPeek(out var frame))
            root = value;
        else if (frame.Items is { } items)
            items.Add(value);
        else
            frame.Mapping[frame.Key!] = value;
    }

    private void Change(Func<Values, Values> change)
    {
        var frame = open.Peek();
        if (frame.Items is { } items)
            items[^1] = change(items[^1]);
        else
            frame.Mapping[frame.Key!] = change(frame.Mapping[frame.Key!]);
    }

    private string? TakeComment()
    {
        var taken = comment;
        comment = null;
        return taken;
    }

    private sealed class Frame
    {
        public readonly Values Mapping = new();
        public List<Values>? Items;
        public string? Key;
        public string? Comment;
    }
}
