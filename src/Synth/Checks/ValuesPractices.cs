namespace GitOps;

/// <summary>The practice rules over the values of a HelmRelease as the author built them: they are not read again from what is written.</summary>
internal static class ValuesPractices
{
    public static IEnumerable<Finding> Check(Values values, FindingPlace? place, bool wantsLimits) => Of(values, "spec.values", place, wantsLimits);

    private static IEnumerable<Finding> Of(Values value, string path, FindingPlace? place, bool wantsLimits)
    {
        if (value.IsMapping)
        {
            foreach (var (field, finding) in PracticeRules.OfMap([.. value.Mapping.Select(static entry => KeyValuePair.Create(entry.Key, entry.Value?.Scalar as string))]))
                yield return finding with { Place = place, FieldPath = $"{path}.{field}" };
            var areContainers = wantsLimits && path.EndsWith(".containers", StringComparison.Ordinal);
            foreach (var (name, child) in value.Mapping)
            {
                if (child is null)
                    continue;
                if (areContainers && child.IsMapping && !HasLimit(child))
                    yield return RuleMessage.Warning(MissingLimitsRule.Id, place, MissingLimitsRule.Message, name, "resources.limits.memory") with { FieldPath = $"{path}.{name}" };
                foreach (var finding in Of(child, $"{path}.{name}", place, wantsLimits))
                    yield return finding;
            }
        }
        else
        {
            var index = 0;
            foreach (var item in value)
                foreach (var finding in Of(item, $"{path}[{index++}]", place, wantsLimits))
                    yield return finding;
        }
    }

    // A typed part is one value whose fields are not seen here: it may set the limit.
    private static bool HasLimit(Values container)
    {
        var at = container;
        foreach (var name in new[] { "resources", "limits", "memory" })
        {
            if (!at.IsMapping)
                return true;
            if (!at.Contains(name))
                return false;
            at = at[name];
        }

        return true;
    }
}
