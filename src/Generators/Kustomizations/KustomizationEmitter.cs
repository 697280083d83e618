namespace GitOps;

/// <summary>A class that names a Kustomization written in YAML.</summary>
internal static class KustomizationEmitter
{
    public static EmittedFile Emit(KustomizationClassSpec spec)
    {
        var w = new SourceWriter().Header().Line();
        w.Line($"namespace {spec.FullNamespace}");
        using (w.Block())
        {
            w.Line($"/// <summary>The Kustomization <c>{spec.Namespace}/{spec.Name}</c>, written in YAML ({Csharp.Xml(string.Join(", ", spec.Files))}).</summary>");
            w.Line($"[global::GitOps.KustomizationName({Csharp.Literal(spec.Namespace)}, {Csharp.Literal(spec.Name)})]");
            w.Line($"public sealed class {spec.ClassName} : global::GitOps.KustomizationReference;");
        }

        return new EmittedFile(HintName.Of("GitOps", "Kustomization", spec.Namespace, spec.Name), w.ToString());
    }
}
