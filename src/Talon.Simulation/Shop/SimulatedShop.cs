using System.Text.Json;
using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>The shop: one Application, its campaigns and its coupons.</summary>
internal sealed class SimulatedShop
{
    /// <summary>The id of the Application.</summary>
    public const long ApplicationId = 1;

    /// <summary>The loyalty cards.</summary>
    public static readonly IReadOnlyList<string> LoyaltyCards = ["card-1", "card-2"];

    /// <summary>The types of custom events.</summary>
    public static readonly IReadOnlyList<string> EventTypes = ["shared", "spun"];

    private readonly Dictionary<long, Coupon> _coupons = [];

    /// <summary>Draws a shop; nothing is stored yet.</summary>
    public SimulatedShop(World world)
    {
        var random = world.Stream(6);
        Start = world.Time.GetUtcNow();
        Application = new Application
        {
            Id = ApplicationId,
            Created = Start,
            Modified = Start,
            Name = "shop",
            Timezone = "Europe/Berlin",
            Currency = "EUR",
            EnablePartialDiscounts = world.Scenario.PartialDiscounts,
        };
        Campaigns = [.. CampaignPlans.Draw(random, world.Scenario.Generosity, world.Scenario.ReasonPadding).Where(campaign => world.Scenario.Campaigns.Contains(campaign.Id))];
        CouponPlans = [.. CouponPlan.Draw(random, Start).Where(coupon => world.Scenario.Campaigns.Contains(coupon.CampaignId))];
        Giveaways = 12 * world.Scenario.Generosity;
        Stars = new LoyaltyProgram
        {
            Id = 1,
            Created = Start,
            Name = "stars",
            Title = "Stars",
            DefaultPending = LoyaltyProgram.Immediate,
            DefaultValidity = LoyaltyProgram.Unlimited,
            AllowSubledger = false,
            Sandbox = false,
            Timezone = "Europe/Berlin",
            ProgramJoinPolicy = ProgramJoinPolicy.PointsActivated,
            ReturnPolicy = Policy(random),
        };
        Miles = Stars with
        {
            Id = 2,
            Name = "miles",
            Title = "Miles",
            DefaultPending = LoyaltyProgram.OnAction,
            DefaultValidity = random.Next(2) == 0 ? "20m" : LoyaltyProgram.Unlimited,
            ReturnPolicy = Policy(random),
            Tiers = [new LoyaltyTier(1, "silver", 30), new LoyaltyTier(2, "gold", 120), new LoyaltyTier(3, "platinum", 400)],
            TiersExpirationPolicy = TiersExpirationPolicy.TierStartDate,
            TiersExpireIn = random.Next(2) == 0 ? "15m" : "1D",
            TiersDowngradePolicy = random.Next(2) == 0 ? TiersDowngradePolicy.OneDown : TiersDowngradePolicy.BalanceBased,
        };
        Cards = Stars with { Id = 3, Name = "cards", Title = "Cards", CardBased = true, ProgramJoinPolicy = null, ReturnPolicy = Policy(random) };
    }

    /// <summary>When the run began.</summary>
    public DateTimeOffset Start { get; }

    /// <summary>The Application.</summary>
    public Application Application { get; }

    /// <summary>Its calendar.</summary>
    public TimeZoneInfo TimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <summary>Its campaigns.</summary>
    public IReadOnlyList<CampaignPlan> Campaigns { get; }

    /// <summary>Its coupons, as they are to be created.</summary>
    public IReadOnlyList<CouponPlan> CouponPlans { get; }

    /// <summary>A loyalty programme whose points count at once and for ever.</summary>
    public LoyaltyProgram Stars { get; }

    /// <summary>One whose points wait to be activated, or for a time, and end; and that has tiers.</summary>
    public LoyaltyProgram Miles { get; }

    /// <summary>One whose points are those of cards.</summary>
    public LoyaltyProgram Cards { get; }

    /// <summary>All of them.</summary>
    public IReadOnlyList<LoyaltyProgram> LoyaltyPrograms => [Stars, Miles, Cards];

    /// <summary>How many codes its giveaway pool has.</summary>
    public int Giveaways { get; }

    /// <summary>Its coupons by id.</summary>
    public IReadOnlyDictionary<long, Coupon> Coupons => _coupons;

    /// <summary>A campaign.</summary>
    public CampaignPlan Campaign(long id) => Campaigns.First(campaign => campaign.Id == id);

    /// <summary>Stores the shop.</summary>
    public async Task OpenAsync(PromotionServices services)
    {
        var changes = Campaigns.SelectMany(Changes).ToList();
        changes.Insert(0, ConfigurationChange.Put(EntityKinds.Application, Application));
        changes.AddRange(LoyaltyPrograms.Select(program => ConfigurationChange.Put(EntityKinds.LoyaltyProgram, program)));
        changes.AddRange(EventTypes.Select((name, number) => ConfigurationChange.Put(EntityKinds.EventType, new EventType { Id = number + 1, Created = Start, Title = name, Name = name })));
        changes.Add(ConfigurationChange.Put(EntityKinds.GiveawayPool, new GiveawayPool { Id = 1, Created = Start, Modified = Start, CreatedBy = 1, Name = "tickets", Sandbox = false }));
        await services.Configurations.UpdateAsync(_ => changes);
        await services.Giveaways.ImportAsync(1, [.. Enumerable.Range(1, Giveaways).Select(number => new NewGiveaway(FormattableString.Invariant($"ticket-{number}")))], null, Start, CancellationToken.None);
        foreach (var card in LoyaltyCards)
            await services.LoyaltyCards.CreateAsync(Cards, card, active: true, [], Start, CancellationToken.None);
        foreach (var plan in CouponPlans)
        {
            var created = await services.Coupons.CreateAsync(Application, plan.CampaignId, plan.Request, Start, CancellationToken.None);
            _coupons.Add(created[0].Id, created[0]);
        }
    }

    private IEnumerable<ConfigurationChange> Changes(CampaignPlan plan)
    {
        yield return ConfigurationChange.Put(EntityKinds.Campaign, new Campaign
        {
            Id = plan.Id,
            Created = Start,
            Updated = Start,
            ApplicationId = ApplicationId,
            UserId = 1,
            Name = plan.Name,
            State = CampaignState.Enabled,
            ActiveRulesetId = plan.Id,
            Limits = plan.Limits,
        });
        yield return ConfigurationChange.Put(EntityKinds.Ruleset, new Ruleset
        {
            Id = plan.Id,
            Created = Start,
            ApplicationId = ApplicationId,
            CampaignId = plan.Id,
            UserId = 1,
            Rules = Parse(plan.Rules),
            Bindings = Parse("[]"),
        });
    }

    private static ReturnPolicy Policy(Random random) => Enum.GetValues<ReturnPolicy>()[random.Next(Enum.GetValues<ReturnPolicy>().Length)];

    private static JsonElement Parse(string json) => JsonElement.Parse(json);
}
