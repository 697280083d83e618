using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace GitOps;

/// <summary>One emitted file.</summary>
internal sealed record EmittedFile(string HintName, string Text);

/// <summary>The edge where pipelines become source. No exception passes it but a cancellation: Roslyn would switch the whole generator off.</summary>
internal static class Output
{
    public static void RegisterGuardedOutput<T>(
        this IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<T> values, Action<SourceProductionContext, T> emit) =>
        context.RegisterSourceOutput(values, (output, value) => Guarded(output, value, emit));

    public static void RegisterGuardedOutput<T>(
        this IncrementalGeneratorInitializationContext context, IncrementalValueProvider<T> values, Action<SourceProductionContext, T> emit) =>
        context.RegisterSourceOutput(values, (output, value) => Guarded(output, value, emit));

    public static void Add(this SourceProductionContext output, EmittedFile file) => output.AddSource(file.HintName, SourceText.From(file.Text, Encoding.UTF8));

    public static void Report(this SourceProductionContext output, IEnumerable<SourceFault> faults)
    {
        foreach (var fault in faults)
            output.ReportDiagnostic(fault.ToDiagnostic());
    }

    /// <summary>What a fault of our own becomes: one line that can be reported.</summary>
    public static SourceFault InternalError(Exception exception, string path) => new(
        RuleIds.InternalError,
        $"GitOps.Sdk failed on this input: {exception.GetType().Name}: {exception.Message.Replace("\r", "").Replace('\n', ' ')}; please report it with the file",
        path);

    private static void Guarded<T>(SourceProductionContext output, T value, Action<SourceProductionContext, T> emit)
    {
        try
        {
            emit(output, value);
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception exception)
        {
            output.ReportDiagnostic(InternalError(exception, "").ToDiagnostic());
        }
    }
}
