using System.Diagnostics;

namespace GitOps.Tests;

/// <summary>A real file system of a few hundred kilobytes, in memory; root alone may mount one.</summary>
internal sealed class SmallDisk : IDisposable
{
    public SmallDisk(string size)
    {
        Folder = Directory.CreateTempSubdirectory("gitops-small-").FullName;
        if (!TryMount("-t", "tmpfs", "-o", $"size={size}", "gitops-test", Folder)) throw new InvalidOperationException("The small disk cannot be mounted.");
        File.WriteAllText(System.IO.Path.Combine(Folder, RepositoryRoot.MarkerFile), "");
    }

    public string Folder { get; }

    public static bool CanMount { get; } = Probe();

    public void Remount(string options) => TryMount("-o", $"remount,{options}", Folder).Should().BeTrue();

    public void Dispose()
    {
        Run("umount", Folder);
        Directory.Delete(Folder);
    }

    private static bool Probe()
    {
        if (!OperatingSystem.IsLinux()) return false;
        var folder = Directory.CreateTempSubdirectory("gitops-probe-").FullName;
        var mounted = TryMount("-t", "tmpfs", "-o", "size=64k", "gitops-probe", folder);
        if (mounted) Run("umount", folder);
        Directory.Delete(folder);
        return mounted;
    }

    private static bool TryMount(params string[] arguments) => Run("mount", arguments);

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>A test that mounts a file system: skipped, visibly, where that is not allowed; never skipped in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MountFactAttribute : FactAttribute
{
    public MountFactAttribute()
    {
        if (!SharedData.IsCi && !SmallDisk.CanMount)
            Skip = "needs the right to mount a tmpfs";
    }
}
