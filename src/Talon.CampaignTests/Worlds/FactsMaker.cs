using Talon.RuleEngine;

namespace Talon.CampaignTests;

/// <summary>Makes the facts of an evaluation.</summary>
internal sealed class FactsMaker(AttributeValueReader attributes, VocabularyInput vocabulary, IReadOnlyList<CampaignInput> campaigns)
{
    private readonly string[] _programs = [.. vocabulary.LoyaltyPrograms.Select(program => program.Name)];

    public EvaluationFacts Make(FactsInput input, TimeZoneInfo zone)
    {
        var codes = new CodeFactsMaker(attributes, campaigns, Profile);
        var coupons = input.Coupons.Select(codes.Coupon).ToList();
        return new()
        {
            Now = input.Now,
            Session = input.Session is { } session ? Session(session, input.Now) : null,
            Profile = input.Profile is { } profile ? Profile(profile, input.Now, "profile") : null,
            Event = input.Event is { } happening ? new EventFacts(happening.Type, attributes.Read(AttributeEntity.Event, happening.Attributes, "event", happening.Type)) : null,
            Store = input.Store is { } store ? Store(store) : null,
            Coupons = coupons,
            Referral = input.Referral is { } referral ? codes.Referral(referral, input.Now) : null,
            LoyaltyCard = input.LoyaltyCard is { } card
                ? new LoyaltyCardFacts(card.Identifier, _programs.IdOf(card.Program, "loyalty programme"), attributes.Read(AttributeEntity.LoyaltyCard, card.Attributes, "loyaltyCard"))
                : null,
            Ledgers = input.Ledgers.ToDictionary(Key, Ledger),
            Achievements = input.Achievements.ToDictionary(entry => vocabulary.Achievements.IdOf(entry.Key, "achievement"), entry => Achievement(entry.Value)),
            GiveawayPools = input.GiveawayPools.ToDictionary(entry => vocabulary.GiveawayPools.IdOf(entry.Key, "giveaway pool"), entry => new GiveawayPoolFacts(entry.Value)),
            ReservableCoupons = input.ReservableCoupons.ToDictionary(entry => entry.Key, entry => Reservable(entry.Value)),
            Used = new CounterMaker(campaigns, zone).Make(input, coupons),
        };
    }

    private SessionFacts Session(SessionInput input, DateTimeOffset now) => new()
    {
        IntegrationId = input.IntegrationId,
        Items = [.. input.CartItems.Select(Item)],
        AdditionalCosts = input.AdditionalCosts,
        Attributes = attributes.Read(AttributeEntity.CustomerSession, input.Attributes, "session"),
        Identifiers = input.Identifiers,
        Closing = input.Closing,
        FirstSession = input.FirstSession,
        Created = input.Created ?? now,
    };

    private CartItemFacts Item(CartItemInput input, int position) => new()
    {
        Position = position,
        Sku = input.Sku,
        Price = input.Price,
        Quantity = input.Quantity,
        Name = input.Name,
        Category = input.Category,
        ProductName = input.Product,
        Weight = input.Weight,
        Height = input.Height,
        Width = input.Width,
        Length = input.Length,
        ReturnedQuantity = input.ReturnedQuantity,
        AdditionalCosts = input.AdditionalCosts,
        Attributes = attributes.Read(AttributeEntity.CartItem, input.Attributes, $"cartItems/{position}"),
    };

    private ProfileFacts Profile(ProfileInput input, DateTimeOffset now, string owner) => new()
    {
        Id = input.Id,
        IntegrationId = input.IntegrationId,
        Created = input.Created ?? now,
        ClosedSessions = input.ClosedSessions,
        TotalSales = input.TotalSales,
        Attributes = attributes.Read(AttributeEntity.CustomerProfile, input.Attributes, owner),
        Audiences = Audiences(input.Audiences),
        JoinedAudiences = Audiences(input.JoinedAudiences),
        LeftAudiences = Audiences(input.LeftAudiences),
    };

    private HashSet<long> Audiences(IEnumerable<string> names) => [.. names.Select(name => vocabulary.Audiences.IdOf(name, "audience"))];

    private StoreFacts Store(StoreInput input) => new(
        vocabulary.Stores.IdOf(input.IntegrationId, "store"), input.IntegrationId, input.Name, attributes.Read(AttributeEntity.Store, input.Attributes, "store"));

    private LedgerKey Key(LedgerInput input) => new(_programs.IdOf(input.Program, "loyalty programme"), input.Subledger);

    private static LedgerFacts Ledger(LedgerInput input) =>
        new() { Current = input.Current, Pending = input.Pending, Negative = input.Negative, Tier = input.Tier, TierExpiryDate = input.TierExpiryDate };

    private static AchievementFacts Achievement(AchievementInput input) => new()
    {
        Target = input.Target,
        Progress = input.Progress,
        Started = input.Started || input.Progress > 0,
        Completed = input.Completed,
        RecursOnCompletion = input.RecursOnCompletion,
        StartDate = input.StartDate,
        EndDate = input.EndDate,
        ProgressTrackerId = input.ProgressTrackerId,
    };

    private static ReservableCouponFacts Reservable(ReservableCouponInput input) => new()
    {
        CouponId = input.CouponId,
        HasRecipient = input.HasRecipient,
        ReservationLimit = input.ReservationLimit,
        Reservations = input.Reservations,
        ReservedBy = input.ReservedBy.ToHashSet(),
    };
}
