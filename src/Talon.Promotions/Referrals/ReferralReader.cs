using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Reads referrals with their counters.</summary>
internal sealed class ReferralReader(ITableStore store, ProfileReader profiles)
{
    /// <summary>Reads a referral by code, in one trip; its advocate is not among it.</summary>
    /// <param name="applicationId">The Application.</param>
    /// <param name="entered">The code as entered.</param>
    /// <param name="stored">The code in the case that the Application stores.</param>
    /// <param name="friend">The customer's integration id; null when anonymous or not known yet.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public Task<ReferralRead> ReadAsync(long applicationId, string entered, string stored, string? friend, CancellationToken cancellation) =>
        ReadAsync(Partitions.Referral(applicationId, stored), entered, friend is null ? Task.FromResult(CounterState.Untouched) : ReferredAsync(applicationId, friend, cancellation), friend, cancellation);

    /// <summary>Reads the referral of a partition, in one trip; its advocate is not among it.</summary>
    public Task<ReferralRead> ReadAsync(string partition, CancellationToken cancellation) => ReadAsync(partition, "", Task.FromResult(CounterState.Untouched), null, cancellation);

    private async Task<ReferralRead> ReadAsync(string partition, string entered, Task<CounterState> referred, string? friend, CancellationToken cancellation)
    {
        var shared = store.ReadWholeAsync(partition, KeyRange.Prefix(LimitPlace.ReferralPrefix), cancellation);
        var friends = store.ReadAllAsync(partition, KeyRange.Prefix(LimitPlace.CustomersPrefix), cancellation);
        await Task.WhenAll(shared, friends, referred);

        var rows = (await shared).Concat(await friends).ToDictionary(row => row.Key);
        if (!rows.TryGetValue(LimitPlace.ReferralPrefix, out var row))
            return new ReferralRead { Code = entered, Partition = partition, Referred = await referred };
        var referral = RowCodec.Decode(row.Body, RowJson.Default.ReferralRow).Referral;
        return new ReferralRead
        {
            Code = entered,
            Partition = partition,
            Referral = referral,
            Uses = Counter(LimitKey.ReferralUses(referral.Id)),
            FriendUses = friend is null ? CounterState.Untouched : Counter(ReferralRead.ByFriend(referral.Id, friend)),
            Referred = await referred,
            Friends = [.. (await friends).Select(counter => RowCodec.Decode(counter.Body, RowJson.Default.CounterRow)).Where(counter => counter.Used > 0).Select(counter => counter.Customer).OfType<string>()],
        };

        CounterState Counter(LimitKey key) => CounterState.Parse(rows, LimitPlace.OfReferral(partition, key).Counter);
    }

    /// <summary>Adds the advocate, unless they were read already.</summary>
    public async Task<ReferralRead?> CompleteAsync(ReferralRead? read, CancellationToken cancellation) => read is { Referral: { } referral, AdvocateRead: false }
        ? read.Guess(await profiles.ReadAsync(referral.AdvocateProfileIntegrationId, cancellation))
        : read;

    private Task<CounterState> ReferredAsync(long applicationId, string friend, CancellationToken cancellation) =>
        LimitLedger.ReadAsync(store, LimitPlace.OfReferred(ReferralRead.ReferredOnce(applicationId, friend)), cancellation);
}
