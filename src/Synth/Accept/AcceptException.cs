namespace GitOps;

/// <summary>Why nothing can be accepted, as it is said to the user.</summary>
internal sealed class AcceptException(string message) : Exception(message);
