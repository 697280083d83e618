namespace GitOps;

internal enum Re2Op
{
    /// <summary>Take one character of a set.</summary>
    One,

    /// <summary>Go on at two places, the first of them preferred.</summary>
    Split,
    Jump,

    /// <summary>Go on if this is such a place.</summary>
    Place,
    Match,
}

/// <summary>One step of a program.</summary>
internal readonly record struct Re2Step(Re2Op Op, int Next = 0, int Other = 0, Re2Class? Set = null, Re2Place Place = default);

/// <summary>A regular expression as steps of a machine that is at many places at once (Thompson's construction).</summary>
internal sealed class Re2Program
{
    /// <summary>Larger expressions are not followed: what they match is unknown.</summary>
    public const int MostSteps = 20_000;

    private readonly List<Re2Step> steps = [];

    private Re2Program()
    {
    }

    public IReadOnlyList<Re2Step> Steps => steps;

    /// <summary>It asks for places that hang on the characters around: lines and words.</summary>
    public bool LooksAround { get; private set; }

    /// <returns><see langword="null"/> for one that is too large.</returns>
    public static Re2Program? Of(Re2Node node)
    {
        var program = new Re2Program();
        if (!program.Add(node))
            return null;
        program.steps.Add(new Re2Step(Re2Op.Match));
        return program;
    }

    private bool Add(Re2Node node)
    {
        if (steps.Count > MostSteps)
            return false;
        switch (node)
        {
            case Re2Node.One one:
                steps.Add(new Re2Step(Re2Op.One, steps.Count + 1, Set: one.Set));
                return true;
            case Re2Node.Place place:
                LooksAround |= place.Kind is not (Re2Place.TextStart or Re2Place.TextEnd);
                steps.Add(new Re2Step(Re2Op.Place, steps.Count + 1, Place: place.Kind));
                return true;
            case Re2Node.Sequence sequence:
                foreach (var part in sequence.Parts)
                    if (!Add(part))
                        return false;
                return true;
            case Re2Node.Choice choice:
                return Add(choice);
            case Re2Node.Repeat repeat:
                return Add(repeat);
            default:
                return true;
        }
    }

    private bool Add(Re2Node.Choice choice)
    {
        var ends = new List<int>();
        for (var i = 0; i < choice.Ways.Count; i++)
        {
            var isLast = i == choice.Ways.Count - 1;
            var split = steps.Count;
            if (!isLast)
                steps.Add(default);
            if (!Add(choice.Ways[i]))
                return false;
            if (isLast)
                break;
            ends.Add(steps.Count);
            steps.Add(default);
            steps[split] = new Re2Step(Re2Op.Split, split + 1, steps.Count);
        }
        foreach (var end in ends)
            steps[end] = new Re2Step(Re2Op.Jump, steps.Count);
        return true;
    }

    private bool Add(Re2Node.Repeat repeat)
    {
        for (var i = 0; i < repeat.Least; i++)
            if (!Add(repeat.Part))
                return false;
        if (repeat.Most < 0)
        {
            var split = steps.Count;
            steps.Add(default);
            if (!Add(repeat.Part))
                return false;
            steps.Add(new Re2Step(Re2Op.Jump, split));
            steps[split] = Split(split + 1, steps.Count, repeat.IsGreedy);
            return true;
        }
        var splits = new List<int>();
        for (var i = repeat.Least; i < repeat.Most; i++)
        {
            splits.Add(steps.Count);
            steps.Add(default);
            if (!Add(repeat.Part))
                return false;
        }
        foreach (var split in splits)
            steps[split] = Split(split + 1, steps.Count, repeat.IsGreedy);
        return true;
    }

    private static Re2Step Split(int into, int past, bool isGreedy) => isGreedy ? new Re2Step(Re2Op.Split, into, past) : new Re2Step(Re2Op.Split, past, into);
}
