namespace GitOps.Tests;

/// <summary>Real input that stands beside the repository on our machines (<c>../shared/data</c>); the public has none of it.</summary>
internal static class SharedData
{
    public static string RepositoryRoot { get; } = FindRepositoryRoot();

    public static string Root { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(RepositoryRoot, "..", "shared"));

    public static bool IsThere => Directory.Exists(System.IO.Path.Combine(Root, "data"));

    public static bool IsCi => Environment.GetEnvironmentVariable("CI") == "true";

    public static string Data(params string[] parts) => System.IO.Path.Combine([Root, "data", .. parts]);

    private static string FindRepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "GitOps.Sdk.sln")))
                return folder.FullName;
        throw new InvalidOperationException("The tests run outside the repository.");
    }
}

/// <summary>A test on real input: skipped, visibly, where that input is not there; never skipped in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute()
    {
        if (!SharedData.IsThere && !SharedData.IsCi)
            Skip = "needs the real input in ../shared/data";
    }
}

/// <summary>A theory on real input: skipped, visibly, where that input is not there; never skipped in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute()
    {
        if (!SharedData.IsThere && !SharedData.IsCi)
            Skip = "needs the real input in ../shared/data";
    }
}

/// <summary>A test that runs the real kubectl: skipped, visibly, where there is none; never skipped in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class KubectlFactAttribute : FactAttribute
{
    public KubectlFactAttribute()
    {
        if (!IsThere && !SharedData.IsCi)
            Skip = "needs kubectl on the PATH";
    }

    public static bool IsThere { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .Any(folder => File.Exists(System.IO.Path.Combine(folder, OperatingSystem.IsWindows() ? "kubectl.exe" : "kubectl")));
}

/// <summary>A theory that runs the real kubectl: skipped, visibly, where there is none; never skipped in CI.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class KubectlTheoryAttribute : TheoryAttribute
{
    public KubectlTheoryAttribute()
    {
        if (!KubectlFactAttribute.IsThere && !SharedData.IsCi)
            Skip = "needs kubectl on the PATH";
    }
}
