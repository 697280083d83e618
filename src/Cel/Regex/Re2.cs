using System.Collections.Concurrent;

namespace GitOps;

/// <summary>
/// Regular expressions of RE2, which CRDs' patterns and CEL are written in: the one seam for all of them. A machine of our own runs them, for .NET's differ where it matters:
/// <c>$</c> is the very end, classes are ASCII, characters are code points, and no expression takes more than linear time, on any runtime and without a clock. A match may
/// start anywhere in the text.
/// </summary>
internal sealed class Re2
{
    private const int MostCached = 2048;
    private const int LongestPattern = 1 << 16;

    /// <summary>Steps of the machine in one match: about half a second, for the worst of patterns.</summary>
    private const long MostWork = 10_000_000;

    private static readonly ConcurrentDictionary<string, Re2> Cache = new(StringComparer.Ordinal);

    private readonly Re2Machine? machine;

    private Re2(string pattern, string? error, Re2Machine? machine)
    {
        Pattern = pattern;
        Error = error;
        this.machine = machine;
    }

    public string Pattern { get; }

    /// <summary>What is wrong with the pattern (RE2 refuses it), or <see langword="null"/>.</summary>
    public string? Error { get; }

    /// <summary>It can be matched: it is right, and uses nothing that we leave out (classes of scripts, more than 20,000 steps).</summary>
    public bool IsKnown => machine is not null;

    public static Re2 Compile(string pattern)
    {
        if (Cache.TryGetValue(pattern, out var known))
            return known;
        var compiled = New(pattern);
        if (Cache.Count >= MostCached)
            Cache.Clear();
        return Cache[pattern] = compiled;
    }

    private static Re2 New(string pattern)
    {
        if (pattern.Length > LongestPattern)
            return new Re2(pattern, null, null);
        var parser = new Re2Parser(pattern);
        var (node, error) = parser.Run();
        if (error is not null)
            return new Re2(pattern, error, null);
        return new Re2(pattern, null, parser.IsBeyondUs || Re2Program.Of(node!) is not { } program ? null : new Re2Machine(program));
    }

    /// <summary>Whether the pattern is in the text; <see langword="null"/> when that cannot be known.</summary>
    public bool? IsMatch(string text)
    {
        if (machine is null)
            return null;
        var work = MostWork;
        return machine.IsMatch(text, ref work);
    }

    /// <summary>The first match from a place on, of several there the preferred one; <see langword="null"/> in <paramref name="isFound"/> when that cannot be known.</summary>
    public (int Start, int Length) Find(string text, int start, out bool? isFound)
    {
        var work = MostWork;
        return Find(text, start, ref work, out isFound);
    }

    private (int Start, int Length) Find(string text, int start, ref long work, out bool? isFound)
    {
        isFound = null;
        return machine is null ? default : machine.Find(text, start, ref work, out isFound);
    }

    /// <summary>The matches one behind the other, as Go's FindAllString gives them: an empty one right behind another is left out. <see langword="null"/> when they cannot be known.</summary>
    public IReadOnlyList<string>? FindAll(string text, int limit)
    {
        var found = new List<string>();
        var work = MostWork;
        var at = 0;
        var previousEnd = -1;
        while (at <= text.Length && found.Count < limit)
        {
            var (start, length) = Find(text, at, ref work, out var isFound);
            if (isFound is null)
                return null;
            if (isFound == false)
                break;
            if (length > 0 || start != previousEnd)
                found.Add(text.Substring(start, length));
            previousEnd = start + length;
            at = length > 0 ? start + length : start + (start + 1 < text.Length && char.IsSurrogatePair(text, start) ? 2 : 1);
        }
        return found;
    }
}
