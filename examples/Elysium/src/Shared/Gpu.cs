namespace Elysium;

/// <summary>The Intel GPU of the node, shared by the plugin of <see cref="GpuPlugin"/>.</summary>
internal static class Gpu
{
    public const string Resource = "gpu.intel.com/i915";

    public static Values Resources(Quantity memory) => new()
    {
        ["requests"] = new() { ["cpu"] = "100m", ["memory"] = "512Mi", [Resource] = "1" },
        ["limits"] = new() { ["memory"] = memory, [Resource] = "1" },
    };
}
