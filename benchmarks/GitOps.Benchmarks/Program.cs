using GitOps.Benchmarks;

// Each verb measures one thing as ratios within one run; machines differ too much for bare seconds to say anything.
// Verbs that begin with "run-" are the processes that are measured.
return args switch
{
    ["writer", .. var rest] => WriterBenchmark.Measure(rest),
    ["run-writer", .. var rest] => WriterBenchmark.Run(rest),
    ["synth", .. var rest] => SynthBenchmark.Measure(rest),
    ["run-synth", .. var rest] => SynthContenders.Run(rest),
    ["process", .. var rest] => ProcessBenchmark.Measure(rest),
    ["package", .. var rest] => BuildBenchmarks.Package(rest),
    ["generator", .. var rest] => BuildBenchmarks.Generator(rest),
    ["values", .. var rest] => BuildBenchmarks.Values(rest),
    ["analyzers", .. var rest] => AnalyzerBenchmark.Measure(rest),
    ["registry", .. var rest] => RegistryBenchmark.Measure(rest),
    ["validate", .. var rest] => ValidateBenchmark.Measure(rest),
    ["fuzz", .. var rest] => FuzzVerb.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: dotnet run -c Release --project benchmarks/GitOps.Benchmarks -- VERB

          writer [ROUNDS]    the YAML writer against the bare bytes and YamlDotNet's serializer, 1,000 and 10,000 apps
          synth [ROUNDS]     synth of 1,000 and 10,000 apps against the bare bytes and the bare writer; then with nothing changed
          process [ROUNDS]   built programs as whole processes: one app against an empty program, 1,000 apps against the bytes and YamlDotNet
          package [ROUNDS]   what the package adds to the build of an empty project
          generator [ROUNDS] what the models of the four projects' CRDs cost in a real build
          values [ROUNDS]    what the classes of app-template's values cost in a real build
          analyzers [ROUNDS] what the analyzers add to the compilation of 1,000 apps
          registry [EDITS]   what a C# edit costs the registry of 1,000 apps
          validate [ROUNDS] [FOLDER]   validate of a real repository as a process, against an empty program and kustomize
          fuzz MINUTES SEED FOLDER…    no measurement: mutants of real repositories through all that validate does
        """);
    return 1;
}
