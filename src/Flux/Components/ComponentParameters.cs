namespace GitOps;

/// <summary>From the places where variables stand to the parameters that they make together.</summary>
internal static class ComponentParameters
{
    /// <summary>In ordinal order of the names; occurrences in the order in which they were read.</summary>
    public static IReadOnlyList<ComponentParameter> Of(IReadOnlyList<VariableOccurrence> occurrences) =>
        [.. occurrences.GroupBy(static occurrence => occurrence.Variable.Name, StringComparer.Ordinal).OrderBy(static group => group.Key, StringComparer.Ordinal).Select(Of)];

    private static ComponentParameter Of(IGrouping<string, VariableOccurrence> group)
    {
        var occurrences = group.ToList();
        var defaults = occurrences.Select(static occurrence => occurrence.Default).Where(static text => text is not null).Select(static text => text!).Distinct(StringComparer.Ordinal).ToList();
        return new(group.Key)
        {
            IsRequired = occurrences.Any(static occurrence => occurrence.Variable.IsRequired),
            Default = defaults.FirstOrDefault(),
            OtherDefaults = [.. defaults.Skip(1)],
            Occurrences = occurrences,
            DefaultNeeds = [.. occurrences.Where(static occurrence => occurrence.Variable.HasDefault).SelectMany(static occurrence => Needs(occurrence.Variable.Arguments))
                .Distinct(StringComparer.Ordinal).OrderBy(static name => name, StringComparer.Ordinal)],
        };
    }

    private static IEnumerable<string> Needs(IReadOnlyList<SubstitutionNode> nodes) =>
        nodes.OfType<SubstitutionExpression>().SelectMany(static expression => (expression.IsRequired ? [expression.Name] : Enumerable.Empty<string>()).Concat(Needs(expression.Arguments)));
}
