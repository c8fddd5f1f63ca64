using System.Globalization;

namespace Talon.Cli;

/// <summary>Finds out where the records of a kind go.</summary>
internal static class ImportTargets
{
    private const int CsvBatch = 5000;
    private const int PointsBatch = 1000;
    private const int WholeFile = 500_000;
    private static readonly string[] Coupons = ["value", "expirydate", "startdate", "recipientintegrationid", "limitval", "discountlimit", "attributes"];
    private static readonly string[] Referrals = ["code", "advocateprofileintegrationid", "startdate", "expirydate", "limitval", "attributes"];
    private static readonly string[] Giveaways = ["code", "startdate", "enddate", "attributes"];
    private static readonly string[] Points = ["customerprofileid", "identifier", "amount", "type", "startdate", "expirydate", "validityduration", "subledgerid", "reason", "transactionid"];
    private static readonly string[] Items = ["item"];

    /// <summary>The kinds, with what their files hold.</summary>
    public static readonly IReadOnlyDictionary<string, string> Kinds = new Dictionary<string, string>
    {
        ["coupons"] = "CSV: value, and if wanted expirydate, startdate, recipientintegrationid, limitval, discountlimit, attributes; --campaign",
        ["referrals"] = "CSV: code, advocateprofileintegrationid, and if wanted startdate, expirydate, limitval, attributes; --campaign",
        ["giveaways"] = "CSV: code, and if wanted startdate, enddate, attributes; --into POOL",
        ["balances"] = "CSV: customerprofileid (or identifier, of a card), amount, and if wanted subledgerid, startdate, expirydate, validityduration, reason; one grant for each customer and subledger; --into PROGRAM",
        ["ledgers"] = "CSV: the same, and type (addition or subtraction) and transactionid, in the order of time; --into PROGRAM",
        ["collection"] = "CSV: item; replaces what is in the collection; --into COLLECTION",
        ["audience"] = "CSV: customer (or profileintegrationid), who join the audience; --into AUDIENCE",
        ["profiles"] = "JSON lines: {\"integrationId\": ..., \"attributes\": {...}}",
        ["sessions"] = "JSON lines: {\"integrationId\": ..., \"profileId\": ..., \"cartItems\": [...]}; closed unless they say otherwise",
    };

    /// <summary>Where the records of a kind go.</summary>
    public static async Task<IImportTarget> FindAsync(string kind, ImportPlace place, TalonClient client, Func<TalonClient> integration, CancellationToken cancellation)
    {
        switch (kind)
        {
            case "coupons" or "referrals":
                var (application, _) = await Applications.RequireAsync(client, place.Application, cancellation);
                var campaigns = string.Create(CultureInfo.InvariantCulture, $"/v1/applications/{application}/campaigns");
                var campaign = await IdAsync(client, campaigns, "campaign", place.Campaign, cancellation);
                return new CsvTarget(client, string.Create(CultureInfo.InvariantCulture, $"{campaigns}/{campaign}/import_{kind}"), kind == "coupons" ? Coupons : Referrals, CsvBatch);
            case "giveaways":
                return new CsvTarget(client, $"/v1/giveaways/pools/{await IdAsync(client, "/v1/giveaways/pools", "giveaway pool", place.Into, cancellation)}/import", Giveaways, CsvBatch, tellsNew: true) { Once = true, Batch = place.Batch };
            case "balances" or "ledgers":
                var program = await IdAsync(client, "/v1/loyalty_programs", "loyalty programme", place.Into, cancellation);
                return new PointsTarget(new CsvTarget(client, string.Create(CultureInfo.InvariantCulture, $"/v1/loyalty_programs/{program}/import_points"), Points, PointsBatch, tellsNew: true), kind == "balances", place.Batch);
            case "collection":
                return new CsvTarget(client, $"/v1/collections/{await IdAsync(client, "/v1/collections", "collection", place.Into, cancellation)}/import", Items, WholeFile);
            case "audience":
                return new ProfileTarget(integration(), await IdAsync(client, "/v1/audiences", "audience", place.Into, cancellation));
            case "profiles":
                return new ProfileTarget(integration(), null);
            default:
                return new SessionTarget(integration());
        }
    }

    private static async Task<long> IdAsync(TalonClient client, string list, string noun, string? nameOrId, CancellationToken cancellation)
    {
        if (nameOrId is null)
            throw new CommandException(ExitCodes.Misused, $"Which {noun}? Say {(noun == "campaign" ? "--campaign" : "--into")}.");
        foreach (var json in await client.ListAsync(list, cancellation))
        {
            var id = json.GetProperty("id").GetInt64();
            if (json.GetProperty("name").GetString() == nameOrId || id.ToString(CultureInfo.InvariantCulture) == nameOrId)
                return id;
        }

        throw new CommandException(ExitCodes.Misused, $"There is no {noun} \"{nameOrId}\".");
    }
}

/// <summary>What the command line says of where records go.</summary>
/// <param name="Application">The Application, by name or id; null for the only one.</param>
/// <param name="Campaign">The campaign, by name or id.</param>
/// <param name="Into">The pool, programme, collection or audience, by name or id.</param>
/// <param name="Batch">What tells an import of points from another one of the same records.</param>
internal sealed record ImportPlace(string? Application, string? Campaign, string? Into, string? Batch);
