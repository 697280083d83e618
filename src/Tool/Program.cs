return GitOps.ExitCodes.Done;
