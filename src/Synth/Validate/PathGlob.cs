namespace GitOps;

/// <summary>A pattern of paths: <c>*</c> and <c>?</c> inside a name, <c>**</c> for any number of folders; a folder's own path means all below it.</summary>
internal sealed class PathGlob
{
    private readonly string[] parts;

    public PathGlob(string pattern)
    {
        var trimmed = pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern;
        parts = trimmed.Trim('/').Split('/');
    }

    public bool Matches(string path) => Matches(path.Split('/'));

    // Both walk forward, and only the last ** is ever tried again: as many steps as pattern and path have parts, multiplied.
    private bool Matches(string[] names)
    {
        var (p, n, starPart, starName) = (0, 0, -1, 0);
        while (n < names.Length)
        {
            if (p == parts.Length) return true; // a folder above it is meant
            if (parts[p] == "**") (starPart, starName) = (p++, n);
            else if (MatchesName(parts[p], names[n])) (p, n) = (p + 1, n + 1);
            else if (starPart >= 0) (p, n) = (starPart + 1, ++starName);
            else return false;
        }
        while (p < parts.Length && parts[p] == "**") p++;
        return p == parts.Length;
    }

    private static bool MatchesName(string pattern, string name)
    {
        var (p, n, star, starName) = (0, 0, -1, 0);
        while (n < name.Length)
        {
            if (p < pattern.Length && pattern[p] == '*') (star, starName) = (p++, n);
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == name[n])) (p, n) = (p + 1, n + 1);
            else if (star >= 0) (p, n) = (star + 1, ++starName);
            else return false;
        }
        while (p < pattern.Length && pattern[p] == '*') p++;
        return p == pattern.Length;
    }
}
