using Talon.Storage;

namespace Talon.Promotions;

/// <summary>The counter of a limit.</summary>
internal sealed class CounterStock(LimitClaim claim, CounterState state) : Stock
{
    private const string CustomerEntity = "Profile=";

    /// <summary>The counter.</summary>
    public CounterState State => state;

    /// <inheritdoc/>
    public override IReadOnlyList<Change> Changes
    {
        get
        {
            var body = RowCodec.Encode(new CounterRow(state.Used, claim.Key.ToString(), Customer, state.Claimed), RowJson.Default.CounterRow);
            return [state.ETag is { } etag ? Change.Replace(claim.Stock, body, etag) : Change.Insert(claim.Stock, body)];
        }
    }

    /// <inheritdoc/>
    public override StockMove? Take(Claim asked, decimal? ceiling) => ceiling is { } most && state.Used + asked.Amount > most ? null : Move(asked.Amount, asked.Begun);

    /// <inheritdoc/>
    public override StockMove PutBack(ClaimRow made, ClaimReturn back) => Move(-back.Amount);

    /// <inheritdoc/>
    public override StockMove Undo(ClaimRow made, Claim undone) => Move(made.GivenBack - made.Amount);

    /// <inheritdoc/>
    public override Stock? Written(IReadOnlyList<string> etags) => new CounterStock(claim, state with { ETag = etags[0] });

    private string? Customer => claim.Key.Entities.StartsWith(CustomerEntity, StringComparison.Ordinal) && !claim.Key.Entities.Contains('\n', StringComparison.Ordinal)
        ? claim.Key.Entities[CustomerEntity.Length..]
        : null;

    private StockMove Move(decimal amount, DateTimeOffset? claimed = null) =>
        new(new CounterStock(claim, state with { Used = state.Used + amount, Claimed = Later(state.Claimed, claimed) }), Math.Abs(amount));
}
