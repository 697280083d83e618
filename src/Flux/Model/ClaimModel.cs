namespace GitOps;

/// <summary>Something that an app takes and of which there is one in the cluster.</summary>
/// <param name="What">In words, which are the same for the same thing: <c>database 2 of Dragonfly 'database/dragonfly'</c>.</param>
/// <param name="By">The app that takes it; of a layer, which of its apps.</param>
internal sealed record ClaimModel(string What, KustomizationId By, FindingPlace? Place = null);
