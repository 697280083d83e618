using System.Diagnostics;
using System.Text.Json;

namespace GitOps.Tests;

/// <summary>A rendered tree as Flux builds it: kustomize, substitution, and the Kustomizations that come out of Kustomizations.</summary>
internal sealed class BuiltTree
{
    private readonly Dictionary<string, JsonElement> objects;

    private BuiltTree(JsonElement built)
    {
        Errors = [.. built.GetProperty("errors").EnumerateArray().Select(static error => error.ToString())];
        objects = built.GetProperty("objects").EnumerateObject().ToDictionary(static item => item.Name, static item => item.Value);
    }

    public IReadOnlyList<string> Errors { get; }

    public IEnumerable<string> Names => objects.Keys;

    /// <summary>An object by <c>group|kind|namespace|name</c>.</summary>
    public JsonElement this[string key] => objects.TryGetValue(key, out var found) ? found : throw new KeyNotFoundException($"no '{key}' among\n{string.Join('\n', objects.Keys)}");

    /// <summary>Builds what was rendered, with further files in the tree.</summary>
    public static async Task<BuiltTree> Of(Rendering rendering, params (string Path, string Text)[] byHand)
    {
        var folder = Directory.CreateTempSubdirectory("gitops-built-").FullName;
        try
        {
            foreach (var file in rendering.Result.Plan!.Files)
                Write(folder, file.Path, file.Content.ToArray());
            foreach (var (path, text) in byHand)
                Write(folder, path, System.Text.Encoding.UTF8.GetBytes(text));
            var result = System.IO.Path.Combine(folder, "built.json");
            using var process = Process.Start(new ProcessStartInfo("python3",
                [System.IO.Path.Combine(SharedData.Root, "tools", "flux_build.py"), folder, "--root", "kubernetes/flux/cluster", "--out", result])
            { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (!File.Exists(result))
                throw new InvalidOperationException(await output + error);
            using var built = JsonDocument.Parse(await File.ReadAllTextAsync(result));
            return new BuiltTree(built.RootElement.Clone());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string folder, string path, byte[] content)
    {
        var file = System.IO.Path.Combine(folder, path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }
}
