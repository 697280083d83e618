namespace GitOps.Tests;

public sealed class CSharpNamesTests
{
    [Theory]
    [InlineData("k8s-gateway", "K8sGateway", true)]
    [InlineData("cluster-secrets", "ClusterSecrets", true)]
    [InlineData("2fauth", "_2fauth", true)]
    [InlineData("s3-2", "S32", false)]
    [InlineData("cert-manager.io", "CertManagerIo", false)]
    [InlineData("", "_", false)]
    public void A_Kubernetes_name_becomes_an_identifier(string name, string identifier, bool roundTrips)
    {
        CSharpNames.FromKubernetesName(name).Should().Be(identifier);
        CSharpNames.RoundTrips(name).Should().Be(roundTrips);
    }

    [Theory]
    [InlineData("VOLSYNC_CAPACITY", "volsync", null, "Capacity")]
    [InlineData("APP", "volsync", null, "App")]
    [InlineData("KOPIUR_CAPACITY", "backup", "kopiur", "Capacity")]
    [InlineData("EXT_AUTH_SIGN_IN_URL", "ext-auth", "components", "SignInUrl")]
    [InlineData("VOLSYNC_2ND", "volsync", null, "Volsync2nd")]
    [InlineData("VOLSYNC_", "volsync", null, "Volsync")]
    [InlineData("VOLSYNCER_X", "volsync", null, "VolsyncerX")]
    [InlineData("emptyArray", "postgres", null, "EmptyArray")]
    [InlineData("SECRET_DOMAIN", null, null, "SecretDomain")]
    [InlineData("9X", null, null, "_9x")]
    [InlineData("__", null, null, "_")]
    public void A_variable_becomes_a_property_without_its_folder(string variable, string? folder, string? parent, string property) =>
        CSharpNames.FromVariable(variable, folder, parent).Should().Be(property);
}
