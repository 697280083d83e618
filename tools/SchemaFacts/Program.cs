using GitOps;
using GitOps.SchemaFacts;

if (args.Length != 2)
{
    Console.Error.WriteLine("usage: GitOps.SchemaFacts <folder with crds/ and kubernetes/swagger.json> <root of the repository>");
    return 2;
}
return FactsRun.Run(Path.Combine(args[0], "crds"), Path.Combine(args[0], "kubernetes", "swagger.json"), args[1]);
