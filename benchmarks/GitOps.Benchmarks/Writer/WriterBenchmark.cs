using System.Globalization;
using System.Text;
using YamlDotNet.Serialization;

namespace GitOps.Benchmarks;

/// <summary>
/// What the YAML writer costs: whole processes that write the same app-like documents, with our writer, as ready-made bytes, and with YamlDotNet's serializer;
/// onto the disk, and into memory alone.
/// </summary>
internal static class WriterBenchmark
{
    private static readonly string[] Contenders = ["nothing", "bytes", "objects", "writer", "yamldotnet"];

    public static int Measure(string[] args)
    {
        var rounds = args is [var number] ? int.Parse(number, CultureInfo.InvariantCulture) : 3;
        CheckSameDocuments();
        var scratch = Directory.CreateTempSubdirectory("gitops-benchmark-").FullName;
        try
        {
            foreach (var onDisk in new[] { true, false })
                foreach (var apps in new[] { 1_000, 10_000 })
                    Table(apps, onDisk, rounds, scratch);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
        return 0;
    }

    /// <summary>One contender: the process that <see cref="Measure"/> starts.</summary>
    public static int Run(string[] args)
    {
        var (contender, apps, folder) = (args[0], int.Parse(args[1], CultureInfo.InvariantCulture), args is [_, _, var given] ? given : null);
        switch (contender)
        {
            case "bytes":
                Bytes(apps, folder);
                break;
            case "objects":
                Objects(apps);
                break;
            case "writer":
                Writer(apps, folder);
                break;
            case "yamldotnet":
                YamlDotNet(apps, folder);
                break;
        }
        Measured.Answer();
        return 0;
    }

    private static void Table(int apps, bool onDisk, int rounds, string scratch)
    {
        var runs = Contenders.ToDictionary(static c => c, static _ => new List<Measured>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var contender in Contenders)
            {
                var folder = Path.Combine(scratch, $"{contender}-{apps}-{round}");
                runs[contender].Add(onDisk
                    ? Measured.Process("run-writer", contender, apps.ToString(CultureInfo.InvariantCulture), folder)
                    : Measured.Process("run-writer", contender, apps.ToString(CultureInfo.InvariantCulture)));
                if (Directory.Exists(folder))
                    Directory.Delete(folder, recursive: true);
            }
        }
        var bytes = Measured.Median(runs["bytes"]);
        Console.WriteLine(FormattableString.Invariant($"{apps:N0} apps, {apps * AppDocuments.Files:N0} files, {(onDisk ? "onto the disk" : "into memory")}; median of {rounds}"));
        Console.WriteLine("  contender      CPU s   wall s  peak MB   CPU x bytes");
        foreach (var contender in Contenders)
        {
            var median = Measured.Median(runs[contender]);
            Console.WriteLine(FormattableString.Invariant($"  {contender,-12} {median.Cpu,7:F3}  {median.Wall,7:F3}  {median.PeakMegabytes,7:F0}   {median.Cpu / bytes.Cpu,8:F2}"));
        }
        Console.WriteLine();
    }

    // The lower bound: nobody can do with less than putting the name between ready-made bytes.
    private static void Bytes(int apps, string? folder)
    {
        const string placeholder = "\u0001";
        var templates = new byte[AppDocuments.Files][][];
        using var writer = new YamlWriter();
        for (var file = 0; file < AppDocuments.Files; file++)
        {
            var name = AppDocuments.Name(0);
            writer.Reset();
            Write(writer, AppDocuments.Make(name, file));
            templates[file] = [.. Encoding.UTF8.GetString(writer.WrittenSpan).Replace(name, placeholder).Split(placeholder).Select(Encoding.UTF8.GetBytes)];
        }
        var output = new MemoryStream();
        for (var app = 0; app < apps; app++)
        {
            var name = AppDocuments.Name(app);
            var bytes = Encoding.UTF8.GetBytes(name);
            for (var file = 0; file < AppDocuments.Files; file++)
            {
                output.SetLength(0);
                var pieces = templates[file];
                output.Write(pieces[0]);
                for (var i = 1; i < pieces.Length; i++)
                {
                    output.Write(bytes);
                    output.Write(pieces[i]);
                }
                Save(folder, name, file, output.GetBuffer().AsSpan(0, (int)output.Length));
            }
        }
    }

    // What the objects cost that the two serializers are given; it is in their figures too.
    private static void Objects(int apps)
    {
        for (var app = 0; app < apps; app++)
            for (var file = 0; file < AppDocuments.Files; file++)
                GC.KeepAlive(AppDocuments.Make(AppDocuments.Name(app), file));
    }

    private static void Writer(int apps, string? folder)
    {
        using var writer = new YamlWriter();
        for (var app = 0; app < apps; app++)
        {
            var name = AppDocuments.Name(app);
            for (var file = 0; file < AppDocuments.Files; file++)
            {
                writer.Reset();
                Write(writer, AppDocuments.Make(name, file));
                Save(folder, name, file, writer.WrittenSpan);
            }
        }
    }

    private static void YamlDotNet(int apps, string? folder)
    {
        var serializer = Serializer();
        var output = new MemoryStream();
        for (var app = 0; app < apps; app++)
        {
            var name = AppDocuments.Name(app);
            for (var file = 0; file < AppDocuments.Files; file++)
            {
                output.SetLength(0);
                using (var text = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true))
                    serializer.Serialize(text, AppDocuments.Make(name, file));
                Save(folder, name, file, output.GetBuffer().AsSpan(0, (int)output.Length));
            }
        }
    }

    private static ISerializer Serializer() => new SerializerBuilder().WithIndentedSequences().WithQuotingNecessaryStrings().DisableAliases().Build();

    private static void Save(string? folder, string name, int file, ReadOnlySpan<byte> content)
    {
        if (folder is null)
            return;
        if (file == 0)
            Directory.CreateDirectory(Path.Combine(folder, name, "app"));
        using var handle = File.OpenHandle(Path.Combine(folder, AppDocuments.Path(name, file)), FileMode.CreateNew, FileAccess.Write);
        RandomAccess.Write(handle, content, 0);
    }

    private static void Write(YamlWriter writer, object value)
    {
        switch (value)
        {
            case string text:
                writer.String(text);
                break;
            case bool truth:
                writer.Boolean(truth);
                break;
            case int number:
                writer.Number(number);
                break;
            case Dictionary<string, object> mapping:
                writer.StartMapping();
                foreach (var (key, inner) in mapping)
                {
                    writer.Key(key);
                    Write(writer, inner);
                }
                writer.EndMapping();
                break;
            case List<object> list:
                writer.StartSequence();
                foreach (var item in list)
                    Write(writer, item);
                writer.EndSequence();
                break;
        }
    }

    // A contender that wrote less would win by it.
    private static void CheckSameDocuments()
    {
        using var writer = new YamlWriter();
        var reader = new DeserializerBuilder().Build();
        for (var file = 0; file < AppDocuments.Files; file++)
        {
            var document = AppDocuments.Make(AppDocuments.Name(1), file);
            writer.Reset();
            Write(writer, document);
            var ours = Encoding.UTF8.GetString(writer.WrittenSpan);
            var theirs = Serializer().Serialize(document);
            if (Serializer().Serialize(reader.Deserialize<object>(ours)) != Serializer().Serialize(reader.Deserialize<object>(theirs)))
                throw new InvalidOperationException($"The contenders write different documents:\n{ours}\n{theirs}");
        }
    }
}
