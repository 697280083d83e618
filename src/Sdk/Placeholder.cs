namespace GitOps;
