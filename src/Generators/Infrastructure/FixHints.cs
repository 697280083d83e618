using System.Collections.Immutable;

namespace GitOps;

/// <summary>What a diagnostic tells the code fixes beside its message: keys of its properties, shared with <c>src/CodeFixes</c>.</summary>
internal static class FixHints
{
    /// <summary>What may stand there instead: the nearest name (of a variable, of a Kustomization, of an enum's value), without the text around it.</summary>
    public const string Suggestion = "Suggestion";

    /// <summary>The class of the variable source that has the variable and is not declared, as <c>Namespace.Type</c>.</summary>
    public const string Source = "Source";

    /// <summary>The whole text, as Flux shall read it, that says what was meant.</summary>
    public const string Replacement = "Replacement";

    /// <summary>The hints of a finding; <see langword="null"/> when it has none.</summary>
    public static ImmutableDictionary<string, string?>? Of(Finding finding) =>
        finding.Suggestion is { } suggestion ? With(Suggestion, suggestion) : finding.VariableSource is { } source ? With(Source, source) : null;

    public static ImmutableDictionary<string, string?> With(string key, string value) => ImmutableDictionary<string, string?>.Empty.Add(key, value);
}
