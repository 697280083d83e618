using GitOps.Models.ExternalSecrets;
using GitOps.Models.FluxCD;
using GitOps.Models.GatewayApi;
using GitOps.Models.Kubernetes;
using static GitOps.Tests.ConstructClusters;

namespace GitOps.Tests;

/// <summary>What app-template is given, byte by byte.</summary>
public sealed class AppTemplateTests
{
    [Fact]
    public void The_short_form_is_one_container_one_port_and_one_route()
    {
        var files = Files(App<Short>("sonarr"), Shared<Gateways>("gateways"));

        files["kubernetes/apps/media/sonarr/app/ocirepository.yaml"].Should().EndWith("""
            apiVersion: source.toolkit.fluxcd.io/v1
            kind: OCIRepository
            metadata:
              name: sonarr
            spec:
              interval: 15m
              layerSelector:
                mediaType: application/vnd.cncf.helm.chart.content.v1.tar+gzip
                operation: copy
              ref:
                # renovate: datasource=docker depName=ghcr.io/bjw-s-labs/helm/app-template
                tag: 5.1.0
              url: oci://ghcr.io/bjw-s-labs/helm/app-template

            """);
        files["kubernetes/apps/media/sonarr/app/helmrelease.yaml"].Should().EndWith("""
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata:
              name: sonarr
            spec:
              chartRef:
                kind: OCIRepository
                name: sonarr
              interval: 1h
              values:
                controllers:
                  sonarr:
                    containers:
                      app:
                        image:
                          repository: ghcr.io/home-operations/sonarr
                          # renovate: datasource=docker depName=ghcr.io/home-operations/sonarr
                          tag: 4.0.19.3001
                        env:
                          TZ: Europe/Berlin
                          PORT: 8989
                        probes:
                          liveness:
                            enabled: true
                            custom: true
                            spec:
                              httpGet:
                                path: /ping
                                port: 8989
                          readiness:
                            enabled: true
                            custom: true
                            spec:
                              httpGet:
                                path: /ping
                                port: 8989
                        resources:
                          limits:
                            memory: 1Gi
                service:
                  app:
                    ports:
                      http:
                        port: 8989
                route:
                  app:
                    hostnames:
                      - sonarr.example.org
                    parentRefs:
                      - name: internal
                        namespace: database
                persistence:
                  config:
                    existingClaim: sonarr
                  tmp:
                    type: emptyDir

            """);
        files["kubernetes/apps/media/sonarr/ks.yaml"].Should().Contain("""
              dependsOn:
                - name: gateways
                  namespace: database
            """);
    }

    [Fact]
    public void The_long_form_says_what_the_chart_can() =>
        Files(App<Long>("immich"), Shared<Gateways>("gateways"))["kubernetes/apps/media/immich/app/helmrelease.yaml"].Should().Contain("""
              chartRef:
                kind: OCIRepository
                name: shared
              interval: 30m
              timeout: 15m
              values:
                controllers:
                  server:
                    replicas: 2
                    strategy: RollingUpdate
                    annotations:
                      reloader.stakater.com/auto: "true"
                    initContainers:
                      wait:
                        image:
                          repository: docker.io/library/busybox
                          # renovate: datasource=docker depName=docker.io/library/busybox
                          tag: 1.37.0@sha256:00
                          pullPolicy: Always
                        command:
                          - sh
                          - -c
                        args:
                          - sleep 1
                    containers:
                      app:
                        image:
                          repository: ghcr.io/immich-app/immich-server
                          # renovate: datasource=docker depName=ghcr.io/immich-app/immich-server
                          tag: v3
                        env:
                          DB_URL:
                            valueFrom:
                              secretKeyRef:
                                key: url
                                name: login-made
                          LEVEL:
                            valueFrom:
                              configMapKeyRef:
                                key: level
                                name: settings
                          NODE:
                            valueFrom:
                              fieldRef:
                                fieldPath: spec.nodeName
                          DEBUG: true
                        envFrom:
                          - secretRef:
                              name: login-made
                          - configMapRef:
                              name: outside
                            prefix: X_
                        probes:
                          liveness:
                            enabled: true
                            custom: true
                            spec:
                              exec:
                                command:
                                  - check
                                  - now
                          startup:
                            enabled: true
                            custom: true
                            spec:
                              failureThreshold: 30
                              tcpSocket:
                                port: http
                        securityContext:
                          readOnlyRootFilesystem: true
                        lifecycle:
                          preStop: {}
                  learn:
                    type: cronjob
                    cronjob:
                      schedule: 30 3 * * *
                    containers:
                      main:
                        image:
                          repository: ghcr.io/immich-app/immich-machine-learning
                          # renovate: datasource=docker depName=ghcr.io/immich-app/immich-machine-learning
                          tag: v3
                    pod:
                      hostNetwork: true
                defaultPodOptions:
                  securityContext:
                    fsGroup: 1000
                  nodeSelector:
                    gpu: "true"
                  tolerations:
                    - key: gpu
                      operator: Exists
                service:
                  server:
                    controller: server
                    type: LoadBalancer
                    annotations:
                      lbipam.cilium.io/ips: 192.168.1.1
                    externalTrafficPolicy: Local
                    ports:
                      http:
                        port: 80
                        targetPort: 2283
                      metrics:
                        port: 8081
                route:
                  server:
                    hostnames:
                      - a.example.org
                      - b.example.org
                    parentRefs:
                      - name: internal
                        namespace: database
                        sectionName: https
                    rules:
                      - backendRefs:
                          - identifier: server
                            port: http
                persistence:
                  config:
                    type: configMap
                    name: immich
                    globalMounts:
                      - path: /config
                  keys:
                    type: secret
                    name: login-made
                    defaultMode: 288
                  photos:
                    type: nfs
                    server: nas.internal
                    path: /photos
                    globalMounts:
                      - path: /data
                      - path: /ro
                        subPath: x
                        readOnly: true
                  cache:
                    type: persistentVolumeClaim
                    accessMode: ReadWriteOnce
                    size: 5Gi
                    storageClass: fast
                    advancedMounts:
                      learn:
                        main:
                          - path: /cache
                  shm:
                    type: emptyDir
                    medium: Memory
                    sizeLimit: 1Gi
                  dri:
                    type: hostPath
                    hostPath: /dev/dri
                    hostPathType: Directory
                  csi:
                    type: custom
                    volumeSpec:
                      csi:
                        driver: x
                global:
                  nameOverride: photos

            """);

    [Fact]
    public void The_raw_models_write_the_same_tree() => Bytes(Files(App<Raw>("sonarr", new DependencyRegistration(typeof(Gateways))), Shared<Gateways>("gateways")), "sonarr")
        .Should().Equal(Bytes(Files(App<Short>("sonarr"), Shared<Gateways>("gateways")), "sonarr"));

    [Fact]
    public void A_probe_without_any_port_says_where() =>
        Findings(App<Portless>("portless")).Should().ContainSingle().Which.Should()
            .Match<Finding>(static finding => finding.Message.Contains("a probe needs a port") && finding.Place!.Path == "AppTemplateTests.cs" && finding.Place.Line > 0);

    public sealed class Gateways : FluxApp
    {
        public Gateway Internal => field ??= new("internal") { Spec = new() { GatewayClassName = "envoy", Listeners = [new() { Name = "http", Port = 80, Protocol = "HTTP" }] } };

        public override ManifestList Manifests => [Internal];
    }

    private sealed class Short : FluxApp
    {
        private PersistentVolumeClaim Claim => field ??= NewClaim();

        public override ManifestList Manifests =>
        [
            new AppTemplate("5.1.0")
            {
                Container = new()
                {
                    Image = new("ghcr.io/home-operations/sonarr", "4.0.19.3001"),
                    Env = new() { ["TZ"] = "Europe/Berlin", ["PORT"] = 8989 },
                    Probes = AppProbes.Http("/ping"),
                    Resources = new() { Limits = new() { ["memory"] = "1Gi" } },
                },
                Port = 8989,
                Route = new("sonarr.example.org", Ref<Gateways>.To(static app => app.Internal)),
                Persistence = new() { ["config"] = new ClaimVolume(Claim), ["tmp"] = new EmptyDirVolume() },
            },
            Claim,
        ];
    }

    private static PersistentVolumeClaim NewClaim() => new() { Spec = new() { AccessModes = ["ReadWriteOnce"], Resources = new() { Requests = new() { ["storage"] = "1Gi" } } } };

    private sealed class Raw : FluxApp
    {
        private PersistentVolumeClaim Claim => field ??= NewClaim();

        private OCIRepository Chart => field ??= new()
        {
            Spec = new()
            {
                Interval = "15m",
                Url = "oci://ghcr.io/bjw-s-labs/helm/app-template",
                LayerSelector = new() { MediaType = "application/vnd.cncf.helm.chart.content.v1.tar+gzip", Operation = "copy" },
                Ref = new() { Tag = "5.1.0", Comments = new() { ["tag"] = "renovate: datasource=docker depName=ghcr.io/bjw-s-labs/helm/app-template" } },
            },
        };

        private static Values Probe => new() { ["enabled"] = true, ["custom"] = true, ["spec"] = new() { ["httpGet"] = new() { ["path"] = "/ping", ["port"] = 8989 } } };

        public override ManifestList Manifests =>
        [
            Chart,
            new HelmRelease
            {
                Spec = new()
                {
                    Interval = "1h",
                    ChartRef = Chart,
                    Values = new()
                    {
                        ["controllers"] = new()
                        {
                            ["sonarr"] = new()
                            {
                                ["containers"] = new()
                                {
                                    ["app"] = new()
                                    {
                                        ["image"] = new()
                                        {
                                            ["repository"] = "ghcr.io/home-operations/sonarr",
                                            ["tag"] = ((Values)"4.0.19.3001").WithComment("renovate: datasource=docker depName=ghcr.io/home-operations/sonarr"),
                                        },
                                        ["env"] = new() { ["TZ"] = "Europe/Berlin", ["PORT"] = 8989 },
                                        ["probes"] = new() { ["liveness"] = Probe, ["readiness"] = Probe },
                                        ["resources"] = new() { ["limits"] = new() { ["memory"] = "1Gi" } },
                                    },
                                },
                            },
                        },
                        ["service"] = new() { ["app"] = new() { ["ports"] = new() { ["http"] = new() { ["port"] = 8989 } } } },
                        ["route"] = new() { ["app"] = new() { ["hostnames"] = ["sonarr.example.org"], ["parentRefs"] = [Ref<Gateways>.To(static app => app.Internal).AsParentRef()] } },
                        ["persistence"] = new() { ["config"] = new() { ["existingClaim"] = "sonarr" }, ["tmp"] = new() { ["type"] = "emptyDir" } },
                    },
                },
            },
            Claim,
        ];
    }

    private sealed class Long : FluxApp
    {
        private OCIRepository Chart => field ??= new("shared") { Spec = new() { Interval = "1h", Url = "oci://ghcr.io/bjw-s-labs/helm/app-template", Ref = new() { Tag = "5.1.0" } } };

        private ExternalSecret Login => field ??= new("login") { Spec = new() { Target = new() { Name = "login-made" } } };

        private ConfigMapGenerator Config => field ??= new() { Literals = new() { ["a"] = "b" } };

        public override ManifestList Manifests =>
        [
            Chart,
            Login,
            Config,
            new AppTemplate(Chart)
            {
                Interval = "30m",
                Timeout = "15m",
                Controllers = new()
                {
                    ["server"] = new()
                    {
                        Replicas = 2,
                        Strategy = "RollingUpdate",
                        Annotations = new() { ["reloader.stakater.com/auto"] = "true" },
                        InitContainers = new() { ["wait"] = new() { Image = new("docker.io/library/busybox", "1.37.0@sha256:00") { PullPolicy = "Always" }, Command = ["sh", "-c"], Args = ["sleep 1"] } },
                        Containers = new()
                        {
                            ["app"] = new()
                            {
                                Image = new("ghcr.io/immich-app/immich-server", "v3"),
                                Env = new()
                                {
                                    ["DB_URL"] = Login.Key("url"),
                                    ["LEVEL"] = new ConfigMapKeySelector { Name = "settings", Key = "level" },
                                    ["NODE"] = new ObjectFieldSelector { FieldPath = "spec.nodeName" },
                                    ["DEBUG"] = true,
                                },
                                EnvFrom = [Login, AppEnvFrom.ConfigMapNamed("outside", "X_")],
                                Probes = new() { Liveness = AppProbe.Exec("check", "now"), Startup = AppProbe.Tcp("http").Timed(failureThreshold: 30) },
                                SecurityContext = new() { ReadOnlyRootFilesystem = true },
                                Values = new() { ["lifecycle"] = new() { ["preStop"] = new() }, ["image"] = new() { ["tag"] = "what is typed wins" } },
                            },
                        },
                    },
                    ["learn"] = new()
                    {
                        Type = AppControllerType.CronJob,
                        Schedule = "30 3 * * *",
                        Containers = new() { ["main"] = new() { Image = new("ghcr.io/immich-app/immich-machine-learning", "v3") } },
                        Pod = new() { HostNetwork = true },
                    },
                },
                Pod = new() { SecurityContext = new() { FsGroup = 1000 }, NodeSelector = new() { ["gpu"] = "true" }, Tolerations = [new() { Key = "gpu", Operator = "Exists" }] },
                Services = new()
                {
                    ["server"] = new()
                    {
                        Controller = "server",
                        Type = "LoadBalancer",
                        ExternalTrafficPolicy = "Local",
                        Annotations = new() { ["lbipam.cilium.io/ips"] = "192.168.1.1" },
                        Ports = new() { ["http"] = new(80) { TargetPort = 2283 }, ["metrics"] = 8081 },
                    },
                },
                Routes = new()
                {
                    ["server"] = new(["a.example.org", "b.example.org"], Ref<Gateways>.To(static app => app.Internal).AsParentRef("https")) { Service = "server", Port = "http" },
                },
                Persistence = new()
                {
                    ["config"] = new ConfigMapVolume(Config) { Mount = "/config" },
                    ["keys"] = new SecretVolume(Login) { DefaultMode = 288 },
                    ["photos"] = new NfsVolume("nas.internal", "/photos") { Mount = "/data", Mounts = [new("/ro") { SubPath = "x", ReadOnly = true }] },
                    ["cache"] = new NewClaimVolume("5Gi") { StorageClass = "fast", Mounts = [new("/cache") { Controller = "learn", Container = "main" }] },
                    ["shm"] = new EmptyDirVolume { Medium = "Memory", SizeLimit = "1Gi" },
                    ["dri"] = new HostPathVolume("/dev/dri") { PathType = "Directory" },
                    ["csi"] = new CustomVolume(new() { ["csi"] = new() { ["driver"] = "x" } }),
                },
                Values = new() { ["global"] = new() { ["nameOverride"] = "photos" } },
            },
        ];
    }

    private sealed class Portless : FluxApp
    {
        public override ManifestList Manifests => [new AppTemplate("5.1.0") { Container = new() { Image = new("a", "1"), Probes = AppProbes.Http("/") } }];
    }
}
