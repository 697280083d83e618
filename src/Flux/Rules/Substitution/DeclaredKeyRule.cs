namespace GitOps;

/// <summary>A class declares a variable of a ConfigMap or Secret by hand, and the object that is made here has no such key: whoever uses it fails in the cluster.</summary>
internal static class DeclaredKeyRule
{
    public const string Id = RuleIds.DeclaredKey;
    public const string Title = "A declared variable that its source does not have";
    public const string Message = "'{0}' declares the variable '{1}', and the {2} '{3}' has no such key{4}";

    /// <param name="declared">What a class declares.</param>
    /// <param name="objects">The objects of that kind and name that are seen, in any namespace. One that may hold more keys leaves all open.</param>
    /// <param name="place">Where it is said.</param>
    public static IEnumerable<Finding> Check(VariableSourceModel declared, IReadOnlyList<VariableSourceModel> objects, FindingPlace? place)
    {
        if (objects.Count == 0 || declared.Class is not { } type || objects.Any(static item => item.IsOpen || item.IsCopied))
            yield break;
        foreach (var key in declared.Keys)
        {
            if (objects.Any(item => item.Keys.Any(other => other.Name == key.Name)))
                continue;
            var nearest = NearestName.Of(key.Name, objects.SelectMany(static item => item.Keys).Select(static other => other.Name).Where(name => declared.Keys.All(other => other.Name != name)));
            yield return RuleMessage.Error(Id, key.Place ?? place, Message, type, key.Name, declared.Kind, declared.Name, NearestName.Hint(nearest)) with { AlsoAt = GraphRules.Places(objects[0].Place), Suggestion = nearest };
        }
    }
}
