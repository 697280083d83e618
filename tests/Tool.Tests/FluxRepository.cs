namespace GitOps.Tests;

/// <summary>A small healthy Flux repository, into which a test puts what it wants to see judged.</summary>
internal static class FluxRepository
{
    public const string App = "apps/one";

    public static ToolRepository Make()
    {
        var repository = new ToolRepository();
        repository.Write("cluster/flux-system/gotk-sync.yaml", """
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: GitRepository
            metadata:
              name: flux-system
              namespace: flux-system
            spec:
              interval: 1m
              url: https://example.org/repository
            ---
            apiVersion: kustomize.toolkit.fluxcd.io/v1
            kind: Kustomization
            metadata:
              name: flux-system
              namespace: flux-system
            spec:
              interval: 10m
              path: ./cluster
              prune: true
              sourceRef:
                kind: GitRepository
                name: flux-system

            """);
        repository.Write("cluster/flux-system/kustomization.yaml", "resources:\n  - gotk-sync.yaml\n");
        repository.Write("cluster/one.yaml", Kustomization("one", "./" + App));
        repository.Write(App + "/kustomization.yaml", "resources:\n  - ./config.yaml\n");
        repository.Write(App + "/config.yaml", ConfigMap("config"));
        return repository;
    }

    public static string Kustomization(string name, string path, string more = "") => $"""
        apiVersion: kustomize.toolkit.fluxcd.io/v1
        kind: Kustomization
        metadata:
          name: {name}
          namespace: flux-system
        spec:
          interval: 1h
          path: {path}
          prune: true
          wait: true
          sourceRef:
            kind: GitRepository
            name: flux-system
        {more}
        """;

    public static string ConfigMap(string name, string data = "a: b") => $"""
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: {name}
          namespace: default
        data:
          {data}

        """;
}
