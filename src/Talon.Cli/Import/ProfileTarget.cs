using System.Globalization;
using System.Text.Json.Nodes;

namespace Talon.Cli;

/// <summary>Sends customer profiles through the Integration API; rules do not run. Sending one again changes nothing.</summary>
/// <param name="client">The server, with a key of the Integration API.</param>
/// <param name="audienceId">An audience that every customer joins; then the records are CSV with the one column of their ids. Null for none.</param>
internal sealed class ProfileTarget(TalonClient client, long? audienceId) : IImportTarget
{
    private const string Member = "customerProfiles";

    public bool IsCsv => audienceId is not null;

    public IReadOnlyList<string> Columns => ["customer", "profileintegrationid", "customerprofileid", "integrationid"];

    public int BatchSize => 1000;

    public (string? Header, IEnumerable<ImportRecord> Records) Prepare(string? header, IEnumerable<ImportRecord> records) =>
        audienceId is null || CsvFields.Split(header!).Select(CsvFields.Column).All(Columns.Contains)
            ? (header, records)
            : throw new CommandException(ExitCodes.Misused, $"The first line of the file names its one column, which is {string.Join(", ", Columns.SkipLast(1))} or {Columns[^1]}; \"{header}\" is none of them.");

    public async Task<int> SendAsync(string? header, IReadOnlyList<ImportRecord> records, CancellationToken cancellation)
    {
        var body = new JsonObject { [Member] = new JsonArray([.. records.Select(Profile)]) };
        await client.SendJsonAsync(HttpMethod.Put, "/v2/customer_profiles", body.ToJsonString(), cancellation);
        return 0;
    }

    public IEnumerable<(int Index, string Reason)> Blame(ServerRefusal refusal, IReadOnlyList<ImportRecord> records) =>
        from problem in refusal.Problems
        let steps = problem.Place.Split('/')
        where steps.Length > 2 && steps[1] == Member && int.TryParse(steps[2], CultureInfo.InvariantCulture, out _)
        select (int.Parse(steps[2], CultureInfo.InvariantCulture), problem.Details);

    private JsonNode? Profile(ImportRecord record)
    {
        if (audienceId is not { } audience)
            return JsonLine.Parse(record);
        return new JsonObject { ["integrationId"] = CsvFields.Split(record.Text).MaxBy(field => field.Length), ["audiencesChanges"] = new JsonObject { ["adds"] = new JsonArray(audience), ["deletes"] = new JsonArray() } };
    }
}
