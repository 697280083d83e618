namespace GitOps.SchemaFacts;

/// <summary>Names the types of one project: by the committed list, and what is new by the shortest name that is free.</summary>
internal sealed class FactNames(Project project, IReadOnlyList<KindDraft> kinds, HashSet<string> taken, NameList list, Dictionary<string, SchemaTypeName> lent)
{
    /// <summary>Words that say nothing without the word before them.</summary>
    private static readonly HashSet<string> Vague = new(StringComparer.Ordinal)
    {
        "Spec", "Ref", "Config", "Configuration", "Settings", "Options", "Selector", "Target", "Match", "Kind", "Type", "Name", "Mode", "Operator", "Policy", "Strategy", "Provider", "Source",
        "Value", "Values", "Kubernetes", "Key", "Header", "From", "To", "Local", "Format", "Data", "Auth", "Template", "Metadata", "Rule", "Rules", "Action", "Level", "Method", "Custom", "Item",
    };

    private readonly DraftNames names = new();

    public void NameKinds()
    {
        foreach (var kind in kinds)
        {
            var name = PathNames.KindName(kind, kinds);
            if (!taken.Add(name))
                throw new InvalidOperationException($"{project.Namespace}: the kind '{name}' has the name of another type");
            names.Add(kind.Body, new SchemaTypeName(project.Namespace, name));
        }
    }

    public SchemaModel Build()
    {
        var found = DraftWalk.Of(kinds);
        foreach (var (draft, _) in found)
            if (lent.TryGetValue(IdOf(draft), out var other))
                names.Add(draft, other);
        foreach (var (name, paths) in list.Of(project.Namespace))
            if (paths.Select(Find).FirstOrDefault(draft => draft is not null) is { } draft && !names.Knows(draft) && taken.Add(name))
                names.Add(draft, new SchemaTypeName(project.Namespace, name));
        var users = CountUsers();
        foreach (var (draft, use) in found)
            if (!names.Knows(draft))
                names.Add(draft, new SchemaTypeName(project.Namespace, Candidates(use, users[draft] > 1).First(taken.Add)));
        list.Set(project.Namespace, Places().Select(place => (NameOf(place.Key).Name, place.Value)));
        if (project.Lends)
            foreach (var (draft, _) in found)
                if (draft is not ShapeDraft { Fields.Count: 1 })
                    lent[IdOf(draft)] = NameOf(draft);
        var model = SchemaReader.Build(kinds, names, new FaultList(project.Name));
        return model with
        {
            Shapes = model.Shapes.Where(shape => shape.Name.Namespace == project.Namespace).ToEquatableArray(),
            Enums = model.Enums.Where(values => values.Name.Namespace == project.Namespace).ToEquatableArray(),
        };
    }

    private static string IdOf(object draft) => draft is ShapeDraft shape ? shape.Id : ((EnumDraft)draft).Id;

    private SchemaTypeName NameOf(object draft) => draft is ShapeDraft shape ? names[shape] : names[(EnumDraft)draft];

    /// <summary>Where each type of this project stands: the shortest path of each kind that holds it.</summary>
    private Dictionary<object, IReadOnlyList<string>> Places() => kinds.SelectMany(kind => DraftWalk.Of([kind]))
        .Where(found => NameOf(found.Draft).Namespace == project.Namespace)
        .GroupBy(found => found.Draft, found => $"{names[found.Use.Kind.Body].Name}.{found.Use.Path}")
        .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)group.ToList());

    /// <summary>Of how many kinds something is a part.</summary>
    private Dictionary<object, int> CountUsers()
    {
        var users = new Dictionary<object, int>();
        foreach (var versions in kinds.GroupBy(kind => kind.Kind))
            foreach (var draft in versions.SelectMany(kind => DraftWalk.Of([kind])).Select(found => found.Draft).Distinct())
                users[draft] = users.GetValueOrDefault(draft) + 1;
        return users;
    }

    private IEnumerable<string> Candidates(DraftUse use, bool isShared)
    {
        var kind = names[use.Kind.Body].Name;
        var words = use.Steps().Select(step => step.Word).ToList();
        if (words.Count == 1)
            yield return kind + words[0];
        if (words[0] == "Spec")
            words.RemoveAt(0);
        for (var count = 1; isShared && count <= words.Count; count++)
            if (Join(words, count) is var tail && !SchemaNames.IsTaken(tail) && HasTwoWords(tail))
                yield return tail;
        for (var count = 1; count <= words.Count; count++)
            if (count == words.Count || !Vague.Contains(words[^count]))
                yield return StartsWithWord(Join(words, count), kind) ? Join(words, count) : kind + Join(words, count);
        for (var n = 2; ; n++)
            yield return kind + Join(words, words.Count) + n;
    }

    /// <summary>The last words in one, without repeating: template, templateRef is TemplateRef.</summary>
    private static string Join(List<string> words, int count)
    {
        var name = words[^count];
        for (var i = words.Count - count + 1; i < words.Count; i++)
            name += StartsWithWord(words[i], words[i - 1]) ? words[i][words[i - 1].Length..] : words[i];
        return name;
    }

    private static bool StartsWithWord(string text, string word) =>
        word.Length > 2 && text.Length > word.Length && text.StartsWith(word, StringComparison.Ordinal) && char.IsUpper(text[word.Length]);

    /// <summary>A single word is what people call things of their own.</summary>
    private static bool HasTwoWords(string name) => name.Length > 7 && name.Skip(1).Any(char.IsUpper) && name.Any(char.IsLower);

    /// <summary>What stands at a path of the list, or null when the CRDs have it no more.</summary>
    private object? Find(string path)
    {
        var parts = path.Split('.');
        ShapeDraft? shape = kinds.FirstOrDefault(kind => names[kind.Body].Name == parts[0])?.Body;
        for (var i = 1; i < parts.Length && shape is not null; i++)
        {
            var name = parts[i].TrimEnd('[', ']', '{', '}');
            var type = shape.Fields.FirstOrDefault(field => field.Name == name)?.Type;
            while (type?.Item is not null)
                type = type.Item;
            if (i == parts.Length - 1)
                return (object?)type?.Shape ?? type?.Enum;
            shape = type?.Shape;
        }
        return null;
    }
}
