using System.Net;

namespace GitOps;

/// <summary>Fetches texts by http and https. What goes wrong is a finding at the URL.</summary>
internal sealed record CrdDownload
{
    private const int MostRedirects = 10;

    /// <summary>How long one file may take, from the first packet to the last.</summary>
    public TimeSpan TimeOut { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How large a file may be. The largest releases have a few megabytes.</summary>
    public int MostBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Whether a text that a user gave is to be fetched.</summary>
    public static bool IsUrl(string text) =>
        text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    public CrdSource? Get(string url, List<Finding> findings, CancellationToken cancellation)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
            return Fault($"'{url}' is no URL");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeOut);
        try
        {
            return GetAsync(address, limit.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Fault($"the server did not send the whole file within {TimeOut.TotalSeconds:0.#} seconds; try again, or fetch it yourself and add the file");
        }
        catch (HttpRequestException refusal)
        {
            return Fault($"it cannot be fetched: {refusal.Message.ReplaceLineEndings(" ").TrimEnd('.')}");
        }
        catch (IOException broken)
        {
            return Fault($"the connection broke: {broken.Message.ReplaceLineEndings(" ").TrimEnd('.')}");
        }

        CrdSource? Fault(string message)
        {
            findings.Add(new Finding(RuleIds.NotFetched, FindingSeverity.Error, message, new FindingPlace(url)));
            return null;
        }

        async Task<CrdSource?> GetAsync(Uri at, CancellationToken until)
        {
            using var handler = new SocketsHttpHandler { MaxAutomaticRedirections = MostRedirects, AutomaticDecompression = DecompressionMethods.All };
            using var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
            using var request = new HttpRequestMessage(HttpMethod.Get, at);
            request.Headers.UserAgent.ParseAdd("GitOps.Sdk");
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, until).ConfigureAwait(false);
            var status = $"{(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd();
            if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
                return Fault($"the server has nothing there ({status}); look at the address, and whether the release has such a file");
            // A redirect that is still one was not followed: there were too many, or it leads from https to http.
            if ((int)response.StatusCode is >= 300 and < 400)
                return Fault($"the server redirects to '{response.Headers.Location}' ({status}), which is not followed: "
                    + $"either from https to http, or after {MostRedirects} others");
            if (!response.IsSuccessStatusCode)
                return Fault($"the server refuses: {status}");
            if (response.Content.Headers.ContentLength > MostBytes)
                return Fault(TooLarge());
            var bytes = new MemoryStream();
            var stream = await response.Content.ReadAsStreamAsync(until).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                var buffer = new byte[64 * 1024];
                // The server's word for the length is checked, not believed.
                while (await stream.ReadAsync(buffer, until).ConfigureAwait(false) is var count and > 0)
                {
                    if (bytes.Length + count > MostBytes)
                        return Fault(TooLarge());
                    bytes.Write(buffer, 0, count);
                }
            }

            return CrdInput.Decode(url, bytes.GetBuffer().AsSpan(0, (int)bytes.Length), findings);
        }

        string TooLarge() => $"the file is larger than {MostBytes / (1024 * 1024.0):0.##} MB, which no manifest is";
    }
}
