using Microsoft.CodeAnalysis;

namespace GitOps;

/// <summary>The constants of variable sources that a text may use instead of spelling <c>${NAME}</c>.</summary>
internal sealed class VariableConstants
{
    private readonly List<IFieldSymbol> constants;

    private VariableConstants(FluxTypes types, AppModel? app, IEnumerable<INamedTypeSymbol> sources, Func<INamedTypeSymbol, (string Kind, string Name)?> idOf)
    {
        App = app;
        constants = [.. sources.OrderBy(source => source.ToDisplayString(), StringComparer.Ordinal).SelectMany(static source => source.GetMembers().OfType<IFieldSymbol>())
            .Where(static field => field is { IsConst: true, ConstantValue: string })];
        IdOf = idOf;
        Types = types;
    }

    public FluxTypes Types { get; }

    /// <summary>What the class that the text stands in takes its variables from; <see langword="null"/> outside an app.</summary>
    public AppModel? App { get; }

    private Func<INamedTypeSymbol, (string Kind, string Name)?> IdOf { get; }

    /// <summary>Those that a text at a place can name; <see langword="null"/> where the SDK is not referenced.</summary>
    public static VariableConstants? At(SemanticModel model, int position)
    {
        if (FluxTypes.Find(model.Compilation) is not { VariableSource: { } variableSource } types)
            return null;
        var enclosing = model.GetEnclosingSymbol(position) switch { INamedTypeSymbol type => type, { ContainingType: { } type } => type, _ => null };
        var scopes = AppScopes.Of(types);
        var app = enclosing is not null && FluxTypes.Derives(enclosing, types.App) ? scopes.Of(enclosing) : null;
        var sources = types.UserClasses
            .Where(type => !type.IsAbstract && FluxTypes.Derives(type, variableSource) && model.IsAccessible(position, type));
        return new VariableConstants(types, app, sources, AppScopes.IdOf);
    }

    /// <summary>The constant of a variable in a source that the app declares; outside an app in any.</summary>
    public IFieldSymbol? Find(string variable) => Named(variable).FirstOrDefault(field => App is null || IsDeclared(field.ContainingType));

    /// <summary>A constant as it is written at a place.</summary>
    public static string Written(IFieldSymbol constant, SemanticModel model, int position) => $"{constant.ContainingType.ToMinimalDisplayString(model, position)}.{constant.Name}";

    /// <summary>The sources that have a variable and that the app does not declare.</summary>
    public IEnumerable<INamedTypeSymbol> Undeclared(string variable) =>
        App is null ? [] : Named(variable).Select(static field => field.ContainingType).Where(type => !IsDeclared(type)).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);

    /// <summary>Whether the app has a variable of that name from anywhere that is known.</summary>
    public bool IsProvided(string variable) => (App?.Variables.Any(one => one.Name == variable) ?? false) || Find(variable) is not null;

    private IEnumerable<IFieldSymbol> Named(string variable) => constants.Where(field => (string?)field.ConstantValue == "${" + variable + "}");

    private bool IsDeclared(INamedTypeSymbol source) => IdOf(source) is { } id && App!.Sources.Any(declared => declared.Kind == id.Kind && declared.Name == id.Name);
}
