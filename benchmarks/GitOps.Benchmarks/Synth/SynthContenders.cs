using System.Globalization;


namespace GitOps.Benchmarks;

/// <summary>The processes that <see cref="SynthBenchmark"/> measures: each writes the same cluster into a folder in its own way.</summary>
internal static class SynthContenders
{
    public static int Run(string[] args)
    {
        var (contender, apps, folder) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture), args[2]);
        var files = 0;
        switch (contender)
        {
            case "nothing":
                break;
            case "bytes":
                Replay(folder, manifestsToo: true);
                break;
            case "bytes-apps":
                Replay(folder, manifestsToo: false);
                break;
            case "writer":
                Writer(apps, folder);
                break;
            case "render":
                Render(apps, folder, checks: false);
                break;
            case "render-checked":
                Render(apps, folder, checks: true);
                break;
            case "synth":
                files = Synth(apps, folder, checks: false);
                break;
            case "synth-checked":
                files = Synth(apps, folder, checks: true);
                break;
        }

        Measured.Answer(files);
        return 0;
    }

    /// <summary>Puts into a folder what every cluster has that synth does not write.</summary>
    public static void Prepare(string folder)
    {
        Write("gitops.root", "");
        Write("kubernetes/components/volsync/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [./pvc.yaml]\n");
        Write("kubernetes/components/volsync/pvc.yaml",
            "apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata:\n  name: ${APP}\nspec:\n  accessModes: [ReadWriteOnce]\n  resources:\n    requests:\n      storage: ${VOLSYNC_CAPACITY}\n");
        Write("kubernetes/components/gatus/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources: [./configmap.yaml]\n");
        Write("kubernetes/components/gatus/configmap.yaml", "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: ${APP}-gatus\ndata:\n  url: https://${APP}.${SECRET_DOMAIN}:${GATUS_PORT}\n");

        void Write(string path, string text)
        {
            var file = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    /// <summary>Keeps all that lies in a folder in one file, for the contender that only writes bytes.</summary>
    public static void Record(string folder, string record)
    {
        using var output = new BinaryWriter(File.Create(record));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(folder, "kubernetes"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            if (file.StartsWith(Path.Combine(folder, "kubernetes", "components"), StringComparison.Ordinal))
                continue;
            output.Write(Path.GetRelativePath(folder, file));
            var content = File.ReadAllBytes(file);
            output.Write(content.Length);
            output.Write(content);
        }
    }

    // The lower bound: the bytes are known and only have to reach their files.
    private static void Replay(string folder, bool manifestsToo)
    {
        using var input = new BinaryReader(new FileStream(folder + ".record", FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16));
        var buffer = new byte[1 << 16];
        var made = new HashSet<string>(StringComparer.Ordinal);
        while (input.BaseStream.Position < input.BaseStream.Length)
        {
            var path = input.ReadString();
            var content = buffer.AsSpan(0, input.ReadInt32());
            input.BaseStream.ReadExactly(content);
            if (manifestsToo || !path.EndsWith(OwnershipManifest.FileName, StringComparison.Ordinal))
                Save(Path.Combine(folder, path), content, made);
        }
    }

    // The same app objects and our YAML writer, but no plan, no comparison and no ownership.
    private static void Writer(int apps, string folder)
    {
        var cluster = new BenchmarkCluster(apps);
        var composition = new Composition(cluster.Registrations);
        using var scope = composition.Enter();
        using var yaml = new YamlWriter();
        var fields = new ObjectWriter(yaml, new ReferenceContext());
        var made = new HashSet<string>(StringComparer.Ordinal);
        foreach (var registration in cluster.Registrations)
        {
            var app = composition.App(registration);
            var home = Path.Combine(folder, "kubernetes", "apps", app.Namespace, registration.Directory);
            Start("kustomize.toolkit.fluxcd.io/v1", "Kustomization");
            Kustomization(yaml, fields, app);
            Finish("ks.yaml");
            var resources = new List<string>();
            composition.Adopt(app);
            foreach (var item in app.ManifestsOnce.OfType<KubernetesObject>())
            {
                Start(item.ApiVersion, item.Kind);
                yaml.Key("metadata"u8);
                yaml.StartMapping();
                fields.Field("name"u8, item.ResolvedName);
                yaml.EndMapping();
                item.WriteFields(fields);
                var file = item.Kind.ToLowerInvariant() + ".yaml";
                resources.Add("./" + file);
                Finish("app/" + file);
            }

            Start("kustomize.config.k8s.io/v1beta1", "Kustomization");
            fields.Field("resources"u8, resources);
            Finish("app/kustomization.yaml");
            app.ForgetManifests();

            void Start(string apiVersion, string kind)
            {
                yaml.Reset();
                yaml.Comment("from " + registration.File);
                yaml.Document();
                yaml.StartMapping();
                fields.Field("apiVersion"u8, apiVersion);
                fields.Field("kind"u8, kind);
            }

            void Finish(string file)
            {
                yaml.EndMapping();
                Save(Path.Combine(home, file), yaml.WrittenSpan, made);
            }
        }
    }

    private static void Kustomization(YamlWriter yaml, ObjectWriter fields, FluxApp app)
    {
        yaml.Key("metadata"u8);
        yaml.StartMapping();
        fields.Field("name"u8, app.Name);
        yaml.EndMapping();
        yaml.Key("spec"u8);
        yaml.StartMapping();
        if (app.Components is { Count: > 0 } components)
            fields.Field("components"u8, [.. components.Select(static component => "../../../../" + component.Directory)]);
        if (app.Registration.DependsOn.Count > 0)
        {
            yaml.Key("dependsOn"u8);
            yaml.StartSequence();
            foreach (var name in new[] { "secret-stores", "volsync" })
            {
                yaml.StartMapping();
                fields.Field("name"u8, name);
                fields.Field("namespace"u8, "platform");
                yaml.EndMapping();
            }

            yaml.EndSequence();
        }

        fields.Field("interval"u8, "1h");
        fields.Field("path"u8, $"./kubernetes/apps/{app.Namespace}/{app.Name}/app");
        yaml.Key("postBuild"u8);
        yaml.StartMapping();
        yaml.Key("substitute"u8);
        yaml.StartMapping();
        fields.Field("APP"u8, app.Name);
        fields.Field("GATUS_PORT"u8, "443");
        fields.Field("VOLSYNC_CAPACITY"u8, "5Gi");
        yaml.EndMapping();
        yaml.Key("substituteFrom"u8);
        yaml.StartSequence();
        yaml.StartMapping();
        fields.Field("kind"u8, "Secret");
        fields.Field("name"u8, "cluster-secrets");
        yaml.EndMapping();
        yaml.EndSequence();
        yaml.EndMapping();
        fields.Field("prune"u8, (Value<bool>)true);
        yaml.Key("sourceRef"u8);
        yaml.StartMapping();
        fields.Field("kind"u8, "GitRepository");
        fields.Field("name"u8, "flux-system");
        fields.Field("namespace"u8, "flux-system");
        yaml.EndMapping();
        fields.Field("targetNamespace"u8, app.Namespace);
        fields.Field("wait"u8, (Value<bool>)(app.Wait ?? false));
        yaml.EndMapping();
    }

    private static void Save(string path, ReadOnlySpan<byte> content, HashSet<string> made)
    {
        var folder = Path.GetDirectoryName(path)!;
        if (made.Add(folder))
            Directory.CreateDirectory(folder);
        using var handle = File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write);
        RandomAccess.Write(handle, content, 0);
    }

    private static Rendering Render(int apps, string folder, bool checks) =>
        TreeRenderer.Render(new BenchmarkCluster(apps), new RenderOptions(new RepositoryFiles(new RealFileSystem(folder))) { Checks = checks });

    private static int Synth(int apps, string folder, bool checks)
    {
        var result = SynthRun.Run(new RealFileSystem(folder), Render(apps, folder, checks).Result, new SynthOptions(), write: true);
        if (result.ExitCode != 0)
            throw new InvalidOperationException(string.Join('\n', result.Findings.Take(10)));
        return result.Outcome!.Written;
    }
}
