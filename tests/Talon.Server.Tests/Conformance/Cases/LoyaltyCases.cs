namespace Talon.Server.Tests;

/// <summary>Points of customers and of cards.</summary>
internal static class LoyaltyCases
{
    private static readonly IReadOnlyDictionary<string, string> NoCard = new Dictionary<string, string> { ["loyaltyProgramId"] = "{cardProgramId}", ["loyaltyCardId"] = "NOSUCH" };
    private static readonly IReadOnlyDictionary<string, string> Cards = ConformanceCase.Path("loyaltyProgramId", "{cardProgramId}");
    private static readonly IReadOnlyDictionary<string, string> NoProgram = ConformanceCase.Path("loyaltyProgramId", "999999999");
    private static readonly IReadOnlyDictionary<string, string> Newcomer = ConformanceCase.Path("integrationId", "{newcomer}");

    public static IReadOnlyList<ConformanceCase> Cases { get; } =
    [
        new("getLoyaltyBalances", 200, Query: "?includeTiers=true&includeProjectedTier=true"),
        new("getLoyaltyBalances", 200, Query: "?endDate=2998-01-01&subledgerId=later"),
        new("getLoyaltyBalances", 400, Query: "?includeTiers=maybe"),
        new("getLoyaltyBalances", 404, Ids: NoProgram),
        new("getLoyaltyProgramProfileTransactions", 200, Query: "?pageSize=1000"),
        new("getLoyaltyProgramProfileTransactions", 200, Query: "?customerSessionIDs=full&loyaltyTransactionType=session"),
        new("getLoyaltyProgramProfileTransactions", 200, Ids: ConformanceCase.Path("integrationId", "{eva}")) { Before = world => world.OweAsync() },
        new("getLoyaltyProgramProfileTransactions", 400, Query: "?awaitsActivation=false"),
        new("getLoyaltyProgramProfileTransactions", 404, Ids: NoProgram),
        new("getLoyaltyProgramProfilePoints", 200, Query: "?sort=-expiryDate"),
        new("getLoyaltyProgramProfilePoints", 200, Query: "?status=pending"),
        new("getLoyaltyProgramProfilePoints", 400, Query: "?sort=amount"),
        new("getLoyaltyProgramProfilePoints", 404, Ids: NoProgram),
        new("activateLoyaltyPoints", 200, """{"sessionId":"full"}"""),
        new("activateLoyaltyPoints", 400, "{}"),
        new("activateLoyaltyPoints", 404, """{"sessionId":"nosuch"}"""),
        new("joinLoyaltyProgram", 200, Ids: Newcomer),
        new("joinLoyaltyProgram", 400, Ids: Newcomer),
        new("joinLoyaltyProgram", 404, Ids: NoProgram),
        new("deleteLoyaltyTransactionsFromLedgers", 204, """{"scope":"SelectedSubledgers","subledgerIds":["later"]}"""),
        new("deleteLoyaltyTransactionsFromLedgers", 400, """{"scope":"SelectedSubledgers"}"""),
        new("deleteLoyaltyTransactionsFromLedgers", 404, """{"scope":"AllSubledgers"}""", Ids: NoProgram),

        new("generateLoyaltyCard", 200, """{"status":"active","customerProfileIds":["{anna}"]}""", Ids: Cards),
        new("generateLoyaltyCard", 400, """{"cardIdentifier":"{loyaltyCardId}"}""", Ids: Cards),
        new("generateLoyaltyCard", 404, "{}", Ids: NoProgram),
        new("linkLoyaltyCardToProfile", 200, """{"integrationId":"{bert}"}""", Ids: Cards),
        new("linkLoyaltyCardToProfile", 404, """{"integrationId":"{bert}"}""", Ids: NoCard),
        new("unlinkLoyaltyCardFromProfile", 200, """{"integrationId":"{bert}"}""", Ids: Cards),
        new("unlinkLoyaltyCardFromProfile", 404, """{"integrationId":"{bert}"}""", Ids: NoCard),
        new("getLoyaltyCardBalances", 200, Ids: Cards),
        new("getLoyaltyCardBalances", 400, Query: "?endDate=soon", Ids: Cards),
        new("getLoyaltyCardBalances", 404, Ids: NoCard),
        new("getLoyaltyCardTransactions", 200, Ids: Cards),
        new("getLoyaltyCardTransactions", 400, Query: "?loyaltyTransactionType=gift", Ids: Cards),
        new("getLoyaltyCardTransactions", 404, Ids: NoCard),
        new("getLoyaltyCardPoints", 200, Query: "?subledgerId=gold&subledgerId=", Ids: Cards),
        new("getLoyaltyCardPoints", 400, Query: "?status=lost", Ids: Cards),
        new("getLoyaltyCardPoints", 404, Ids: NoCard),
    ];
}
