namespace GitOps;

/// <summary>The variables of a text, as a component's parameters are made of.</summary>
internal static class VariableOccurrences
{
    /// <summary>Every variable of a text that can be parsed, each before those inside its default.</summary>
    /// <param name="place">Where a part of the text stands, by its offset.</param>
    public static IEnumerable<VariableOccurrence> Of(TextModel text, IReadOnlyList<string> segments, string apiVersion, string kind, Func<int, FindingPlace> place, bool isInPatch)
    {
        var whole = text.Parsed.Whole;
        foreach (var expression in text.Parsed.Expressions)
        {
            var isWhole = expression == whole;
            // A default that is one expression decides the whole scalar too.
            if (isWhole)
                whole = expression.HasDefault && expression.Arguments.Count == 1 ? expression.Arguments[0] as SubstitutionExpression : null;
            yield return new(place(expression.Offset), text.FieldPath ?? "", apiVersion, kind)
            {
                Variable = expression,
                Segments = segments,
                IsWholeScalar = isWhole,
                IsKey = text.IsKey,
                IsInPatch = isInPatch,
                Text = text.Text,
            };
        }
    }
}
