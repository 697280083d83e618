using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace GitOps;

/// <summary>
/// What the rules say in the files of a project: components, folders that apps only wire, files beside the code that apps put into their objects, and the keys
/// of variable sources. Made once for a compilation, whoever asks first.
/// </summary>
internal sealed class FileFindings
{
    private static readonly ConditionalWeakTable<Compilation, FileFindings> Made = new();
    private static readonly ConditionalWeakTable<SourceText, ComponentResult> Components = new();

    private readonly Compilation compilation;
    private readonly FluxTypes types;
    private readonly AppScopes scopes;
    private readonly RepositoryYaml yaml;
    private readonly CodeOverview code;
    private readonly Lazy<ILookup<string, Finding>> all;
    private readonly Lazy<IReadOnlyList<VariableSourceModel>> sources;
    private readonly Lazy<IReadOnlyList<VariableSourceModel>> known;
    private readonly Lazy<SourceHomes> homes;
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, IReadOnlyList<VariableSourceModel>> named = new(StringComparer.Ordinal);
    private readonly Lazy<ISet<string>?> anywhere;

    private FileFindings(Compilation compilation, FluxTypes types, AnalyzerOptions options)
    {
        this.compilation = compilation;
        this.types = types;
        scopes = AppScopes.Of(types);
        yaml = new RepositoryYaml(options);
        code = CodeOverview.Of(compilation, types, yaml.Tree);
        sources = new(() => [.. yaml.WithRole(InputFiles.Variables).SelectMany(static file => VariableSourcesOf.File(file.Path, file.File))]);
        known = new(() => [.. scopes.Sources.Select(source => source.WithValuesOf(ObjectsOf(source.Kind, source.Name)))]);
        anywhere = new(NamesAnywhere);
        homes = new(() => new SourceHomes(compilation, types, scopes, code, yaml, SourcesNamed));
        all = new(() => Find().Distinct().ToLookup(static finding => finding.Place!.Path, StringComparer.Ordinal));
    }

    /// <summary>Those of a compilation; the analyzers of one build share them.</summary>
    public static FileFindings Of(Compilation compilation, FluxTypes types, AnalyzerOptions options) => Made.GetValue(compilation, key => new FileFindings(key, types, options));

    /// <summary>The sources that have a class, with the values that files show. One that is in several files has those that they agree on.</summary>
    public IReadOnlyList<VariableSourceModel> KnownSources => known.Value;

    /// <summary>What the files hold of a source; nothing where the code makes it too, for that is not seen here.</summary>
    public IReadOnlyList<VariableSourceModel> ObjectsOf(string kind, string name) => Homes.IsMadeInCode(name) ? [] : [.. SourcesNamed(name).Where(file => file.Kind == kind)];

    /// <summary>The sources of a name in all YAML of the tree that people wrote, not only where classes are made of them.</summary>
    private IReadOnlyList<VariableSourceModel> SourcesNamed(string name) => named.GetOrAdd(name, key =>
        [.. yaml.WithRole(InputFiles.Variables).Concat(yaml.WithRole(InputFiles.Component)).Concat(yaml.WithRole(InputFiles.Kustomization)).GroupBy(static file => file.Path, StringComparer.Ordinal).Select(static same => same.First())
            .Where(file => !code.WrittenFiles.Contains(file.Path) && file.File.GetText()?.ToString().Contains(key) == true)
            .SelectMany(static file => VariableSourcesOf.File(file.Path, file.File)).Where(source => source.Name == key)]);

    /// <summary>Every variable that some app has; <see langword="null"/> where there may be more than is seen.</summary>
    public ISet<string>? VariablesAnywhere => anywhere.Value;

    private ISet<string>? NamesAnywhere()
    {
        var apps = code.Apps.Select(scopes.Of).Where(static app => app.IsEnabled).ToList();
        // An app without any variable is not substituted, and its texts are no expressions.
        // What a namespace holds is the root's, whose variables are its own.
        if (!code.HasCluster || scopes.HasOpenCluster || code.MaySubstituteInRoot() || apps.Count == 0 || apps.Exists(app => app.IsOpen || new FluxModel([app], KnownSources).ScopeOf(app).Runs != true) || KnownSources.Any(static source => source.IsOpen) || sources.Value.Any(static source => source.IsOpen))
            return null;
        var names = new HashSet<string>(apps.SelectMany(static app => app.Variables).Select(static variable => variable.Name), StringComparer.Ordinal) { "APP", "NAMESPACE" };
        names.UnionWith(KnownSources.Concat(sources.Value).SelectMany(static source => source.Keys).Select(static key => key.Name));
        foreach (var component in types.UserClasses.Where(type => FluxTypes.Derives(type, types.Component)))
            if (scopes.VariablesOf(component) is not { } variables)
                return null;
            else
                names.UnionWith(variables.Select(static variable => variable.Variable));
        return names;
    }

    /// <summary>Where sources are in the cluster.</summary>
    public SourceHomes Homes => homes.Value;

    /// <summary>A place in one of the project's files.</summary>
    public Location? At(FindingPlace place) => yaml.At(place);

    /// <summary>Reports what is said in a file by the rules of an analyzer.</summary>
    public void Report(AdditionalFileAnalysisContext context, DiagnosticAnalyzer analyzer)
    {
        foreach (var finding in all.Value[yaml.PathOf(context.AdditionalFile)])
            if (analyzer.SupportedDiagnostics.FirstOrDefault(rule => rule.Id == finding.Id) is { } rule && yaml.At(finding.Place, LengthIn(finding)) is { } at)
                // Some rules have several messages; the finding has made its own.
                context.ReportDiagnostic(Diagnostic.Create(
                    Rule.Create(rule.Id, rule.Title.ToString(), "{0}", rule.DefaultSeverity), at, finding.AlsoAt.Select(place => yaml.At(place)).Where(static other => other is not null).Select(static other => other!), FixHints.Of(finding), finding.Message));
    }

    // An expression stands in a file as it does in the text; a finding about a whole text is at its first line.
    private static int? LengthIn(Finding finding) => finding.Span is { } span ? span.Length : null;

    private IEnumerable<Finding> Find() => (code.HasCluster ? InComponents().Concat(InExistingFolders()).Concat(InSources()) : []).Concat(BesideTheCode()).Where(static finding => finding.Place is not null);

    /// <summary>What is wrong with a component whoever uses it.</summary>
    private IEnumerable<Finding> InComponents()
    {
        var files = yaml.WithRole(InputFiles.Component).Select(static file => (file.Path, Text: file.File.GetText())).Where(static file => file.Text is not null).OrderBy(static file => file.Path, StringComparer.Ordinal).ToList();
        if (files.Count == 0)
            return [];
        // All of them make one result: a component may reach into another.
        if (!Components.TryGetValue(files[0].Text!, out var known) || !known.IsOf(files!))
        {
            known = new ComponentResult(files!, [.. InComponents(files!)]);
            Components.Remove(files[0].Text!);
            Components.GetValue(files[0].Text!, _ => known);
        }

        return known.Findings;
    }

    private IEnumerable<Finding> InComponents(List<(string Path, SourceText Text)> files)
    {
        foreach (var (path, text) in files)
        {
            if (!KustomizeReader.FileNames.Contains(RepositoryPath.NameOf(path)) || !text.ToString().Contains("Component") || !ComponentReader.IsComponent(text.ToString()))
                continue;
            var component = ComponentReader.Read(yaml.Files, RepositoryPath.FolderOf(path));
            foreach (var finding in component.Findings.Where(IsSeen).Concat(UndefinedVariableRule.Check(component)).Concat(component.Parameters.SelectMany(parameter => Never(parameter, component))))
                yield return finding;
        }
    }

    /// <summary>A variable without default that no name can ever provide.</summary>
    private static IEnumerable<Finding> Never(ComponentParameter parameter, ComponentModel component)
    {
        if (VariableName.Fault(parameter.Name) is { } fault)
            foreach (var occurrence in parameter.Occurrences.Where(static occurrence => occurrence.Variable.IsRequired))
                yield return RuleMessage.Error(RejectedVariableNameRule.Id, occurrence.Place, RejectedVariableNameRule.TextMessage, parameter.Name, fault, component.Name)
                    with
                { Span = new(occurrence.Variable.Offset, occurrence.Variable.Length), Suggestion = VariableName.Repair(parameter.Name) };
    }

    /// <summary>The texts of hand-written folders, by what the app provides that wires them.</summary>
    private IEnumerable<Finding> InExistingFolders()
    {
        foreach (var type in code.Apps)
        {
            if (!SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) || types.IdOf(type) is not { } id
                || AppParser.Argument(FluxTypes.AttributeOf(type, types.AppAttribute)!, "Existing") is not { } existing)
                continue;
            var directory = AppParser.Argument(FluxTypes.AttributeOf(type, types.AppAttribute)!, "Directory") ?? id.Name;
            if (RepositoryPath.Combine(KustomizationNamespaces.AppsOf(code.Tree) + id.Namespace, directory + "/" + existing) is not { } folder || !yaml.Files.HasFolder(folder))
                continue;
            var reader = new KustomizeReader(yaml.Files, followsKustomizations: false);
            reader.ReadRoot(folder);
            foreach (var finding in reader.Findings.Where(IsSeen).Concat(Judge(type, reader.Texts)))
                yield return finding;
        }
    }

    /// <summary>What an app reads with <c>Files.Beside</c>: a value of a ConfigMap, or YAML of its own.</summary>
    private IEnumerable<Finding> BesideTheCode()
    {
        if (!yaml.WithRole(InputFiles.File).Any())
            return [];
        return from tree in compilation.SyntaxTrees
               where tree.GetText().ToString().Contains("Beside(")
               let folder = InputFiles.FolderOf(tree.FilePath)
               from call in tree.GetRoot().DescendantNodes().OfType<InvocationExpressionSyntax>()
               where call is { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Beside", Expression: IdentifierNameSyntax { Identifier.ValueText: "Files" } }, ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax }] }
               let written = ((LiteralExpressionSyntax)call.ArgumentList.Arguments[0].Expression).Token.Value as string
               where written is not null
               let path = yaml.PathOf(folder + "/" + written)
               let text = yaml.Files.Read(path)
               where text is not null && SubstitutionText.MayHoldExpressions(text)
               from finding in Beside(call, path, text)
               select finding;
    }

    private IEnumerable<Finding> Beside(InvocationExpressionSyntax call, string path, string text)
    {
        if (call.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration
            || compilation.GetSemanticModel(call.SyntaxTree).GetDeclaredSymbol(declaration) is not INamedTypeSymbol type || !FluxTypes.Derives(type, types.App))
            return [];
        var creations = call.Ancestors().TakeWhile(node => node != declaration).OfType<BaseObjectCreationExpressionSyntax>().ToList();
        // What is generated into a Secret is base64; what may be marked is left to synth.
        if (creations.Any(static creation => creation is ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "SecretGenerator" } }
            || (creation.Initializer?.Expressions.OfType<AssignmentExpressionSyntax>().Any(static set => set.Left is IdentifierNameSyntax { Identifier.ValueText: "Literal" or "Labels" or "Annotations" or "Envs" }) ?? false)))
            return [];
        if (creations.Count == 0)
            return Judge(type, ResourceTexts(path, text));
        if (!creations.Any(static creation => creation is ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "ConfigMapGenerator" } }))
            return [];
        var lines = new TextLines(text);
        return Judge(type, [new TextModel(text, new(path, 1, 1)) { PlaceAt = offset => At(path, lines.Of(offset)) }]);
    }

    /// <summary>The texts of a file of objects.</summary>
    public static IReadOnlyList<TextModel> ResourceTexts(string path, string text)
    {
        var reader = new KustomizeReader(new TextFileTree([new KeyValuePair<string, string>(path, text)]), followsKustomizations: false);
        reader.ReadRoot(RepositoryPath.FolderOf(path));
        return reader.Texts;
    }

    private IEnumerable<Finding> Judge(INamedTypeSymbol type, IReadOnlyList<TextModel> texts)
    {
        if (texts.Count == 0 || scopes.Of(type) is not { IsEnabled: true } found || scopes.IsTakenOut(type))
            return [];
        var app = found with { Texts = texts };
        var flux = new FluxModel([app], scopes.Sources);
        if (flux.ScopeOf(app).Runs != true)
            return [];
        var isOpen = app.Sources.Any(source => sources.Value.Any(file => file.IsOpen && file.Kind == source.Kind && file.Name == source.Name));
        return SubstitutionSyntaxRule.Check(flux, app).Concat(MisleadingOperatorRule.Check(flux, app)).Concat(isOpen ? [] : UndefinedVariableRule.Check(flux, app));
    }

    /// <summary>Keys and values of the sources that apps take variables from.</summary>
    private IEnumerable<Finding> InSources()
    {
        // Most sources are right, and then nobody asks who uses them.
        if (!sources.Value.Any(static source => source.Keys.Any(static key => VariableName.Fault(key.Name) is not null || NewlineInValueRule.Check(key) is not null)))
            return [];
        var model = new FluxModel(code.Apps.Select(scopes.Of), sources.Value);
        return RejectedVariableNameRule.Check(model).Concat(NewlineInValueRule.Check(model)).Where(finding => finding.Place is { } place && yaml.At(place) is not null);
    }

    // Only YAML is given to the compiler in full: of other files nobody knows here whether they are there. What a generator reads it speaks of itself.
    private bool IsSeen(Finding finding) => finding.Id == RuleIds.UnreadableYaml ? !IsReadByGenerator(finding.Place!.Path) :
        finding.Id != RuleIds.ResourceMissing || finding.Arguments is not [{ } named] || named.EndsWith(".yaml", StringComparison.Ordinal) || named.EndsWith(".yml", StringComparison.Ordinal)
        || finding.Message == string.Format(System.Globalization.CultureInfo.InvariantCulture, KustomizeMessages.NoKustomizationFile, named);

    private bool IsReadByGenerator(string path) => yaml.Files.Read(path) is { } text
        && ((VariableFileParser.Reads(text) && yaml.WithRole(InputFiles.Variables).Any(file => file.Path == path)) || (KustomizationFile.Reads(path, text) && yaml.WithRole(InputFiles.Kustomization).Any(file => file.Path == path)));

    private static FindingPlace At(string path, YamlMark mark) => new(path, mark.Line, mark.Column);

    /// <summary>What was found in all components, as long as none of their texts changes.</summary>
    private sealed class ComponentResult(List<(string Path, SourceText Text)> files, IReadOnlyList<Finding> findings)
    {
        private readonly List<(string Path, WeakReference<SourceText> Text)> files = [.. files.Select(static file => (file.Path, new WeakReference<SourceText>(file.Text)))];

        public IReadOnlyList<Finding> Findings { get; } = findings;

        public bool IsOf(List<(string Path, SourceText Text)> others) =>
            files.Count == others.Count && files.Zip(others, static (own, other) => own.Path == other.Path && own.Text.TryGetTarget(out var text) && ReferenceEquals(text, other.Text)).All(static same => same);
    }
}
