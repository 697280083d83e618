namespace GitOps;

/// <summary>A place in a text.</summary>
/// <param name="Offset">In characters, from 0.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">In characters, from 1.</param>
internal readonly record struct YamlMark(int Offset, int Line, int Column);
