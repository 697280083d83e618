using GitOps.Models.FluxCD;

namespace GitOps;

/// <summary>The comment behind a scalar by which Flux's image automation finds it; it names the policy, so it is written when names are known.</summary>
internal sealed class ImagePolicyMarker(ObjectRef<ImagePolicy> policy, ImagePolicyPart part)
{
    /// <summary>The key of the comment's JSON (fluxcd/image-automation-controller internal/constants).</summary>
    public const string Key = "$imagepolicy";

    public string Text(ReferenceContext context)
    {
        var found = policy.Mentioned(context);
        var address = $"{found.TargetNamespace}:{found.Name}";
        return $$"""{"{{Key}}": "{{address}}{{(part == ImagePolicyPart.Image ? "" : ":" + part.ToString().ToLowerInvariant())}}"}""";
    }
}
