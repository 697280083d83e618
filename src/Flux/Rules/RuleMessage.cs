using System.Globalization;

namespace GitOps;

/// <summary>Makes a finding of a rule's constants.</summary>
internal static class RuleMessage
{
    public static Finding Error(string id, FindingPlace? place, string format, params string[] arguments) => Make(id, FindingSeverity.Error, place, format, arguments);

    public static Finding Warning(string id, FindingPlace? place, string format, params string[] arguments) => Make(id, FindingSeverity.Warning, place, format, arguments);

    /// <summary>The finding at a part of a text.</summary>
    public static Finding In(this Finding finding, TextModel text, int offset, int length) =>
        finding with { Place = text.PlaceAt?.Invoke(offset) ?? text.Place, FieldPath = text.FieldPath, Span = new(offset, length) };

    private static Finding Make(string id, FindingSeverity severity, FindingPlace? place, string format, string[] arguments) =>
        new(id, severity, string.Format(CultureInfo.InvariantCulture, format, [.. arguments.Select(Shortened)]), place) { Arguments = arguments };

    /// <summary>A text of a megabyte tells no reader more than its beginning.</summary>
    private static string Shortened(string argument) => argument.Length <= MostCharacters ? argument : argument.Substring(0, char.IsHighSurrogate(argument[Shown - 1]) ? Shown - 1 : Shown) + "…";

    /// <summary>Longer than any name, and than the lists of names that messages give.</summary>
    private const int MostCharacters = 1_000;

    private const int Shown = 200;
}
