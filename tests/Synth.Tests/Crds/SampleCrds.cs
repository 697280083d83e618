namespace GitOps.Tests;

/// <summary>Small definitions in our own words.</summary>
internal static class SampleCrds
{
    public static string Widget(params string[] versions) => $"""
        apiVersion: apiextensions.k8s.io/v1
        kind: CustomResourceDefinition
        metadata:
          name: widgets.example.org
        spec:
          group: example.org
          names:
            kind: Widget
            plural: widgets
          scope: Namespaced
          versions:

        """ + string.Concat((versions.Length == 0 ? ["v1"] : versions).Select(static version => $$"""
            - name: {{version}}
              served: true
              storage: true
              schema:
                openAPIV3Schema:
                  type: object
                  properties:
                    spec:
                      type: object
                      required: [size]
                      properties:
                        size: {type: string, enum: ["on", "="]}

          """).Select(static text => text.Replace("\n", "\n  ", StringComparison.Ordinal).TrimEnd(' ').Insert(0, "  ")));

    public static string Gadget { get; } = Widget().Replace("Widget", "Gadget", StringComparison.Ordinal).Replace("widgets", "gadgets", StringComparison.Ordinal);

    public const string Deployment = """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: operator
        spec:
          replicas: 1
          replicas: 2

        """;
}
