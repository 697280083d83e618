using GitOps.Differential;

// Our verdicts on API objects against those of a real API server. It writes objects as YAML and what we say to them; the server's answers come from elsewhere (any
// script that submits each document and prints 'ok …' or 'REJECTED …' for it, in order), and are compared here.
return args switch
{
    ["mutate", var seed, var count, var output, .. var inputs] => Runs.Mutate(int.Parse(seed), int.Parse(count), output, inputs),
    ["generate", var seed, var count, var output] => Runs.Generate(int.Parse(seed), int.Parse(count), output),
    ["objects", var output, .. var inputs] => Runs.Objects(output, inputs),
    ["rules", var seed, var csharpNamespace, var file] => new RuleCases(int.Parse(seed)).Write("GitOps.Models." + csharpNamespace, file),
    ["time", .. var inputs] => Runs.Time(inputs),
    ["compare", var output] => Runs.Compare(output),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("""
        usage: GitOps.Differential objects OUT FILES…               the objects of YAML or JSON files as they are
               GitOps.Differential mutate SEED COUNT OUT FILES…     COUNT mutants of them
               GitOps.Differential generate SEED COUNT OUT          objects made from the schemas alone
               GitOps.Differential rules SEED PROJECT FILE          an object for each CEL rule of a project's kinds (FluxCD, EnvoyGateway …)
               GitOps.Differential time FILES…                      how long an object takes, at first and once all is loaded
               GitOps.Differential compare OUT                      OUT/ours.txt against OUT/judge.txt
        Each run writes OUT/objects.yaml (a document each) and OUT/ours.txt (a line each: ok or the issues). Put the judge's lines into OUT/judge.txt.
        """);
    return 2;
}
