using System.Reflection;

namespace GitOps.Tests;

/// <summary>Rules, ids, constants and help pages are one set.</summary>
public sealed class RuleCatalogTests
{
    [Fact]
    public void Every_rule_has_a_page_with_its_title()
    {
        foreach (var rule in RuleCatalog.All)
        {
            var page = Path.Combine([SharedData.RepositoryRoot, .. rule.HelpPage.Split('/')]);
            File.Exists(page).Should().BeTrue(rule.HelpPage);
            File.ReadAllText(page).Should().StartWith($"# {rule.Id}: {rule.Title}\n").And.Contain("## Why").And.Contain("## Wrong").And.Contain("## Right").And.Contain("## What to do");
        }
    }

    [Fact]
    public void Every_id_has_a_page_and_every_page_an_id()
    {
        var ids = typeof(RuleIds).GetFields(BindingFlags.Public | BindingFlags.Static).Where(static field => field.IsLiteral).Select(static field => (string)field.GetRawConstantValue()!).ToList();
        var pages = Directory.GetFiles(Path.Combine(SharedData.RepositoryRoot, "docs", "rules"), "GOPS*.md").Select(Path.GetFileNameWithoutExtension);

        ids.Should().OnlyHaveUniqueItems();
        pages.Should().BeEquivalentTo(ids);
    }

    [Fact]
    public void Ids_are_used_once() => RuleCatalog.All.Select(rule => rule.Id).Should().OnlyHaveUniqueItems().And.BeInAscendingOrder(StringComparer.Ordinal);

    [Fact]
    public void Every_rule_class_is_in_the_catalogue_and_no_title_or_message_ends_a_sentence()
    {
        var rules = typeof(RuleCatalog).Assembly.GetTypes().Where(type => type.Name.EndsWith("Rule", StringComparison.Ordinal)).ToList();

        rules.Should().NotBeEmpty();
        foreach (var rule in rules)
        {
            var constants = rule.GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral).ToDictionary(field => field.Name, field => (string)field.GetRawConstantValue()!);
            RuleCatalog.All.Should().Contain(info => info.Id == constants["Id"] && info.Title == constants["Title"], rule.Name);
            constants.Where(constant => constant.Key.EndsWith("Message", StringComparison.Ordinal)).Should().NotBeEmpty(rule.Name);
            constants.Values.Should().OnlyContain(text => !text.EndsWith('.'), rule.Name);
        }
    }
}
