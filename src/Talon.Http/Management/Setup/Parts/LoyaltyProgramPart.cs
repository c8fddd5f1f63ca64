using System.Text.Json.Nodes;
using Talon.Promotions;
using JsonObject = System.Text.Json.Nodes.JsonObject;

namespace Talon.Http;

/// <summary>Loyalty programmes in files, without points and cards.</summary>
internal static class LoyaltyProgramPart
{
    private const string Tiers = "tiers";

    public static readonly SetupPart Part = new SetupPart<LoyaltyProgram, LoyaltyProgramInput, LoyaltyProgramBody>(
        "loyaltyPrograms",
        "loyalty programme",
        LoyaltyProgramSchemas.New.ForFiles(
            "SetupLoyaltyProgram",
            ["name", "title", "defaultValidity", "defaultPending", "allowSubledger", "sandbox", "timezone"],
            ["subscribedApplications"],
            SetupSchemas.Restricted),
        () => ManagementInputJson.Api.LoyaltyProgramInput,
        () => ManagementJson.Api.LoyaltyProgramBody)
    {
        Subscriptions = "subscribedApplications",
        Entities = view => view.Configuration.LoyaltyPrograms,
        Body = (program, _) => LoyaltyProgramBody.From(program),
        Shorten = NameTiers,
        Complete = (json, _) => json[Tiers] ??= new JsonArray(),
        CreateAsync = (run, input, cancellation) => run.Account.LoyaltyPrograms.CreateAsync(input, cancellation),
        UpdateAsync = (run, id, input, cancellation) => run.Account.LoyaltyPrograms.UpdateAsync(id, input, cancellation),
    };

    /// <summary>Files say no more of tiers than their names and points.</summary>
    private static void NameTiers(JsonObject json)
    {
        if (json[Tiers] is JsonArray tiers)
            json[Tiers] = new JsonArray([.. tiers.Select(tier => (JsonNode)new JsonObject { ["name"] = tier!["name"]!.DeepClone(), ["minPoints"] = tier["minPoints"]!.DeepClone() })]);
    }
}
