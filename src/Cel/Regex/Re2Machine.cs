namespace GitOps;

/// <summary>
/// Runs a program over a text, being at all its places at once. Which places follow on a character is remembered (a deterministic automaton made as it is needed), unless the
/// program looks at what stands around. Safe for many threads: what is remembered is published whole.
/// </summary>
internal sealed class Re2Machine(Re2Program program)
{
    private const int MostStates = 1000;

    private readonly object gate = new();
    private Dictionary<PlacesKey, State> states = [];
    private State? start;
    private State? restart;

    private IReadOnlyList<Re2Step> Steps => program.Steps;

    public bool? IsMatch(string text, ref long work)
    {
        if (program.LooksAround)
        {
            Find(text, 0, ref work, out var isFound, anyEnd: true);
            return isFound;
        }
        var state = start ?? Start();
        for (var i = 0; i < text.Length; i++)
        {
            if (state.IsMatch)
                return true;
            int c = text[i];
            State? next;
            if (c < 128)
            {
                next = state.Next[c];
            }
            else
            {
                if (char.IsHighSurrogate((char)c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
                    c = char.ConvertToUtf32((char)c, text[++i]);
                next = null;
            }
            if (next is null)
            {
                work -= 1 + state.Places.Length;
                if (work < 0)
                    return null;
                next = Follow(state, c);
            }
            state = next;
        }
        return state.IsMatch || state.IsMatchAtEnd;
    }

    /// <summary>Places where the machine is, and where it gets from there.</summary>
    private sealed class State(int[] places, bool isMatch, bool isMatchAtEnd)
    {
        public int[] Places { get; } = places;

        public bool IsMatch { get; } = isMatch;

        public bool IsMatchAtEnd { get; } = isMatchAtEnd;

        public State?[] Next { get; } = new State?[128];
    }

    private sealed class PlacesKey(int[] places) : IEquatable<PlacesKey>
    {
        private readonly int[] places = places;
        private readonly int hash = HashOf(places);

        public bool Equals(PlacesKey? other) => other is not null && hash == other.hash && places.SequenceEqual(other.places);

        public override bool Equals(object? other) => Equals(other as PlacesKey);

        public override int GetHashCode() => hash;

        private static int HashOf(int[] places)
        {
            var hash = places.Length;
            foreach (var place in places)
                hash = unchecked(hash * 31 + place);
            return hash;
        }
    }

    private State Start()
    {
        lock (gate)
        {
            var places = new List<int>();
            Reach(0, new bool[Steps.Count], places, static place => place == Re2Place.TextStart);
            var again = new List<int>();
            Reach(0, new bool[Steps.Count], again, static _ => false);
            restart = StateOf(again);
            return start = StateOf(places);
        }
    }

    private State Follow(State state, int c)
    {
        lock (gate)
        {
            var places = new List<int>();
            var seen = new bool[Steps.Count];
            foreach (var place in state.Places)
                if (Steps[place] is { Op: Re2Op.One } step && step.Set!.Contains(c))
                    Reach(step.Next, seen, places, static _ => false);
            // A match may also start behind this character.
            foreach (var place in restart!.Places)
                if (!seen[place])
                {
                    seen[place] = true;
                    places.Add(place);
                }
            var next = StateOf(places);
            if (c < 128)
                state.Next[c] = next;
            return next;
        }
    }

    private State StateOf(List<int> places)
    {
        var sorted = places.ToArray();
        Array.Sort(sorted);
        var key = new PlacesKey(sorted);
        if (states.TryGetValue(key, out var known))
            return known;
        if (states.Count >= MostStates)
        {
            // All of them go; what runs now keeps its own.
            states = [];
            start = null;
        }
        var isMatch = Array.Exists(sorted, place => Steps[place].Op == Re2Op.Match);
        var isMatchAtEnd = false;
        if (!isMatch && Array.Exists(sorted, place => Steps[place].Op == Re2Op.Place))
        {
            var atEnd = new List<int>();
            var seen = new bool[Steps.Count];
            foreach (var place in sorted)
                Reach(place, seen, atEnd, static place => place == Re2Place.TextEnd);
            isMatchAtEnd = atEnd.Exists(place => Steps[place].Op == Re2Op.Match);
        }
        return states[key] = new State(sorted, isMatch, isMatchAtEnd);
    }

    /// <summary>Adds all steps that a step leads to without taking a character: those that take one, the match, and places that do not hold (yet).</summary>
    private void Reach(int from, bool[] seen, List<int> places, Func<Re2Place, bool> holds)
    {
        var stack = new Stack<int>();
        stack.Push(from);
        while (stack.Count > 0)
        {
            var at = stack.Pop();
            if (seen[at])
                continue;
            seen[at] = true;
            var step = Steps[at];
            switch (step.Op)
            {
                case Re2Op.Jump:
                    stack.Push(step.Next);
                    break;
                case Re2Op.Split:
                    stack.Push(step.Other);
                    stack.Push(step.Next);
                    break;
                case Re2Op.Place when holds(step.Place):
                    stack.Push(step.Next);
                    break;
                // The start of the text never comes again.
                case Re2Op.Place when step.Place == Re2Place.TextStart:
                    break;
                default:
                    places.Add(at);
                    break;
            }
        }
    }

    /// <summary>The first match from a place on, preferring as Perl does; the way is followed character by character (Pike's machine).</summary>
    /// <param name="anyEnd">Any match will do, not the preferred one.</param>
    public (int Start, int Length) Find(string text, int from, ref long work, out bool? isFound, bool anyEnd = false)
    {
        var current = new List<(int Place, int Start)>();
        var following = new List<(int Place, int Start)>();
        var seen = new int[Steps.Count];
        var turn = 0;
        (int Start, int Length)? best = null;
        for (var at = from; ;)
        {
            turn++;
            var reached = new List<(int Place, int Start)>();
            foreach (var (place, origin) in current)
                Reach(place, origin, text, at, seen, turn, reached);
            if (best is null)
                Reach(0, at, text, at, seen, turn, reached);
            work -= reached.Count + 1;
            if (work < 0)
            {
                isFound = null;
                return default;
            }
            following.Clear();
            var c = at < text.Length ? char.IsSurrogatePair(text, at) ? char.ConvertToUtf32(text, at) : text[at] : -1;
            foreach (var (place, origin) in reached)
            {
                var step = Steps[place];
                if (step.Op == Re2Op.Match)
                {
                    best = (origin, at - origin);
                    // What is preferred less is not followed any more.
                    break;
                }
                if (c >= 0 && step.Set!.Contains(c))
                    following.Add((step.Next, origin));
            }
            if (best is not null && anyEnd || c < 0 || best is not null && following.Count == 0)
                break;
            (current, following) = (following, current);
            at += c > 0xFFFF ? 2 : 1;
        }
        isFound = best is not null;
        return best ?? default;
    }

    private void Reach(int from, int origin, string text, int at, int[] seen, int turn, List<(int Place, int Start)> places)
    {
        var stack = new Stack<int>();
        stack.Push(from);
        while (stack.Count > 0)
        {
            var place = stack.Pop();
            if (seen[place] == turn)
                continue;
            seen[place] = turn;
            var step = Steps[place];
            switch (step.Op)
            {
                case Re2Op.Jump:
                    stack.Push(step.Next);
                    break;
                case Re2Op.Split:
                    stack.Push(step.Other);
                    stack.Push(step.Next);
                    break;
                case Re2Op.Place:
                    if (Holds(step.Place, text, at))
                        stack.Push(step.Next);
                    break;
                default:
                    places.Add((place, origin));
                    break;
            }
        }
    }

    private static bool Holds(Re2Place place, string text, int at) => place switch
    {
        Re2Place.TextStart => at == 0,
        Re2Place.TextEnd => at == text.Length,
        Re2Place.LineStart => at == 0 || text[at - 1] == '\n',
        Re2Place.LineEnd => at == text.Length || text[at] == '\n',
        _ => (IsWord(text, at - 1) != IsWord(text, at)) == (place == Re2Place.WordBoundary),
    };

    private static bool IsWord(string text, int at) =>
        at >= 0 && at < text.Length && text[at] is >= '0' and <= '9' or >= 'a' and <= 'z' or >= 'A' and <= 'Z' or '_';
}
