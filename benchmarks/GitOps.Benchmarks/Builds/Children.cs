using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace GitOps.Benchmarks;

/// <summary>Runs other programs to their end and says what they and all that they started have cost (Linux's account of dead children, and a compiler server's own).</summary>
internal static class Children
{
    private const int OfChildren = -1;

    /// <param name="server">The pipe name of the compiler server that works for the program, if one does.</param>
    public static (double Cpu, double Wall, string Output) Run(string folder, string program, string[] arguments, string? server = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // A build must not inherit what MSBuild set for the one that runs this.
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        var (before, serverBefore) = (Cpu(), ServerCpu(server));
        var clock = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd() + errors.Result;
        process.WaitForExit();
        var wall = clock.Elapsed.TotalSeconds;
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'{program} {string.Join(' ', arguments)}' failed with {process.ExitCode}:\n{output}");
        return (Cpu() - before + ServerCpu(server) - serverBefore, wall, output);
    }

    /// <summary>The processes of a compiler server, found by the name of its pipe.</summary>
    public static IEnumerable<int> Servers(string pipe)
    {
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(folder), out var id))
                continue;
            string line;
            try
            {
                line = File.ReadAllText(Path.Combine(folder, "cmdline"));
            }
            catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
            {
                continue;
            }

            if (line.Contains("-pipename:" + pipe, StringComparison.Ordinal))
                yield return id;
        }
    }

    private static double ServerCpu(string? pipe)
    {
        var ticks = 0L;
        foreach (var id in pipe is null ? [] : Servers(pipe))
        {
            var fields = File.ReadAllText($"/proc/{id}/stat");
            var behindName = fields[(fields.LastIndexOf(')') + 2)..].Split(' ');
            ticks += long.Parse(behindName[11], CultureInfo.InvariantCulture) + long.Parse(behindName[12], CultureInfo.InvariantCulture);
        }

        return ticks / 100.0;
    }

    /// <summary>What all children that have ended have cost, in seconds.</summary>
    public static double Cpu()
    {
        if (GetUsage(OfChildren, out var usage) != 0)
            throw new InvalidOperationException("getrusage failed.");
        return usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6);
    }

    [DllImport("libc", EntryPoint = "getrusage")]
    private static extern int GetUsage(int who, out Usage usage);

    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
