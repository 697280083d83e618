namespace GitOps;

/// <summary>The names that Flux lets variables have: <c>^[_[:alpha:]][_[:alpha:][:digit:]]*$</c>, ASCII. One bad key in a source fails every object.</summary>
internal static class VariableName
{
    /// <summary>What Flux says of a bad one, before the name.</summary>
    public const string FluxError = "var name is invalid";

    /// <summary>What is wrong with a name, or <see langword="null"/>.</summary>
    public static string? Fault(string name)
    {
        if (name.Length == 0)
            return "is empty";
        if (name[0] is >= '0' and <= '9')
            return "starts with a digit";
        foreach (var c in name)
            if (c is not ('_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')))
                return $"holds '{c}', only letters, digits and '_' are allowed";
        return null;
    }

    /// <summary>The nearest name that Flux takes, for a fix: <c>tls.crt</c> becomes <c>tls_crt</c>.</summary>
    public static string Repair(string name)
    {
        var letters = name.Select(static c => c is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') ? c : '_').ToArray();
        return letters.Length == 0 || letters[0] is >= '0' and <= '9' ? "_" + new string(letters) : new string(letters);
    }
}
