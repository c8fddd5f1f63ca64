using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Talon.Cli;

/// <summary>Sends past orders as closed sessions through the Integration API. Sending one again changes nothing.</summary>
/// <param name="client">The server, with a key of the Integration API.</param>
internal sealed class SessionTarget(TalonClient client) : IImportTarget
{
    private const int Attempts = 5;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public bool IsCsv => false;

    public IReadOnlyList<string> Columns => [];

    public int BatchSize => 1;

    public int SideBySide => 16;

    /// <summary>Orders of one customer are closed in their order.</summary>
    public string LaneOf(ImportRecord record)
    {
        try
        {
            var json = JsonLine.Parse(record);
            var session = json["customerSession"] as JsonObject ?? json;
            return session["profileId"] is JsonValue profile && profile.ToString() is { Length: > 0 } customer ? $"customer {customer}" : $"order {json["integrationId"]}";
        }
        catch (ServerRefusal)
        {
            return "";
        }
    }

    public async Task<int> SendAsync(string? header, IReadOnlyList<ImportRecord> records, CancellationToken cancellation)
    {
        var json = JsonLine.Parse(records[0]);
        if (json["integrationId"] is not JsonValue named || !named.TryGetValue<string>(out var id) || id.Length == 0)
            throw new ServerRefusal(400, "\"integrationId\", a text, is missing", []);
        if ((json["customerSession"] ?? json) is not JsonObject order)
            throw new ServerRefusal(400, "\"customerSession\" is not a JSON object", []);
        var session = order.DeepClone().AsObject();
        session.Remove("integrationId");
        session["state"] ??= "closed";
        var target = $"/v2/customer_sessions/{Uri.EscapeDataString(id)}";
        var body = new JsonObject { ["customerSession"] = session }.ToJsonString();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await client.SendJsonAsync(HttpMethod.Put, target, body, cancellation, Key(records[0]));
                return 0;
            }
            catch (ServerRefusal refusal) when (refusal.Status == 409 && attempt < Attempts)
            {
                // Others were at the same coupon or budget.
                await Task.Delay(Pause * attempt, cancellation);
            }
        }
    }

    public IEnumerable<(int Index, string Reason)> Blame(ServerRefusal refusal, IReadOnlyList<ImportRecord> records) =>
        [(0, refusal.Problems.Count == 0 ? refusal.Message : string.Join("; ", refusal.Problems.Select(problem => $"{problem.Place} {problem.Details}")))];

    /// <summary>The same for the same order, so that one that was sent before an interruption is not refused as closed.</summary>
    private static string Key(ImportRecord record) => "talon-import-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(record.Text)));
}
