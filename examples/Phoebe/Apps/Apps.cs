namespace Phoebe;

/// <summary>Git: a database, a cache and a volume, each by a component that brings a Kustomization of its own.</summary>
[App<Ns.Dev>]
public sealed class Forgejo : TemplateApp
{
    public override ComponentList Components => [new Postgres(), new Redis { Memory = "512Mi" }, new Volsync { Capacity = "50Gi" }];

    protected override string Image => "code.forgejo.org/forgejo/forgejo";

    protected override string Tag => "12.0.4";

    protected override int Port => 3000;

    protected override string Data => "/data";

    protected override Values Env => new()
    {
        ["FORGEJO__database__DB_TYPE"] = "postgres",
        ["FORGEJO__database__HOST"] = FromPostgres("host"),
        ["FORGEJO__database__NAME"] = FromPostgres("database"),
        ["FORGEJO__database__USER"] = FromPostgres("username"),
        ["FORGEJO__database__PASSWD"] = FromPostgres("password"),
        ["FORGEJO__cache__ADAPTER"] = "redis",
        ["FORGEJO__cache__HOST"] = $"redis://{Name}-redis:6379/0",
    };
}

/// <summary>Waits for the database of another app, which only that app's component brings.</summary>
[App<Ns.Dev>]
public sealed class ForgejoRunner : TemplateApp
{
    public override IReadOnlyList<Dependency> DependsOn => [Postgres.KustomizationDb.Of<Forgejo>()];

    protected override string Image => "code.forgejo.org/forgejo/runner";

    protected override string Tag => "11.1.2";

    protected override int Port => 8080;
}

[App<Ns.Default>]
public sealed class Paperless : TemplateApp
{
    public override ComponentList Components => [new Postgres(), new Redis(), new Volsync { Capacity = "20Gi", Schedule = "30 4 * * *" }];

    protected override string Image => "ghcr.io/paperless-ngx/paperless-ngx";

    protected override string Tag => "2.18.4";

    protected override int Port => 8000;

    protected override string Data => "/usr/src/paperless/data";

    protected override Values Env => new()
    {
        ["PAPERLESS_DBHOST"] = FromPostgres("host"),
        ["PAPERLESS_DBNAME"] = FromPostgres("database"),
        ["PAPERLESS_DBUSER"] = FromPostgres("username"),
        ["PAPERLESS_DBPASS"] = FromPostgres("password"),
        ["PAPERLESS_REDIS"] = $"redis://{Name}-redis:6379",
    };
}

[App<Ns.Default>]
public sealed class Atuin : TemplateApp
{
    public override ComponentList Components => [new Postgres()];

    protected override string Image => "ghcr.io/atuinsh/atuin";

    protected override string Tag => "v18.8.0";

    protected override int Port => 8888;

    protected override Values Env => new() { ["ATUIN_HOST"] = "0.0.0.0", ["ATUIN_DB_URI"] = FromPostgres("url") };
}

/// <summary>Passwords. Its database belongs to a role of its own, not to the one that the others share: the component hands the name on, and copies that role's login.</summary>
[App<Ns.Default>]
public sealed class Vaultwarden : TemplateApp
{
    public override ComponentList Components => [new Postgres { DatabaseOwner = "vault" }, new Volsync { Capacity = "2Gi" }];

    protected override string Image => "ghcr.io/dani-garcia/vaultwarden";

    protected override string Tag => "1.34.3";

    protected override int Port => 8080;

    protected override string Data => "/data";

    protected override Values Env => new() { ["DATABASE_URL"] = FromPostgres("url") };
}
