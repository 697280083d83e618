namespace GitOps.Tests;

/// <summary>Comments stay where they were set, whatever they stand at, and never break the YAML.</summary>
public sealed class CommentTests
{
    [Fact]
    public void A_models_comments_stand_at_their_fields_alone()
    {
        var model = new Part
        {
            Comments = new FieldComments { ["tag"] = "renovate: datasource=docker depName=x" }.Trailing("tag", """{"$imagepolicy": "flux-system:x:tag"}""").Trailing("list", "behind a list").Trailing("inner", "behind a part"),
            Tag = "1.0",
            List = ["a"],
            Inner = new Part { Tag = "2.0" },
        };
        Text(model).Should().Be(
            """
            part:
              # renovate: datasource=docker depName=x
              tag: "1.0" # {"$imagepolicy": "flux-system:x:tag"}
              # behind a list
              list:
                - a
              # behind a part
              inner:
                tag: "2.0"

            """);
    }

    [Fact]
    public void A_comment_behind_a_mapping_or_a_list_stands_above_it()
    {
        var model = new Part
        {
            Comments = new FieldComments { ["values"] = "above" }.Trailing("values", "behind"),
            Values = new()
            {
                ["mapping"] = new Values { ["a"] = 1 }.WithTrailingComment("m"),
                ["list"] = Values.Create(["x", new Values { ["b"] = 2 }.WithTrailingComment("item"), new Values { ["c"] = 3 }.WithComment("over").WithTrailingComment("item")]).WithTrailingComment("l"),
                ["model"] = ((Values)new Part { Tag = "t" }).WithTrailingComment("p"),
            },
        };
        Text(model).Should().Be(
            """
            part:
              # above
              # behind
              values:
                # m
                mapping:
                  a: 1
                # l
                list:
                  - x
                  # item
                  - b: 2
                  # over
                  # item
                  - c: 3
                # p
                model:
                  tag: t

            """);
    }

    [Fact]
    public void A_comment_behind_what_is_on_one_line_stays_there()
    {
        var model = new Part
        {
            Comments = new FieldComments().Trailing("values", "nothing yet"),
            Values = new(),
            Inner = new Part
            {
                Comments = new FieldComments { ["values"] = "a" }.Trailing("values", "b"),
                Values = new()
                {
                    ["text"] = ((Values)"on").WithComment("above").WithTrailingComment("behind"),
                    ["number"] = ((Values)1).WithTrailingComment("behind"),
                    ["nothing"] = Values.Null.WithTrailingComment("behind"),
                    ["block"] = ((Values)"a\nb\n").WithTrailingComment("behind"),
                    ["empty"] = new Values().WithTrailingComment("behind"),
                    ["none"] = Values.Create([]).WithTrailingComment("behind"),
                    ["items"] = [((Values)"x").WithComment("above").WithTrailingComment("behind")],
                },
            },
        };
        var text = Text(model);
        text.Should().Be(
            """
            part:
              inner:
                # a
                # b
                values:
                  # above
                  text: "on" # behind
                  number: 1 # behind
                  nothing: null # behind
                  block: | # behind
                    a
                    b
                  empty: {} # behind
                  none: [] # behind
                  items:
                    # above
                    - x # behind
              values: {} # nothing yet

            """);
        WrittenYaml.Read(text).Should().BeEquivalentTo(new Dictionary<string, object>
        {
            ["part"] = new Dictionary<string, object>
            {
                ["inner"] = new Dictionary<string, object>
                {
                    ["values"] = new Dictionary<string, object>
                    {
                        ["text"] = "on",
                        ["number"] = "[1]",
                        ["nothing"] = "[null]",
                        ["block"] = "a\nb\n",
                        ["empty"] = new Dictionary<string, object>(),
                        ["none"] = new List<object>(),
                        ["items"] = new List<object> { "x" },
                    },
                },
                ["values"] = new Dictionary<string, object>()
            }
        });
    }

    [Theory]
    [InlineData("one\ntwo", "# one\n  # two\n")]
    [InlineData("a # b: [", "# a # b: [\n")]
    [InlineData("tab\tand \u0007", "# tab\tand \uFFFD\n")]
    [InlineData("cut {half} here", "# cut \uFFFD here\n")]
    public void Any_text_can_be_a_comment(string comment, string written)
    {
        // An attribute cannot hold half a surrogate pair.
        comment = comment.Replace("{half}", "\uD800", StringComparison.Ordinal);
        var text = Text(new Part { Comments = new() { ["tag"] = comment }, Tag = "t" });
        text.Should().Be($"part:\n  {written}  tag: t\n");
        WrittenYaml.Read(text).Should().BeEquivalentTo(new Dictionary<string, object> { ["part"] = new Dictionary<string, object> { ["tag"] = "t" } });
    }

    [Fact]
    public void Laying_values_over_others_keeps_comments()
    {
        var merged = new Values { ["a"] = new Values { ["b"] = 1 }.WithTrailingComment("kept") }.Merge(new() { ["a"] = new() { ["c"] = ((Values)2).WithTrailingComment("new") } });
        WrittenYaml.Of(writer => writer.Fields(merged)).Should().Be("# kept\na:\n  b: 1\n  c: 2 # new\n");
    }

    private static string Text(Part part) => WrittenYaml.Of(writer => writer.Field("part"u8, part));

    private sealed class Part : Model
    {
        public string? Tag { get; init; }

        public IReadOnlyList<string>? List { get; init; }

        public Part? Inner { get; init; }

        public Values? Values { get; init; }

        protected internal override void WriteFields(ObjectWriter writer)
        {
            writer.Field("tag"u8, Tag);
            writer.Field("list"u8, List);
            writer.Field("inner"u8, Inner);
            writer.Field("values"u8, Values);
        }
    }
}
