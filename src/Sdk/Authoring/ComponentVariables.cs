using System.Globalization;

namespace GitOps;

/// <summary>
/// Collects what a component's properties set, for <c>spec.postBuild.substitute</c> of the app that includes it. A value that is <see langword="null"/>, or the
/// default that the component's texts have anyway, is left out.
/// </summary>
public sealed class ComponentVariables
{
    private readonly List<KeyValuePair<string, string>> entries = [];

    internal ComponentVariables(FluxApp app) => App = app;

    /// <summary>The app that includes the component.</summary>
    public FluxApp App { get; }

    internal IReadOnlyList<KeyValuePair<string, string>> Entries => entries;

    /// <summary>Sets a variable.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value.</param>
    /// <param name="preset">The default that the component's texts have.</param>
    public void Set(string name, string? value, string? preset = null)
    {
        if (value is not null && value != preset)
            entries.Add(new(name, value));
    }

    /// <summary>Sets a variable.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value.</param>
    /// <param name="preset">The default that the component's texts have.</param>
    public void Set<T>(string name, T? value, string? preset = null)
        where T : struct, ITextValue => Set(name, value?.Text, preset);

    /// <summary>Sets a variable.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value.</param>
    /// <param name="preset">The default that the component's texts have.</param>
    public void Set(string name, Value<bool>? value, string? preset = null) => Set(name, value is { } set ? set.Expression ?? (set.Literal ? "true" : "false") : null, preset);

    /// <summary>Sets a variable.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value.</param>
    /// <param name="preset">The default that the component's texts have.</param>
    public void Set(string name, Value<int>? value, string? preset = null) => Set(name, value is { } set ? set.Expression ?? set.Literal.ToString(CultureInfo.InvariantCulture) : null, preset);

    /// <summary>Sets a variable.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value.</param>
    /// <param name="preset">The default that the component's texts have.</param>
    public void Set(string name, Value<long>? value, string? preset = null) => Set(name, value is { } set ? set.Expression ?? set.Literal.ToString(CultureInfo.InvariantCulture) : null, preset);

    /// <summary>Sets a variable.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value.</param>
    /// <param name="preset">The default that the component's texts have.</param>
    public void Set(string name, Value<double>? value, string? preset = null) => Set(name, value is { } set ? set.Expression ?? set.Literal.ToString("R", CultureInfo.InvariantCulture) : null, preset);

    /// <summary>Sets a variable.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value.</param>
    /// <param name="preset">The default that the component's texts have.</param>
    public void Set(string name, IntOrString? value, string? preset = null) => Set(name, value?.ToString(), preset);

    /// <summary>Sets a variable to a list, in YAML's flow form.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value.</param>
    /// <param name="preset">The default that the component's texts have.</param>
    public void Set(string name, IReadOnlyList<string>? value, string? preset = null) =>
        Set(name, value is null ? null : value is IVariableText { Expression: { } expression } ? expression : FlowText.Of(value), preset);

    /// <summary>Sets a variable to a mapping, in YAML's flow form. An empty one sets nothing where that is the default.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value.</param>
    /// <param name="preset">The default that the component's texts have.</param>
    public void Set(string name, Map<string>? value, string? preset = null) =>
        Set(name, value is null || (value.Count == 0 && preset is "") ? null : value is IVariableText { Expression: { } expression } ? expression : FlowText.Of(value), preset);

    /// <summary>Sets a variable to anything, in YAML's flow form. An empty mapping sets nothing where that is the default.</summary>
    /// <param name="name">The variable.</param>
    /// <param name="value">Its value.</param>
    /// <param name="preset">The default that the component's texts have.</param>
    public void Set(string name, Values? value, string? preset = null) => Set(name, value is null || (value.IsMapping && value.Mapping.Count == 0 && preset is "") ? null : FlowText.Of(value), preset);
}
