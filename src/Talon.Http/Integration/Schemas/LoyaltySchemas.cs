namespace Talon.Http;

/// <summary>The published shapes of points and loyalty cards.</summary>
/// <remarks>Source: Integration API 26.16.</remarks>
internal static class LoyaltySchemas
{
    /// <summary>Points.</summary>
    public static readonly NumberSchema Points = new();

    /// <summary>A card's identifier.</summary>
    public static readonly StringSchema CardIdentifier = new() { MinLength = Promotions.CardIdentifier.MinLength, MaxLength = Promotions.CardIdentifier.MaxLength, Pattern = Promotions.CardIdentifier.Pattern };

    private static readonly ObjectSchema Tier = new("Tier", "A tier that a customer holds.")
    {
        Properties =
        [
            Property.Required("id", "The tier.", Fields.Id, 11),
            Property.Required("name", "Its name.", StringSchema.Text, "bronze"),
            Property.Optional("startDate", "Since when it is held.", StringSchema.DateTime, "2026-05-03T12:32:00Z"),
            Property.Optional("expiryDate", "When it ends.", StringSchema.DateTime, "2027-08-02T15:04:05Z"),
            Property.Optional("downgradePolicy", "Where the customer lands then.", new StringSchema { Enum = ["one_down", "balance_based"] }, "one_down"),
        ],
    };

    private static readonly ObjectSchema ProjectedTier = new("ProjectedTier", "The tier to be expected once the present one ends.")
    {
        Properties =
        [
            Property.Required("projectedActivePoints", "The active points then.", Points, 198m),
            Property.Optional("stayInTierPoints", "How many more would keep the present tier.", Points, 2m),
            Property.Optional("projectedTierName", "The tier then.", StringSchema.Text, "Tier 1"),
        ],
    };

    private static readonly IReadOnlyList<Property> NextTier =
    [
        Property.Optional("currentTier", "The tier held.", Tier),
        Property.Optional("pointsToNextTier", "How many active points are missing to the next tier.", Points, 20m),
        Property.Optional("nextTierName", "The next tier; left out at the top.", StringSchema.Text, "Silver"),
    ];

    private static readonly IReadOnlyList<Property> BalanceMembers =
    [
        Property.Optional("activePoints", "Points that can be spent.", Points, 286m),
        Property.Optional("pendingPoints", "Points that are to become active.", Points, 50m),
        Property.Optional("spentPoints", "Points spent.", Points, 150m),
        Property.Optional("expiredPoints", "Points expired.", Points, 25m),
        Property.Optional("negativePoints", "Points owed.", Points, 0m),
    ];

    private static readonly ObjectSchema Balance = new("LoyaltyBalance", "The points of a ledger.") { Properties = BalanceMembers };

    private static readonly ObjectSchema BalanceWithTier = new("LoyaltyBalanceWithTier", "The points of a ledger, and the tier that they lead to.")
    {
        Properties = [.. BalanceMembers, .. NextTier, Property.Optional("projectedTier", "The tier to be expected.", ProjectedTier)],
    };

    private static readonly ObjectSchema Registration = new("LoyaltyCardProfileRegistration", "A customer on a card.")
    {
        Properties =
        [
            Property.Required("integrationId", "The customer.", StringSchema.IntegrationId, "R195412"),
            Property.Required("timestamp", "Since when.", StringSchema.DateTime, "2026-09-12T10:12:42Z"),
        ],
    };

    private static readonly ObjectSchema LedgerInfo = new("LedgerInfo", "The points of a ledger.")
    {
        Properties =
        [
            Property.Required("currentBalance", "Points that can be spent.", Points, 100.25m),
            Property.Required("pendingBalance", "Points that are to become active.", Points, 10m),
            Property.Optional("negativeBalance", "Points owed.", Points, 0m),
            Property.Required("expiredBalance", "Deprecated; always 0.", Points, 0m),
            Property.Required("spentBalance", "Deprecated; always 0.", Points, 0m),
            Property.Required("tentativeCurrentBalance", "Points that can be spent, with what the open session gives and takes.", Points, 100.25m),
            Property.Optional("tentativePendingBalance", "Points that are to become active, with those of the open session.", Points, 10m),
            Property.Optional("tentativeNegativeBalance", "Points owed, with what the open session gives and takes.", Points, 0m),
            .. NextTier,
        ],
    };

    private static readonly ObjectSchema Ledgers = new("LoyaltyProgramLedgers", "A customer's points in a programme.")
    {
        Properties =
        [
            Property.Required("id", "The programme.", Fields.Id, 5),
            Property.Required("title", "Its display name.", StringSchema.Text, "My loyalty program"),
            Property.Required("name", "Its name.", StringSchema.Text, "program1"),
            Property.Optional("joinDate", "When the customer joined.", StringSchema.DateTime, "2026-07-20T22:00:00Z"),
            Property.Required("ledger", "The main ledger.", LedgerInfo),
            Property.Optional("subLedgers", "The other ledgers by id, without those that are empty.", new MapSchema(LedgerInfo)),
        ],
    };

    /// <summary>A loyalty card.</summary>
    public static readonly ObjectSchema Card = new("LoyaltyCard", "A loyalty card.")
    {
        Properties =
        [
            .. Fields.Entity,
            Property.Required("programID", "The programme.", Fields.Id, 125),
            Property.Optional("programName", "Its name.", StringSchema.Text, "Loyalty_program"),
            Property.Optional("programTitle", "Its display name.", StringSchema.Text, "Loyalty program"),
            Property.Required("status", "active, or inactive for one that neither earns nor spends points.", new StringSchema { Enum = ["active", "inactive"] }, "active"),
            Property.Optional("blockReason", "Why it is not active.", StringSchema.Text, "Current card lost. Customer needs a new card."),
            Property.Required("identifier", "The identifier.", CardIdentifier, "summer-loyalty-card-0543"),
            Property.Required("usersPerCardLimit", "Most customers on it; 0 for no limit.", Fields.Count, 111),
            Property.Optional("profiles", "The customers on it.", new ArraySchema(Registration)),
            Property.Optional("ledger", "The main ledger.", LedgerInfo),
            Property.Optional("subledgers", "The other ledgers by id, without those that are empty.", new MapSchema(LedgerInfo)),
            Property.Optional("modified", "When it was last changed.", StringSchema.DateTime, "2026-09-12T10:12:42Z"),
            Property.Optional("batchId", "The batch it was created in.", StringSchema.Text, "wdefpov"),
        ],
    };

    /// <summary>The points that a request is about.</summary>
    public static readonly ObjectSchema Loyalty = new("Loyalty", "The points of a customer and of a card.")
    {
        Properties =
        [
            Property.Optional("cards", "The card's points.", new ArraySchema(Card)),
            Property.Required("programs", "The customer's points, by the programme's id.", new MapSchema(Ledgers)),
        ],
    };

    /// <summary>A customer's balances.</summary>
    public static readonly ObjectSchema Balances = new("LoyaltyBalancesWithTiers", "A customer's balances.")
    {
        Properties =
        [
            Property.Optional("balance", "The main ledger.", BalanceWithTier),
            Property.Optional("subledgerBalances", "The other ledgers by id.", new MapSchema(BalanceWithTier)),
        ],
    };

    /// <summary>A card's balances.</summary>
    public static readonly ObjectSchema CardBalances = new("LoyaltyCardBalances", "A card's balances.")
    {
        Properties =
        [
            Property.Optional("balance", "The main ledger.", Balance),
            Property.Optional("subledgerBalances", "The other ledgers by id.", new MapSchema(Balance)),
            Property.Optional("profiles", "The customers on the card.", new ArraySchema(Registration)),
        ],
    };

    private static readonly Property OfCard = Property.Required("cardIdentifier", "The card.", CardIdentifier, "summer-loyalty-card-0543");

    private static readonly IReadOnlyList<Property> EntryMembers =
    [
        .. Fields.Entity,
        Property.Required("transactionUUID", "The transaction.", StringSchema.Uuid, "ce59f12a-f53b-4014-a745-636d93f2bd3f"),
        Property.Required("programId", "The programme.", Fields.Id, 324),
        Property.Optional("customerSessionId", "The session's id.", StringSchema.Text, "05c2da0d-48fa-4aa1-b629-898f58f1584d"),
        Property.Required("name", "The reason.", StringSchema.Text, "Reward 10% points of a purchase's current total"),
        Property.Required("startDate", "immediate, on_action or a timestamp.", StringSchema.Text, "2026-03-24T14:15:22Z"),
        Property.Required("expiryDate", "unlimited or a timestamp.", StringSchema.Text, "2027-03-24T14:15:22Z"),
        Property.Required("subledgerId", "The subledger; \"\" for the main one.", StringSchema.Text, "sub-123"),
        Property.Required("amount", "How many points.", Points, 10.25m),
        Property.Optional("validityDuration", "How long points that wait last once they are activated.", StringSchema.Text, "30D"),
    ];

    private static readonly ObjectSchema Flags = new("LoyaltyLedgerEntryFlags", "What is special about a transaction.")
    {
        Properties = [Property.Optional("createsNegativeBalance", "Points are owed because of it.", new BooleanSchema(), true)],
    };

    private static readonly ObjectSchema Transaction = new("LedgerTransactionLogEntryIntegrationAPI", "A line of a customer's log.")
    {
        Properties =
        [
            .. EntryMembers,
            Property.Required("type", "Whether points came or went.", new StringSchema { Enum = ["addition", "subtraction"] }, "addition"),
            Property.Optional("storeIntegrationId", "The store's id.", StringSchema.IntegrationId, "STORE-001"),
            Property.Optional("rulesetId", "The ruleset in force.", Fields.Id, 11),
            Property.Optional("ruleName", "The rule's title.", StringSchema.Text, "10 points for every $1"),
            Property.Optional("flags", "What is special about it.", Flags),
        ],
    };

    private static readonly ObjectSchema Unused = new("LedgerPointsEntryIntegrationAPI", "A customer's unused points of one transaction.") { Properties = EntryMembers };

    /// <summary>A page of a customer's log.</summary>
    public static readonly ObjectSchema Transactions = Page.Continued("LoyaltyTransactions", Transaction);

    /// <summary>A page of a card's log.</summary>
    public static readonly ObjectSchema CardTransactions = Page.Continued("LoyaltyCardTransactions", Transaction.With("CardLedgerTransactionLogEntryIntegrationAPI", "A line of a card's log.", OfCard));

    /// <summary>A page of a customer's unused points.</summary>
    public static readonly ObjectSchema UnusedPoints = Page.Continued("LoyaltyPoints", Unused);

    /// <summary>A page of a card's unused points.</summary>
    public static readonly ObjectSchema CardUnusedPoints = Page.Continued("LoyaltyCardPoints", Unused.With("CardLedgerPointsEntryIntegrationAPI", "A card's unused points of one transaction.", OfCard));

    /// <summary>Points that were activated.</summary>
    public static readonly ObjectSchema Activated = new("ActivateLoyaltyPointsResponse", "Points that were activated.")
    {
        Properties =
        [
            Property.Optional("ledgerEntries", "The transactions, as they now are.", new ArraySchema(new ObjectSchema("LoyaltyLedgerEntry", "A transaction.")
            {
                Properties =
                [
                    Property.Required("created", "When it was made.", StringSchema.DateTime, "2026-07-20T22:00:00Z"),
                    Property.Required("programID", "The programme.", Fields.Id, 5),
                    Property.Optional("customerProfileID", "The customer.", StringSchema.Text, "URNGV8294NV"),
                    Property.Optional("customerSessionID", "The session's id.", StringSchema.Text, "t2gy5s-47274"),
                    Property.Required("type", "Whether points came or went.", StringSchema.Text, "addition"),
                    Property.Required("amount", "How many points.", Points, 100m),
                    Property.Optional("startDate", "From when they are active.", StringSchema.DateTime, "2026-07-20T22:00:00Z"),
                    Property.Optional("expiryDate", "When they expire.", StringSchema.DateTime, "2027-07-20T22:00:00Z"),
                    Property.Required("name", "The reason.", StringSchema.Text, "Add points on purchase"),
                    Property.Required("subLedgerID", "The subledger; \"\" for the main one.", StringSchema.Text, "mysubledger"),
                    Property.Optional("validityDuration", "How long they last.", StringSchema.Text, "30D"),
                ],
            })),
        ],
    };
}
