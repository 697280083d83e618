using Microsoft.CodeAnalysis;

namespace GitOps.Tests;

/// <summary>Small programs that make one thing, compiled and run.</summary>
internal static class Programs
{
    /// <summary>A class <c>Maker</c> whose method <c>Make</c> gives the expression's value.</summary>
    public static string Making(string expression) => $$"""
        using GitOps;
        using GitOps.Models.FluxCD;

        namespace Home;

        public static class Maker
        {
            public static object Make() => {{expression}};
        }
        """;

    public static T Make<T>(GeneratorRun run) => (T)Load(run).GetType("Home.Maker")!.GetMethod("Make")!.Invoke(null, null)!;

    public static System.Reflection.Assembly Load(GeneratorRun run) => Load(run.After);

    public static System.Reflection.Assembly Load(Compilation compilation)
    {
        var stream = new MemoryStream();
        compilation.Emit(stream).Diagnostics.Where(static one => one.Severity == DiagnosticSeverity.Error).Should().BeEmpty();
        stream.Position = 0;
        return new System.Runtime.Loader.AssemblyLoadContext(null, isCollectible: true).LoadFromStream(stream);
    }

    /// <summary>Values as a document.</summary>
    public static string Yaml(Values values)
    {
        using var yaml = new YamlWriter();
        new ObjectWriter(yaml, new ReferenceContext()).Item(values);
        return System.Text.Encoding.UTF8.GetString(yaml.WrittenSpan);
    }
}
