using GitOps.Models.FluxCD;
using GitOps.Models.Kubernetes;

namespace GitOps.Tests;

/// <summary>Free-form values and typed parts, laid over each other.</summary>
public sealed class LayeredTests
{
    [Fact]
    public void A_mapping_is_laid_over_a_typed_part_entry_by_entry() =>
        Written(((Values)Probe).Merge(new() { ["httpGet"] = new() { ["path"] = "/ready", ["scheme"] = Values.Null }, ["periodSeconds"] = 5 })).Should().Be(
            """
            failureThreshold: 3
            httpGet:
              path: /ready
              port: http
              scheme: null
            periodSeconds: 5

            """);

    [Fact]
    public void A_typed_part_is_laid_over_a_mapping_entry_by_entry() =>
        Written(new Values { ["failureThreshold"] = 9, ["periodSeconds"] = 5 }.Merge(Probe)).Should().Be(
            """
            failureThreshold: 3
            periodSeconds: 5
            httpGet:
              path: /healthz
              port: http

            """);

    /// <summary>Of a probe by HTTP and one by TCP nobody means both.</summary>
    [Fact]
    public void Of_two_typed_parts_the_other_replaces_the_first() =>
        Written(new Values { ["probe"] = Probe }.Merge(new() { ["probe"] = new Probe { TcpSocket = new() { Port = 80 } } })).Should().Be("probe:\n  tcpSocket:\n    port: 80\n");

    [Fact]
    public void What_a_construct_says_stands_over_typed_values_that_it_is_given() =>
        Written(new Values { ["probe"] = new() { ["httpGet"] = new() { ["path"] = "/own" } } }.Over(new Values { ["probe"] = Probe, ["more"] = new ResourceRequirements { Limits = new() { ["memory"] = "1Gi" } } })).Should().Be(
            """
            probe:
              httpGet:
                path: /own
                port: http
              failureThreshold: 3
            more:
              limits:
                memory: 1Gi

            """);

    [Fact]
    public void Comments_of_a_typed_part_stay_where_they_were() =>
        Written(new Values { ["b"] = 1 }.Over(new Container
        {
            Name = "app",
            Image = "x:1",
            Comments = new FieldComments { ["image"] = "renovate: datasource=docker depName=x" }.Trailing("name", "the one"),
            Args = ["a"],
        })).Should().Be(
            """
            b: 1
            args:
              - a
            # renovate: datasource=docker depName=x
            image: x:1
            name: app # the one

            """);

    [Fact]
    public void An_image_policys_field_stays_its()
    {
        var policy = new ImagePolicy("web");
        var merged = new Values { ["b"] = 1 }.Over(new Container { Name = "app", Image = "x:1", Comments = new FieldComments().Policy("image", policy) });
        merged["image"].Policy.Should().NotBeNull();
        merged["image"].ToString().Should().Be("x:1");
    }

    [Fact]
    public void Free_form_parts_and_variables_inside_a_typed_part_stay_as_they_are() =>
        Written(new Values { ["interval"] = "1h" }.Over(new HelmReleaseSpec
        {
            Interval = "5m",
            Suspend = new Variable<bool>("${PAUSED}"),
            Values = new() { ["a"] = Values.Null, ["b"] = ((Values)"1.0").WithComment("kept") },
        })).Should().Be(
            """
            interval: 1h
            suspend: ${PAUSED}
            values:
              a: null
              # kept
              b: "1.0"

            """);

    private static Probe Probe => new() { HttpGet = new() { Path = "/healthz", Port = "http" }, FailureThreshold = 3 };

    private static string Written(Values values) => WrittenYaml.Of(writer => writer.Fields(values));
}
