namespace Talon.Benchmarks;

/// <summary>
/// Carts and campaigns from a fixed seed: 1,000 carts of 10 lines, quantity 1 to 3, 5 categories; of the campaigns 40 % take an
/// amount off each unit of a category, 30 % look at the total, 20 % at an attribute, 10 % at a coupon; one in so many can match.
/// </summary>
/// <remarks>Amounts are whole cents and small, so that engines which let later campaigns see less give the same results.</remarks>
internal sealed class Workload
{
    public const int CartCount = 1_000;

    private const ulong Seed = 20_260_310;

    private static readonly string[] Categories = ["Shirts", "Trousers", "Shoes", "Bags", "Hats"];

    private static readonly CampaignKind[] Kinds =
    [
        CampaignKind.Category, CampaignKind.Threshold, CampaignKind.Category, CampaignKind.Attribute, CampaignKind.Threshold,
        CampaignKind.Category, CampaignKind.Attribute, CampaignKind.Threshold, CampaignKind.Category, CampaignKind.Coupon,
    ];

    private Workload(int campaigns, int oneIn)
    {
        var random = new SplitMix(Seed);
        Campaigns = MakeCampaigns(campaigns, oneIn, random);
        Carts = MakeCarts(random);
    }

    public IReadOnlyList<BenchCampaign> Campaigns { get; }

    public IReadOnlyList<BenchCart> Carts { get; }

    /// <summary>A workload of so many campaigns, of which one in so many can match.</summary>
    public static Workload Of(int campaigns, int oneIn) => new(campaigns, oneIn);

    private static BenchCampaign[] MakeCampaigns(int count, int oneIn, SplitMix random)
    {
        var campaigns = new BenchCampaign[count];
        var (matching, others) = (0, 0);
        for (var i = 0; i < count; i++)
        {
            var canMatch = i % oneIn == oneIn - 1;
            var kind = Kinds[(canMatch ? matching++ : others++) % Kinds.Length];
            var cents = 1 + random.Below(5);
            campaigns[i] = kind switch
            {
                CampaignKind.Category => new(i + 1, kind, canMatch, canMatch ? Categories[random.Below(Categories.Length)] : $"Category {random.Below(count)}", 0, cents),
                CampaignKind.Threshold => new(i + 1, kind, canMatch, "", canMatch ? 10 + random.Below(90) : 100_000 + random.Below(100_000), cents),
                CampaignKind.Attribute => new(i + 1, kind, canMatch, canMatch ? "DE" : $"Country {random.Below(count)}", 0, cents),
                _ => new(i + 1, kind, canMatch, canMatch ? $"CODE-{i + 1}" : $"OTHER-{i + 1}", 0, cents),
            };
        }

        return campaigns;
    }

    private BenchCart[] MakeCarts(SplitMix random)
    {
        var codes = Campaigns.Where(campaign => campaign is { Kind: CampaignKind.Coupon, CanMatch: true }).Select(campaign => campaign.Word).ToArray();
        var carts = new BenchCart[CartCount];
        for (var i = 0; i < carts.Length; i++)
        {
            var lines = new BenchLine[10];
            for (var j = 0; j < lines.Length; j++)
                lines[j] = new($"sku-{i}-{j}", Categories[random.Below(Categories.Length)], 10 + random.Below(90), 1 + random.Below(3));
            carts[i] = new(lines, "DE", codes.Length == 0 ? null : codes[random.Below(codes.Length)]);
        }

        return carts;
    }
}
