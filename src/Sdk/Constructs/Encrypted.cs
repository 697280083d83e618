using System.Runtime.CompilerServices;

namespace GitOps;

/// <summary>
/// A file that SOPS has encrypted, beside the C# file: it is copied into the tree byte for byte, and Flux decrypts it (<see cref="FluxApp.Decryption"/>). One that is not encrypted is an error and is not copied:
/// <c>new Encrypted("secret.sops.yaml")</c>. A file that people keep in the tree itself is listed by <see cref="Files.InTree"/>.
/// </summary>
/// <param name="path">Relative to the C# file, with forward slashes.</param>
/// <param name="file">Filled in by the compiler.</param>
/// <param name="line">Filled in by the compiler.</param>
public class Encrypted(string path, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) : Construct(file, line)
{
    /// <inheritdoc/>
    protected override ManifestList Compose() => [new ManifestFile(path, ManifestFileOrigin.Beside, File, Line) { IsEncrypted = true }];
}
