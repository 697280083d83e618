namespace GitOps;

/// <summary>Something of which a cluster has one, such as a database of a shared cache.</summary>
/// <param name="What">As messages say it; two claims of the same words are of the same thing.</param>
internal sealed record ExclusiveClaim(string What);
