using System.Globalization;

namespace GitOps;

/// <summary>Collects what a component's properties set, for <c>spec.postBuild.substitute</c> of the app that includes it.</summary>
public sealed class ComponentVariables
{
    private readonly List<KeyValuePair<string, string>> entries = [];

    internal ComponentVariables(FluxApp app) => App = app;

    /// <summary>The app that includes the component.</summary>
    public FluxApp App { get; }

    internal IReadOnlyList<KeyValuePair<string, string>> Entries => entries;

    /// <summary>Sets a variable; <see langword="null"/> leaves it to its default.</summary>
    public void Set(string name, string? value)
    {
        if (value is not null)
            entries.Add(new(name, value));
    }

    /// <summary>Sets a variable; <see langword="null"/> leaves it to its default.</summary>
    public void Set<T>(string name, T? value)
        where T : struct, ITextValue => Set(name, value?.Text);

    /// <summary>Sets a variable; <see langword="null"/> leaves it to its default.</summary>
    public void Set(string name, Value<bool>? value) => Set(name, value is { } set ? set.Expression ?? (set.Literal ? "true" : "false") : null);

    /// <summary>Sets a variable; <see langword="null"/> leaves it to its default.</summary>
    public void Set(string name, Value<int>? value) => Set(name, value is { } set ? set.Expression ?? set.Literal.ToString(CultureInfo.InvariantCulture) : null);

    /// <summary>Sets a variable; <see langword="null"/> leaves it to its default.</summary>
    public void Set(string name, Value<long>? value) => Set(name, value is { } set ? set.Expression ?? set.Literal.ToString(CultureInfo.InvariantCulture) : null);

    /// <summary>Sets a variable; <see langword="null"/> leaves it to its default.</summary>
    public void Set(string name, IntOrString? value) => Set(name, value?.ToString());
}
