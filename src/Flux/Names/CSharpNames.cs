using System.Text;

namespace GitOps;

/// <summary>From the names of Kubernetes and of variables to C# identifiers; the table is docs/names.md.</summary>
internal static class CSharpNames
{
    /// <summary>
    /// <c>k8s-gateway</c> is <c>K8sGateway</c>, <c>2fauth</c> is <c>_2fauth</c>. Every run of characters that C# does not allow separates words.
    /// </summary>
    public static string FromKubernetesName(string name) => Pascal(name, keepInnerCase: true);

    /// <summary>Whether the class that <see cref="FromKubernetesName"/> names gets the same name back without being told it.</summary>
    public static bool RoundTrips(string kubernetesName) => KubernetesNames.FromClassName(FromKubernetesName(kubernetesName)) == kubernetesName;

    /// <summary>
    /// The property for a variable: <c>VOLSYNC_CAPACITY</c> of the folder <c>volsync</c> is <c>Capacity</c>. The folder's name is stripped, else its
    /// parent's; it depends on this variable alone, so a new variable never renames another.
    /// </summary>
    public static string FromVariable(string variable, string? folder = null, string? parentFolder = null)
    {
        var rest = Strip(variable, folder) ?? Strip(variable, parentFolder) ?? variable;
        // VOLSYNC is one word in capitals, emptyArray has its own: only a name without lower-case letters loses them.
        return Pascal(rest, keepInnerCase: rest.Any(char.IsLower));
    }

    /// <summary>
    /// The way back: the variable of a property of a component written in C#, after its class. <c>StorageClass</c> of <c>Scratch</c> is
    /// <c>SCRATCH_STORAGE_CLASS</c>.
    /// </summary>
    public static string ToVariable(string className, string property)
    {
        var name = (KubernetesNames.FromClassName(className) + "_" + KubernetesNames.FromClassName(property)).Replace('-', '_').ToUpperInvariant();
        return name[0] is >= '0' and <= '9' ? "_" + name : name;
    }

    /// <summary>The text after the prefix, when it still makes a name of its own.</summary>
    private static string? Strip(string variable, string? folder)
    {
        if (folder is null || folder.Length == 0)
            return null;
        var prefix = new StringBuilder(folder.Length + 1);
        foreach (var c in folder)
            prefix.Append(char.IsLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_');
        prefix.Append('_');
        return variable.Length > prefix.Length && variable.StartsWith(prefix.ToString(), StringComparison.OrdinalIgnoreCase) && char.IsLetter(variable[prefix.Length])
            ? variable.Substring(prefix.Length)
            : null;
    }

    private static string Pascal(string text, bool keepInnerCase)
    {
        var name = new StringBuilder(text.Length + 1);
        var startsWord = true;
        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c))
            {
                startsWord = true;
                continue;
            }

            if (name.Length == 0 && char.IsDigit(c))
                name.Append('_');
            name.Append(startsWord ? char.ToUpperInvariant(c) : keepInnerCase ? c : char.ToLowerInvariant(c));
            startsWord = false;
        }

        return name.Length == 0 ? "_" : name.ToString();
    }
}
