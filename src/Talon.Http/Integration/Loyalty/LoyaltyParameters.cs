using Talon.Promotions;

namespace Talon.Http;

/// <summary>Parameters of operations on points, and what they name.</summary>
internal static class LoyaltyParameters
{
    public static readonly Parameter<long> ProgramId = Parameters.PathInteger("loyaltyProgramId", "The programme's id.");
    public static readonly Parameter<string> CardId = Parameters.PathId("loyaltyCardId", "The card's identifier.");
    public static readonly Parameter<int> PageSize = Parameters.PageSize(50);
    public static readonly Parameter<int> Skip = Parameters.Skip();
    private static readonly Parameter<DateTimeOffset?> BalancesAt = Parameters.Time("endDate", "As of when, past or to come; now when left out.");
    private static readonly Parameter<string?> OneSubledger = Parameters.Text("subledgerId", "Only this subledger.");
    private static readonly Parameter<IReadOnlyList<string>?> ManySubledgers = Parameters.TextList("subledgerId", "Only these subledgers.");
    private static readonly Parameter<bool> IncludeTiers = Parameters.Boolean("includeTiers", "Tell the tier, and what is missing to the next one.");
    private static readonly Parameter<bool> IncludeProjectedTier = Parameters.Boolean("includeProjectedTier", "Tell the tier to be expected once the present one ends.");
    private static readonly Parameter<IReadOnlyList<string>?> Sessions = Parameters.TextList("customerSessionIDs", "Only what these sessions led to.");
    private static readonly Parameter<IReadOnlyList<string>?> Transactions = Parameters.TextList("transactionUUIDs", "Only these transactions.");
    private static readonly Parameter<string?> Type = Parameters.Choice("loyaltyTransactionType", "Only what was done by hand, by a session or by an import.", ["manual", "session", "import"]);
    private static readonly Parameter<DateTimeOffset?> StartDate = Parameters.Time("startDate", "Only what was done from then on.");
    private static readonly Parameter<DateTimeOffset?> EndDate = Parameters.Time("endDate", "Only what was done until then.");
    private static readonly Parameter<bool?> AwaitsActivation = Parameters.OptionalBoolean("awaitsActivation", "With true, only points that wait to be activated; false is not allowed.");
    private static readonly Parameter<string?> Status = Parameters.Choice("status", "Which points.", ["active", "pending", "expired"], "active");
    private static readonly Parameter<string?> Sort = Parameters.Sort("startDate", "expiryDate");

    public static readonly IReadOnlyList<Parameter> Balances = [BalancesAt, OneSubledger, IncludeTiers, IncludeProjectedTier];
    public static readonly IReadOnlyList<Parameter> CardBalances = [BalancesAt, ManySubledgers];
    public static readonly IReadOnlyList<Parameter> Log = [Sessions, Transactions, OneSubledger, Type, StartDate, EndDate, PageSize, Skip, AwaitsActivation];
    public static readonly IReadOnlyList<Parameter> CardLog = [ManySubledgers, Type, StartDate, EndDate, Sessions, Transactions, PageSize, Skip, AwaitsActivation];
    public static readonly IReadOnlyList<Parameter> Unused = [Status, ManySubledgers, Sessions, Transactions, PageSize, Skip, Sort];

    public static BalanceQuery BalanceQuery(OperationContext context) => new(context.Get(BalancesAt), Subledgers(context), Has(context, IncludeTiers), Has(context, IncludeProjectedTier));

    public static TransactionQuery TransactionQuery(OperationContext context)
    {
        if (context.Get(AwaitsActivation) == false)
            throw new InvalidRequestException(new Problem("Invalid", "\"awaitsActivation\" can only be true", Parameter: "awaitsActivation"));
        return new TransactionQuery
        {
            Sessions = context.Get(Sessions),
            Application = OfApplication(context),
            Transactions = Lower(context.Get(Transactions)),
            Subledgers = Subledgers(context),
            Type = context.Get(Type),
            From = context.Get(StartDate),
            Until = context.Get(EndDate),
            AwaitsActivation = context.Get(AwaitsActivation) == true,
            Skip = context.Get(Skip),
            Take = context.Get(PageSize),
        };
    }

    public static PointsQuery PointsQuery(OperationContext context) => new()
    {
        Status = context.Get(Status)!,
        Sessions = context.Get(Sessions),
        Application = OfApplication(context),
        Transactions = Lower(context.Get(Transactions)),
        Subledgers = Subledgers(context),
        Sort = context.Get(Sort),
        Skip = context.Get(Skip),
        Take = context.Get(PageSize),
    };

    /// <summary>The programme that is named, if the caller may use it.</summary>
    public static Task<LoyaltyProgram> ProgramAsync(this OperationContext context, CancellationToken cancellation)
    {
        var loyalty = context.Services.Promotions.Loyalty;
        return context.Operation.Authentication == Authentication.ManagementKey
            ? loyalty.ProgramAsync(context.Get(ProgramId), cancellation)
            : loyalty.ProgramAsync(context.Caller.ApplicationId, context.Get(ProgramId), cancellation);
    }

    /// <summary>The points that are named: a card's where the path names one, otherwise a customer's.</summary>
    public static async Task<PointsAccount> AccountAsync(this OperationContext context, CancellationToken cancellation)
    {
        var loyalty = context.Services.Promotions.Loyalty;
        var program = await context.ProgramAsync(cancellation);
        return Has(context, CardId)
            ? await loyalty.OfCardAsync(program, context.Get(CardId), cancellation)
            : await loyalty.OfProfileAsync(program, context.Get(IntegrationParameters.CustomerId), cancellation);
    }

    private static long? OfApplication(OperationContext context) => context.Operation.Authentication == Authentication.IntegrationKey ? context.Caller.ApplicationId : null;

    private static IReadOnlyList<string>? Subledgers(OperationContext context) =>
        Has(context, ManySubledgers) ? context.Get(ManySubledgers) : context.Get(OneSubledger) is { } one ? [one] : null;

    private static IReadOnlyList<string>? Lower(IReadOnlyList<string>? uuids) => uuids is null ? null : [.. uuids.Select(uuid => uuid.ToLowerInvariant())];

    private static bool Has(OperationContext context, Parameter<bool> flag) => Has(context, (Parameter)flag) && context.Get(flag);

    private static bool Has(OperationContext context, Parameter parameter) => context.Operation.Parameters.Contains(parameter);
}
