namespace GitOps;

/// <summary>The tags of YAML's own types.</summary>
internal static class YamlTags
{
    public const string Int = "tag:yaml.org,2002:int";
    public const string Float = "tag:yaml.org,2002:float";
    public const string Bool = "tag:yaml.org,2002:bool";
    public const string Null = "tag:yaml.org,2002:null";
    public const string Merge = "tag:yaml.org,2002:merge";
}
