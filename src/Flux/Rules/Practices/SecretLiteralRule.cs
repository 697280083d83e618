namespace GitOps;

/// <summary>A password in Helm values: whoever can read the repository has it.</summary>
internal static class SecretLiteralRule
{
    public const string Id = RuleIds.SecretLiteral;
    public const string Title = "A secret in Helm values";
    public const string Message = "'{0}' looks like a secret, and its value stands in the repository for everyone who reads it; take it from a Secret (valuesFrom, a secretKeyRef) or from a variable of an encrypted source";

    private static readonly string[] Endings = ["password", "passwd", "passphrase", "token", "apikey", "clientsecret", "privatekey", "secretaccesskey", "secretkey", "secretkeybase", "jwtsecret", "sessionsecret", "cookiesecret", "encryptionkey", "signingkey"];

    /// <summary>Whether a value of this name and text gives a secret away. Names of keys and Secrets, paths, templates and variables do not.</summary>
    public static bool IsSecret(string name, string text)
    {
        if (HoldsPassword(text))
            return true;
        if (!MayEndAsSecret(name))
            return false;
        var key = new string([.. name.Where(static letter => letter is not ('_' or '-' or '.')).Select(char.ToLowerInvariant)]);
        if (!Endings.Any(ending => key.EndsWith(ending, StringComparison.Ordinal)) || key.StartsWith("existing", StringComparison.Ordinal) || key.Contains("secretname"))
            return false;
        var value = text.Trim();
        return value.Length >= 4 && value.IndexOf('$') < 0 && value.IndexOf("{{", StringComparison.Ordinal) < 0 && value[0] is not ('/' or '<' or '.') && value.IndexOf(' ') < 0
            && value is not ("true" or "false" or "null" or "none" or "disabled" or "enabled")
            // The name of a Secret or of one of its keys.
            && !Endings.Concat(["secret", "secrets", "key"]).Any(ending => value.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            && value.IndexOf("://", StringComparison.Ordinal) < 0;
    }

    /// <summary>Whether a text is the address of something with a password in it: <c>postgres://user:password@host</c>.</summary>
    public static bool HoldsPassword(string text)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme <= 0 || text.IndexOf('@') < 0 || text.IndexOf('$') >= 0 || text.IndexOf("{{", StringComparison.Ordinal) >= 0 || text.IndexOf('<') >= 0)
            return false;
        var start = scheme + 3;
        var slash = text.IndexOf('/', start);
        var at = text.LastIndexOf('@', (slash < 0 ? text.Length : slash) - 1);
        var colon = at < start ? -1 : text.IndexOf(':', start, at - start);
        return colon >= 0 && at - colon > 1;
    }

    /// <summary>A look at the last letters: names by the thousand are asked about, and hardly one is a secret's.</summary>
    private static bool MayEndAsSecret(string name)
    {
        if (name.Length < 2)
            return false;
        var (before, last) = (name[name.Length - 2], (char)(name[name.Length - 1] | 0x20));
        // Letters beyond ASCII and signs between are left to the whole look.
        return last > 'z' || before is '_' or '-' or '.' || name[name.Length - 1] is '_' or '-' or '.'
            || (last, (char)(before | 0x20)) is ('d', 'r' or 'w') or ('e', 's') or ('n', 'e') or ('y', 'e') or ('t', 'e');
    }

    public static Finding Of(string name) => RuleMessage.Warning(Id, null, Message, name);
}
