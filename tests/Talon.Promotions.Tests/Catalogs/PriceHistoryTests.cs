namespace Talon.Promotions.Tests;

public sealed class PriceHistoryTests
{
    private static readonly DateTimeOffset Day0 = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(LookBackEnd.Strict, 40, 10, 70)]
    [InlineData(LookBackEnd.Strict, 40, 30, 70)]
    [InlineData(LookBackEnd.Strict, 19, 5, 90)]
    [InlineData(LookBackEnd.Strict, 12, 5, 90)]
    [InlineData(LookBackEnd.Strict, 9, 30, 100)]
    [InlineData(LookBackEnd.Price, 35, 30, 80)]
    [InlineData(LookBackEnd.Sale, 35, 30, 90)]
    [InlineData(LookBackEnd.Sale, 15, 30, 100)]
    public void The_lowest_price_of_the_look_back(LookBackEnd ends, int day, int days, int expected)
    {
        PriceRow[] observed =
        [
            Base(1, 0, 100),
            Base(2, 10, 90),
            Sale(3, 20, 80, until: 30),
            Sale(4, 30, 70, until: null),
        ];
        var known = observed.Where(row => row.At <= Day0.AddDays(day)).ToList();
        Assert.Equal(expected, PriceHistory.Lowest(known, Day0.AddDays(day), TimeSpan.FromDays(days), ends)!.Price);
    }

    [Fact]
    public void Nothing_observed_is_no_price() => Assert.Null(PriceHistory.Lowest([], Day0, TimeSpan.FromDays(30), LookBackEnd.Strict));

    private static PriceRow Base(long id, int day, decimal price) => new(id, "shoe", Day0.AddDays(day), price);

    private static PriceRow Sale(long id, int day, decimal price, int? until) => new(id, "shoe", Day0.AddDays(day), price, new PriceAdjustment
    {
        PriceType = "base",
        Price = price,
        ReferenceId = "r",
        ContextId = "summer",
        CalculatedAt = Day0.AddDays(day),
        EffectiveFrom = Day0.AddDays(day),
        EffectiveUntil = until is { } end ? Day0.AddDays(end) : null,
    });
}
