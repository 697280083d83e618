using System.ComponentModel;
using System.Diagnostics;

namespace GitOps;

/// <summary>The installed kubectl, which knows how to reach the user's cluster.</summary>
internal static class Kubectl
{
    private const string Instead = "save the definitions elsewhere with 'kubectl get crds -o yaml' and use 'crds add FILE'";

    /// <summary>The definitions of the cluster, or <see langword="null"/> after a fault.</summary>
    public static CrdSource? Crds(string? context, CommandLineHost host, List<Finding> findings, CancellationToken cancellation)
    {
        if (Find(host.SearchPath ?? Environment.GetEnvironmentVariable("PATH") ?? "") is not { } program)
            return Fault($"kubectl is not installed, or not on the PATH: install it, or {Instead}");
        // JSON, for in it a text that looks like a number is a text to every reader.
        string[] arguments = ["get", "customresourcedefinitions.apiextensions.k8s.io", "--output", "json", "--request-timeout", "60s"];
        if (context is not null)
            arguments = [.. arguments, "--context", context];
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        try
        {
            using var process = Process.Start(start)!;
            process.StandardInput.Close();
            using var stop = cancellation.Register(() => process.Kill(entireProcessTree: true));
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            using var bytes = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(bytes);
            process.WaitForExit();
            var said = errors.GetAwaiter().GetResult();
            cancellation.ThrowIfCancellationRequested();
            if (process.ExitCode != 0)
                return Fault($"kubectl gave up with exit code {process.ExitCode}: {OneLine(said)}");
            return CrdInput.Decode("kubectl", bytes.GetBuffer().AsSpan(0, (int)bytes.Length), findings) is { } source ? source with { IsFromCluster = true } : null;
        }
        catch (Win32Exception refusal)
        {
            return Fault($"'{program}' cannot be started: {refusal.Message.TrimEnd('.')}");
        }

        CrdSource? Fault(string message)
        {
            findings.Add(new Finding(RuleIds.ToolFailed, FindingSeverity.Error, message));
            return null;
        }
    }

    private static string? Find(string searchPath)
    {
        var name = OperatingSystem.IsWindows() ? "kubectl.exe" : "kubectl";
        foreach (var folder in searchPath.Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
            if (System.IO.Path.Combine(folder, name) is var program && File.Exists(program))
                return program;
        return null;
    }

    // kubectl repeats each attempt before it says what is wrong: its last line is the one to read.
    private static string OneLine(string said)
    {
        var lines = said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? "it does not say why" : lines[^1].TrimEnd('.');
    }
}
