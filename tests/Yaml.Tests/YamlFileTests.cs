namespace GitOps.Tests;

public sealed class YamlFileTests
{
    [Fact]
    public void Nodes_know_their_places()
    {
        var file = YamlFile.Read("# head\na: 1\nb:\n  - x\n  - \"y\"\n");

        var root = file.Documents.Single().Mapping!;
        root.Find("a")!.Key.Start.Should().Be(new YamlMark(7, 2, 1));
        root["a"]!.Start.Should().Be(new YamlMark(10, 2, 4));
        var second = (YamlScalar)((YamlSequence)root["b"]!).Items[1];
        second.Start.Should().Be(new YamlMark(25, 5, 5));
        second.RawText(file.Text).Should().Be("\"y\"");
        second.Style.Should().Be(YamlScalarStyle.DoubleQuoted);
    }

    [Fact]
    public void Windows_line_ends_count_in_offsets()
    {
        var file = YamlFile.Read("a: 1\r\nb: 2\r\n");

        file.Text.Should().Contain("\r\n");
        var value = file.Documents.Single().Mapping!["b"]!;
        value.Start.Should().Be(new YamlMark(9, 2, 4));
        value.RawText(file.Text).Should().Be("2");
    }

    [Fact]
    public void Every_document_is_there_also_those_of_comments()
    {
        var file = YamlFile.Read("# nothing\n---\na: 1\n---\n# only words\n---\nb: 2\n...\n");

        file.Faults.Should().BeEmpty();
        file.Documents.Select(document => document.Mapping?.Entries.Single().Name).Should().Equal("a", null, "b");
    }

    [Theory]
    [InlineData("")]
    [InlineData("# words\n")]
    [InlineData("\n\n---\n")]
    public void A_text_of_nothing_has_no_content(string text)
    {
        var file = YamlFile.Read(text);

        file.Faults.Should().BeEmpty();
        file.Documents.Where(document => document.Root is not null).Should().BeEmpty();
    }

    [Fact]
    public void An_anchor_may_be_defined_again()
    {
        var root = YamlFile.Read("a: &x 1\nb: *x\nc: &x 2\nd: *x\n").Documents.Single().Mapping!;

        root.Text("b").Should().Be("1");
        root.Text("d").Should().Be("2");
    }

    [Fact]
    public void Merge_keys_give_what_the_mapping_does_not_say_itself()
    {
        var root = YamlFile.Read("base: &b {x: 1, y: 2}\nmore: &m {y: 3, z: 4}\nuse:\n  <<: [*b, *m]\n  x: 9\n").Documents.Single().Mapping!;

        var use = (YamlMapping)root["use"]!;
        use.Entries.Select(entry => $"{entry.Name}={entry.Value}{(entry.IsMerged ? "<" : "")}").Should().Equal("y=2<", "z=4<", "x=9");
    }

    [Fact]
    public void A_quoted_merge_key_is_a_key() =>
        YamlFile.Read("\"<<\": {a: 1}\n").Documents.Single().Mapping!.Entries.Single().Name.Should().Be("<<");

    [Fact]
    public void A_merge_of_something_else_is_a_fault() =>
        YamlFile.Read("a:\n  <<: 3\n").Faults.Should().ContainSingle(fault => fault.Kind == YamlFaultKind.Alias && fault.Place.Line == 2);

    [Fact]
    public void An_alias_as_a_key_needs_no_space_before_its_colon()
    {
        const string text = "name: &app sonarr\ncontrollers:\n  *app:\n    first: *app\n    *app: 3\nscript: |\n  *app: stays\nlast: {a: *app}\n";

        var file = YamlFile.Read(text);

        file.Faults.Should().BeEmpty();
        var root = file.Documents.Single().Mapping!;
        var inner = (YamlMapping)((YamlMapping)root["controllers"]!)["sonarr"]!;
        inner.Entries.Select(entry => $"{entry.Name}={entry.Value}").Should().Equal("first=sonarr", "sonarr=3");
        inner["sonarr"]!.Start.Should().Be(new YamlMark(text.IndexOf('3'), 5, 11));
        root.Text("script").Should().Be("*app: stays\n");
        root.Find("last")!.Key.Start.Offset.Should().Be(text.IndexOf("last", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("a: *x\n", 1, 4)]
    [InlineData("a: &x\n  b: *x\n", 2, 6)]
    public void A_lost_or_circular_alias_is_a_fault(string text, int line, int column)
    {
        var fault = YamlFile.Read(text).Faults.Should().ContainSingle().Subject;

        fault.Kind.Should().Be(YamlFaultKind.Alias);
        (fault.Place.Line, fault.Place.Column).Should().Be((line, column));
    }

    [Fact]
    public void A_key_that_stands_twice_is_told_and_the_last_one_counts()
    {
        var file = YamlFile.Read("a: 1\nb: 2\na: 3\n");

        file.Faults.Should().ContainSingle(fault => fault.Kind == YamlFaultKind.DuplicateKey && fault.Place.Line == 3);
        file.Documents.Single().Mapping!.Text("a").Should().Be("3");
    }

    [Fact]
    public void A_key_that_stands_twice_in_a_long_mapping_is_told_too()
    {
        var text = string.Concat(Enumerable.Range(0, 50).Select(i => $"k{i}: {i}\n")) + "k3: again\n";

        YamlFile.Read(text).Faults.Should().ContainSingle(fault => fault.Kind == YamlFaultKind.DuplicateKey && fault.Place.Line == 51);
    }

    [Fact]
    public void A_bomb_of_aliases_is_a_fault()
    {
        var bomb = "a: &a [x,x,x,x,x,x,x,x,x,x]\n" + string.Concat("bcdefghij".Select(c => $"{c}: &{c} [{string.Join(",", Enumerable.Repeat("*" + (char)(c - 1), 10))}]\n"));

        YamlFile.Read(bomb).Faults.Should().ContainSingle(fault => fault.Kind == YamlFaultKind.TooLarge);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void A_well_too_deep_is_a_fault(string step) =>
        YamlFile.Read(string.Concat(Enumerable.Repeat(step, 20_000))).Faults.Should().NotBeEmpty();

    [Theory]
    [InlineData("a: b: c\n", 1)]
    [InlineData("a:\n\tb: 2\n", 1)]
    [InlineData("a:\n\t- b\n", 1)]
    [InlineData("a: 'x\n", 1)]
    [InlineData("a: \"\\U0011FFFF\"\n", 1)]
    [InlineData("a: [1\nb: 2\n", 2)]
    [InlineData("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> theirs\n", 2)]
    [InlineData("a: @x\n", 1)]
    [InlineData("a: %x\n", 1)]
    [InlineData("{{ if }}\na: 1\n", 1)]
    [InlineData("a: \u0000\n", 1)]
    public void What_is_no_YAML_is_a_fault_with_its_line(string text, int line)
    {
        var file = YamlFile.Read(text);

        file.Faults.Should().NotBeEmpty();
        file.Faults[0].Place.Line.Should().BeInRange(line, line + 2);
        file.Faults[0].Place.Column.Should().BePositive();
        file.Faults[0].Message.Should().NotEndWith(".");
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_key() =>
        YamlFile.Read("\uFEFFa: 1\n").Documents.Single().Mapping!.Text("a").Should().Be("1");

    [Fact]
    public void Tabs_are_fine_where_they_do_not_indent()
    {
        var file = YamlFile.Read("a: |\n  x\n  \ty\nb: {\n\tc: 1}\nd:\t2\n");

        file.Faults.Should().BeEmpty();
        file.Documents.Single().Mapping!.Text("a").Should().Be("x\n\ty\n");
    }

    [Fact]
    public void Documents_before_a_fault_are_kept()
    {
        var file = YamlFile.Read("a: 1\n---\nb: [\n");

        file.Documents.Should().ContainSingle().Which.Mapping!.Text("a").Should().Be("1");
        file.Faults.Should().ContainSingle();
    }

    [Fact]
    public void Whatever_the_bytes_reading_ends_without_an_exception()
    {
        var random = new Random(20);
        const string alphabet = "a:-*&!|>'\"{}[],#%@`?\\ \n\t\r~<=.0x\u0001\uD800\uFEFF";
        for (var round = 0; round < 20_000; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(30)).Select(_ => alphabet[random.Next(alphabet.Length)])]);
            var read = () => YamlFile.Read(text);
            read.Should().NotThrow("of {0}", text);
        }
    }

    [Fact]
    public void Reading_can_be_cancelled()
    {
        var read = () => YamlFile.Read("a: 1\n", new CancellationToken(canceled: true));

        read.Should().Throw<OperationCanceledException>();
    }

    [SharedFact]
    public void Every_YAML_file_of_the_real_repositories_reads_without_a_fault()
    {
        var files = Directory.EnumerateFiles(SharedData.Data("repos"), "*.y*ml", SearchOption.AllDirectories).ToList();

        files.Should().HaveCountGreaterThan(1_000);
        files.SelectMany(file => YamlFile.Read(File.ReadAllText(file)).Faults.Select(fault => $"{file}({fault.Place.Line}): {fault.Message}")).Should().BeEmpty();
    }
}
