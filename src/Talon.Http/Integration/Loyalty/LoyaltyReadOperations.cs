namespace Talon.Http;

/// <summary>Reads the points of customers and cards.</summary>
internal static class LoyaltyReadOperations
{
    private const string Profile = "/v1/loyalty_programs/{loyaltyProgramId}/profile/{integrationId}";
    private const string Card = "/v1/loyalty_programs/{loyaltyProgramId}/cards/{loyaltyCardId}";
    private static readonly IReadOnlyList<Parameter> OfProfile = [LoyaltyParameters.ProgramId, IntegrationParameters.CustomerId];
    private static readonly IReadOnlyList<Parameter> OfCard = [LoyaltyParameters.ProgramId, LoyaltyParameters.CardId];

    private static readonly Operation Balances = Read("getLoyaltyBalances", Profile + "/balances", "Read a customer's balances, and the tiers that they lead to.", [.. OfProfile, .. LoyaltyParameters.Balances], LoyaltySchemas.Balances, BalancesAsync);
    private static readonly Operation Transactions = Read("getLoyaltyProgramProfileTransactions", Profile + "/transactions", "List a customer's transactions, the latest first.", [.. OfProfile, .. LoyaltyParameters.Log], LoyaltySchemas.Transactions, TransactionsAsync);

    public static readonly IReadOnlyList<Operation> All =
    [
        Balances,
        Transactions,
        Read("getLoyaltyProgramProfilePoints", Profile + "/points", "List a customer's unused points.", [.. OfProfile, .. LoyaltyParameters.Unused], LoyaltySchemas.UnusedPoints, PointsAsync),
        Read("getLoyaltyCardBalances", Card + "/balances", "Read a card's balances.", [.. OfCard, .. LoyaltyParameters.CardBalances], LoyaltySchemas.CardBalances, CardBalancesAsync),
        Read("getLoyaltyCardTransactions", Card + "/transactions", "List a card's transactions, the latest first.", [.. OfCard, .. LoyaltyParameters.CardLog], LoyaltySchemas.CardTransactions, TransactionsAsync),
        Read("getLoyaltyCardPoints", Card + "/points", "List a card's unused points.", [.. OfCard, .. LoyaltyParameters.Unused], LoyaltySchemas.CardUnusedPoints, PointsAsync),
    ];

    /// <summary>The same reads for keys of the Management API, which may read every programme.</summary>
    public static readonly IReadOnlyList<Operation> Management =
    [
        Managing("getLoyaltyLedgerBalances", Profile + "/ledger_balances", Balances),
        Managing("getLoyaltyProgramProfileLedgerTransactions", Profile + "/ledger_transactions", Transactions),
    ];

    private static Operation Read(string operationId, string path, string summary, IReadOnlyList<Parameter> parameters, Schema answer, Func<OperationContext, CancellationToken, Task<ApiResponse>> handle) => new()
    {
        OperationId = operationId,
        Method = "GET",
        Path = path,
        Summary = summary,
        Authentication = Authentication.IntegrationKey,
        Parameters = parameters,
        Answers = [new(200, answer, "What was asked for."), Answer.Invalid, Answer.Unauthorized, Answer.NotFound],
        Handle = handle,
    };

    private static Operation Managing(string operationId, string path, Operation read) => read with { OperationId = operationId, Path = path, Authentication = Authentication.ManagementKey };

    private static async Task<ApiResponse> BalancesAsync(OperationContext context, CancellationToken cancellation)
    {
        var account = await context.AccountAsync(cancellation);
        var balances = await context.Services.Promotions.Loyalty.BalancesAsync(account, LoyaltyParameters.BalanceQuery(context), context.Now, cancellation);
        return ApiResponse.Json(200, balances, IntegrationJson.Api.LoyaltyBalances);
    }

    private static async Task<ApiResponse> CardBalancesAsync(OperationContext context, CancellationToken cancellation)
    {
        var account = await context.AccountAsync(cancellation);
        var balances = await context.Services.Promotions.Loyalty.BalancesAsync(account, LoyaltyParameters.BalanceQuery(context), context.Now, cancellation);
        return ApiResponse.Json(200, new CardBalancesBody(balances.Balance, balances.SubledgerBalances, account.Card!.Profiles), IntegrationJson.Api.CardBalancesBody);
    }

    private static async Task<ApiResponse> TransactionsAsync(OperationContext context, CancellationToken cancellation)
    {
        var query = LoyaltyParameters.TransactionQuery(context);
        var (page, hasMore) = await context.Services.Promotions.Loyalty.TransactionsAsync(await context.AccountAsync(cancellation), query, context.Now, cancellation);
        return IntegrationContext.Continued(page, hasMore, IntegrationJson.Api.PointsTransaction);
    }

    private static async Task<ApiResponse> PointsAsync(OperationContext context, CancellationToken cancellation)
    {
        var query = LoyaltyParameters.PointsQuery(context);
        var (page, hasMore) = await context.Services.Promotions.Loyalty.PointsAsync(await context.AccountAsync(cancellation), query, context.Now, cancellation);
        return IntegrationContext.Continued(page, hasMore, IntegrationJson.Api.UnusedPoints);
    }
}
