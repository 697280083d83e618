using GitOps;

// The user stands in the repository that is meant; a project's program, which shares the commands, looks from its own folder.
return ToolApp.Run(args, new CommandLineHost { StartFolder = Environment.CurrentDirectory });
