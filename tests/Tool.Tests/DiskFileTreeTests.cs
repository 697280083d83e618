using System.Text;

namespace GitOps.Tests;

public sealed class DiskFileTreeTests : IDisposable
{
    private readonly ToolRepository repository = new();

    public void Dispose()
    {
        if (!OperatingSystem.IsWindows())
            foreach (var folder in Directory.EnumerateDirectories(repository.Folder))
                File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        repository.Dispose();
    }

    [Fact]
    public void Files_are_listed_in_ordinal_order_and_read_once()
    {
        repository.Write("b/x.yaml", "x: 1");
        repository.Write("b-c/x.yaml", "");
        repository.Write("B/x.yaml", "");
        repository.Write("b/a/z.yml", "");
        repository.Write(".git/config", "");
        var tree = Tree();

        tree.FilesBelow("").Should().Equal("B/x.yaml", "b-c/x.yaml", "b/a/z.yml", "b/x.yaml", "gitops.root");
        tree.FilesBelow("b").Should().Equal("b/a/z.yml", "b/x.yaml");
        tree.FilesBelow("none").Should().BeEmpty();
        tree.HasFolder("b/a").Should().BeTrue();
        tree.HasFolder("b/x.yaml").Should().BeFalse();
        tree.HasFolder(".git").Should().BeFalse();
        tree.Read("b/x.yaml").Should().Be("x: 1");
        File.Delete(repository.Full("b/x.yaml"));
        tree.Read("b/x.yaml").Should().Be("x: 1");
        tree.Read("b/X.yaml").Should().BeNull("the cluster's file system knows cases");
        tree.ReadCount.Should().Be(1);
    }

    [Theory]
    [InlineData("../secret.yaml")]
    [InlineData("a/../../secret.yaml")]
    [InlineData("/etc/passwd")]
    [InlineData("")]
    [InlineData("a//x.yaml")]
    [InlineData("./a/x.yaml")]
    public void Nothing_but_the_tree_is_ever_opened(string path)
    {
        repository.Write("a/x.yaml", "");
        File.WriteAllText(Path.Combine(repository.Folder, "..", "secret.yaml"), "secret");
        try
        {
            Tree().Read(path).Should().BeNull();
        }
        finally
        {
            File.Delete(Path.Combine(repository.Folder, "..", "secret.yaml"));
        }
    }

    [Fact]
    public void Links_are_left_out_as_Flux_leaves_them_out_and_are_said_when_asked_for()
    {
        repository.Write("real/x.yaml", "x");
        Directory.CreateSymbolicLink(repository.Full("loop"), repository.Folder);
        Directory.CreateSymbolicLink(repository.Full("out"), Path.GetTempPath());
        File.CreateSymbolicLink(repository.Full("real/link.yaml"), "x.yaml");
        File.CreateSymbolicLink(repository.Full("unasked.yaml"), "nowhere");
        var tree = Tree();

        tree.FilesBelow("").Should().Equal("gitops.root", "real/x.yaml");
        tree.Notes().Should().BeEmpty();
        tree.Read("real/link.yaml").Should().BeNull();
        tree.HasFolder("loop").Should().BeFalse();
        tree.Read("loop/real/x.yaml").Should().BeNull();
        tree.HasFolder("out/a").Should().BeFalse();
        tree.Notes().Select(static note => note.Place!.Path).Should().BeEquivalentTo("real/link.yaml", "loop", "out");
        tree.Notes().Should().OnlyContain(static note => note.Id == RuleIds.LinkLeftOut && note.Severity == FindingSeverity.Warning);
    }

    [Fact]
    public void What_is_no_text_is_known_to_be_there_and_said_at_its_first_wrong_byte()
    {
        repository.Write("a.yaml", [.. "a: é\nb: "u8, 0xE9, .. "\nc: d\n"u8]);
        repository.Write("b.yaml", [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 0xFF]);
        var tree = Tree();

        YamlFile.Read(tree.Read("a.yaml")!).Faults.Should().ContainSingle();
        YamlFile.Read(tree.Read("b.yaml")!).Faults.Should().ContainSingle();

        tree.Unread["a.yaml"].ToString().Should().StartWith("a.yaml(2,4): error GOPS0001: this is no text in UTF-8");
        tree.Unread["b.yaml"].ToString().Should().StartWith("b.yaml(1,6): error GOPS0001");
    }

    [Fact]
    public void A_file_beyond_all_measure_is_not_read_but_a_warning()
    {
        using (var file = File.Create(repository.Full("big.yaml")))
            file.SetLength(50_000_000);
        var tree = Tree();

        var before = GC.GetAllocatedBytesForCurrentThread();
        tree.Read("big.yaml").Should().NotBeNull();
        (GC.GetAllocatedBytesForCurrentThread() - before).Should().BeLessThan(100_000);

        tree.Unread["big.yaml"].ToString().Should().StartWith("big.yaml: warning GOPS0033: the file has 50 MB");
    }

    [Fact]
    public void Marks_and_line_ends_stay_for_the_reader()
    {
        repository.Write("bom.yaml", [0xEF, 0xBB, 0xBF, .. "a: 1\r\n"u8]);
        repository.Write("utf16.yaml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("a: é\n")]);
        var tree = Tree();

        YamlFile.Read(tree.Read("bom.yaml")!).Documents.Single().Mapping!.Text("a").Should().Be("1");
        tree.Read("utf16.yaml").Should().Be("a: é\n");
        tree.Unread.Should().BeEmpty();
    }

    [Fact]
    public void A_file_that_may_not_be_read_is_an_error_without_the_machines_path()
    {
        if (OperatingSystem.IsWindows() || Environment.UserName == "root")
            return; // nothing is refused to them
        repository.Write("locked.yaml", "a: 1");
        File.SetUnixFileMode(repository.Full("locked.yaml"), UnixFileMode.None);
        repository.Write("closed/x.yaml", "a: 1");
        File.SetUnixFileMode(repository.Full("closed"), UnixFileMode.None);
        var tree = Tree();

        tree.Read("locked.yaml").Should().NotBeNull();
        tree.Read("closed/x.yaml").Should().BeNull();

        tree.Unread["locked.yaml"].Message.Should().StartWith("the disk refuses: ").And.NotContain(repository.Folder);
        tree.Notes().Should().ContainSingle().Which.Message.Should().Contain("the folder 'closed' may not be read");
    }

    private DiskFileTree Tree() => new(repository.Folder);
}
