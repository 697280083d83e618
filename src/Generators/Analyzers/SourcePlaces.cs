using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>From locations to the places that rules speak of, and back again.</summary>
internal sealed class SourcePlaces(string projectDirectory)
{
    private readonly Dictionary<FindingPlace, Location> locations = [];

    /// <summary>The place of an attribute, or <see langword="null"/> in a referenced assembly.</summary>
    public FindingPlace? Of(AttributeData attribute) =>
        attribute.ApplicationSyntaxReference is { } reference ? Of(Location.Create(reference.SyntaxTree, reference.Span)) : null;

    public FindingPlace Of(Location location)
    {
        var lines = location.GetLineSpan();
        var place = new FindingPlace(ProjectPath.Relative(lines.Path, projectDirectory), lines.StartLinePosition.Line + 1, lines.StartLinePosition.Character + 1);
        locations[place] = location;
        return place;
    }

    public Location? Find(FindingPlace? place) => place is not null && locations.TryGetValue(place, out var location) ? location : null;
}
