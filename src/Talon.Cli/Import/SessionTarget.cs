using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Talon.Cli;

/// <summary>Sends past orders as closed sessions through the Integration API. Sending one again changes nothing.</summary>
/// <param name="client">The server, with a key of the Integration API.</param>
internal sealed class SessionTarget(TalonClient client) : IImportTarget
{
    public bool IsCsv => false;

    public IReadOnlyList<string> Columns => [];

    public int BatchSize => 1;

    public async Task<int> SendAsync(string? header, IReadOnlyList<ImportRecord> records, CancellationToken cancellation)
    {
        var json = JsonLine.Parse(records[0]);
        if (json["integrationId"]?.GetValue<string>() is not { Length: > 0 } id)
            throw new ServerRefusal(400, "\"integrationId\" is missing", []);
        var session = json["customerSession"]?.DeepClone().AsObject() ?? json.DeepClone().AsObject();
        session.Remove("integrationId");
        session["state"] ??= "closed";
        await client.SendJsonAsync(HttpMethod.Put, $"/v2/customer_sessions/{Uri.EscapeDataString(id)}", new JsonObject { ["customerSession"] = session }.ToJsonString(), cancellation, Key(records[0]));
        return 0;
    }

    public IEnumerable<(int Index, string Reason)> Blame(ServerRefusal refusal, IReadOnlyList<ImportRecord> records) =>
        [(0, refusal.Problems.Count == 0 ? refusal.Message : string.Join("; ", refusal.Problems.Select(problem => $"{problem.Place} {problem.Details}")))];

    /// <summary>The same for the same order, so that one that was sent before an interruption is not refused as closed.</summary>
    private static string Key(ImportRecord record) => "talon-import-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record.Text)));
}
