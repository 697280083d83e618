using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GitOps.Tests;

/// <summary>A web server on a free port of this machine: it answers each path with what a test gives.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, byte[]> answers = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stop = new();
    private readonly List<TcpClient> silent = [];
    private readonly Task serving;

    public LoopbackServer()
    {
        listener.Start();
        serving = Task.Run(ServeAsync);
    }

    public string this[string path] => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}{path}";

    /// <summary>Answers a path with a status, headers and a body; a path without an answer stays silent.</summary>
    public LoopbackServer Answer(string path, string body, string status = "200 OK", string headers = "Content-Type: text/yaml\r\n", int? length = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        answers[path] = [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{headers}Content-Length: {length ?? bytes.Length}\r\nConnection: close\r\n\r\n"), .. bytes];
        return this;
    }

    public void Dispose()
    {
        stop.Cancel();
        listener.Stop();
        foreach (var client in silent) client.Dispose();
        serving.Wait();
        stop.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync(stop.Token);
                var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
                var path = (await reader.ReadLineAsync(stop.Token) ?? "").Split(' ') is [_, var asked, ..] ? asked : "";
                while (await reader.ReadLineAsync(stop.Token) is { Length: > 0 }) { }
                if (!answers.TryGetValue(path, out var answer))
                {
                    silent.Add(client);
                    continue;
                }
                await client.GetStream().WriteAsync(answer, stop.Token);
                client.Dispose();
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or IOException or InvalidOperationException)
        {
            // The test is over.
        }
    }
}
