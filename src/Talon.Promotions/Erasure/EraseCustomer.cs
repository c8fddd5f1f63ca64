using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Erases a customer, a hundred links at a time; a link goes once what it leads to is erased, the customer's own rows last.</summary>
internal sealed class EraseCustomer(
    ITableStore store,
    ConfigurationStore configurations,
    OutboxWorker outbox,
    Settlement settlement,
    ReservationService reservations,
    TimeProvider clock) : IChoreSteps
{
    private const int LinksInStep = 100;
    private const int MostSideBySide = 16;

    /// <inheritdoc/>
    public ChoreKind Kind => ChoreKind.EraseCustomer;

    /// <inheritdoc/>
    public async Task<ChoreRow?> StepAsync(ChoreRow chore, CancellationToken cancellation)
    {
        var customer = chore.Customer!;
        var home = Partitions.Profile(customer);
        var links = await store.ReadRangeAsync(home, LinkRows.All, LinksInStep, cancellation);
        foreach (var batch in links.Rows.Chunk(MostSideBySide))
            await Task.WhenAll(batch.Select(link => EraseLinkedAsync(customer, LinkRows.Target(link), cancellation)));
        if (links.Rows.Count > 0)
        {
            await Task.WhenAll(links.Rows.Select(link => store.CommitAsync(home, [Change.Delete(link.Key, link.ETag)], cancellation).AsTask()));
            return chore;
        }

        await EraseLedgersAsync(customer, cancellation);
        await EraseHomeAsync(customer, home, cancellation);
        return null;
    }

    private Task EraseLinkedAsync(string customer, string partition, CancellationToken cancellation) => partition[..partition.IndexOf('.', StringComparison.Ordinal)] switch
    {
        "session" or "event" => EraseOwnerAsync(customer, partition, cancellation),
        "coupon" => EraseCodeAsync(customer, partition, LimitPlace.CouponPrefix, cancellation),
        "referral" => EraseCodeAsync(customer, partition, LimitPlace.ReferralPrefix, cancellation),
        "ledger" => EraseRegistrationAsync(customer, partition, cancellation),
        "batch" => RemoveAsync(partition, KeyRange.All, cancellation),
        _ => RewriteAsync(customer, partition, KeyRange.All, personal: false, cancellation),
    };

    /// <summary>A session or event: what is under way is brought to its end first; its kept answers go.</summary>
    private async Task EraseOwnerAsync(string customer, string partition, CancellationToken cancellation)
    {
        foreach (var row in await store.ReadAllAsync(partition, KeyRange.Prefix(OwnerRows.PendingPrefix), cancellation))
            await settlement.SettleAsync(new AttemptReference(partition, row.Key[OwnerRows.PendingPrefix.Length..]), cancellation);
        await outbox.WorkOffAsync(partition, cancellation);
        await RemoveAsync(partition, KeyRange.Prefix(OwnerRows.AnswerPrefix), cancellation);
        await ErasePagesAsync(customer, partition, cancellation);
        await RewriteAsync(customer, partition, KeyRange.All, personal: true, cancellation);
    }

    /// <summary>Effects in pages belong together: they are read, erased and written as one.</summary>
    private async Task ErasePagesAsync(string customer, string partition, CancellationToken cancellation)
    {
        if (await store.ReadAsync(partition, OwnerRows.Entity, cancellation) is not { } entity || !partition.StartsWith("session.", StringComparison.Ordinal))
            return;
        var session = RowCodec.Decode(entity.Body, RowJson.Default.SessionRow);
        var current = session.EffectsAttempt is null ? [] : await EffectPages.ReadAsync(store, partition, session, cancellation);
        await RemoveAsync(partition, OwnerRows.AllEffects, cancellation, row => session.EffectsAttempt is null || !row.Key.StartsWith($"effects.{session.EffectsAttempt}.", StringComparison.Ordinal));
        if (session.EffectsAttempt is null)
            return;
        var plain = RowCodec.Encode(current, RowJson.Default.IReadOnlyListGrantedEffect);
        var pages = EffectPages.Write(session.EffectsAttempt, RowCodec.Decode(new Eraser(customer).Erase(plain, personal: true), RowJson.Default.IReadOnlyListGrantedEffect));
        foreach (var page in pages)
            await store.CommitAsync(partition, [page], cancellation);
        await store.CommitAsync(partition, [Change.Replace(entity.Key, RowCodec.Encode(session with { EffectPages = pages.Count }, RowJson.Default.SessionRow), entity.ETag)], cancellation);
    }

    /// <summary>A coupon or referral: reservations are released, counters name nobody; what was for the customer alone can no longer be used by anybody.</summary>
    private async Task EraseCodeAsync(string customer, string partition, string entityKey, CancellationToken cancellation)
    {
        if (entityKey == LimitPlace.CouponPrefix)
            await reservations.ForgetAsync(partition, customer, clock.GetUtcNow(), cancellation);
        await RewriteAsync(customer, partition, KeyRange.Prefix(LimitPlace.CustomerPrefix("Profile=" + customer)), personal: false, cancellation);
        await RewriteAsync(customer, partition, KeyRange.Prefix("attempt."), personal: false, cancellation);
        if (await store.ReadAsync(partition, entityKey, cancellation) is not { } row)
            return;
        if (entityKey == LimitPlace.CouponPrefix)
        {
            var isTheirs = RowCodec.Decode(row.Body, RowJson.Default.CouponRow).Coupon.RecipientIntegrationId == customer;
            await RewriteAsync(customer, partition, KeyRange.Prefix(entityKey), isTheirs, cancellation);
        }
        else if (RowCodec.Decode(row.Body, RowJson.Default.ReferralRow).Referral is var referral && (referral.AdvocateProfileIntegrationId == customer || referral.FriendProfileIntegrationId == customer))
        {
            await store.CommitAsync(partition, [Change.Delete(row.Key, row.ETag)], cancellation);
        }
    }

    /// <summary>A loyalty card and its points stay; the customer is no longer registered on it.</summary>
    private async Task EraseRegistrationAsync(string customer, string partition, CancellationToken cancellation)
    {
        while (await store.ReadAsync(partition, LedgerRows.Card, cancellation) is { } row)
        {
            var card = RowCodec.Decode(row.Body, RowJson.Default.LoyaltyCard);
            var without = card with { Profiles = [.. card.Profiles.Where(profile => profile.IntegrationId != customer)] };
            if (without.Profiles.Count == card.Profiles.Count || (await store.CommitAsync(partition, [Change.Replace(row.Key, RowCodec.Encode(without, RowJson.Default.LoyaltyCard), row.ETag)], cancellation)).Committed)
                return;
        }
    }

    private async Task EraseLedgersAsync(string customer, CancellationToken cancellation)
    {
        foreach (var program in (await configurations.GetAsync(cancellation)).LoyaltyPrograms.Where(program => !program.CardBased))
        {
            var partition = Partitions.Ledger(program.Id, LedgerOwner.OfProfile(customer));
            if (await store.ReadAsync(partition, LedgerRows.Account, cancellation) is null)
                continue;
            await RewriteAsync(customer, partition, LedgerRows.Balances, personal: false, cancellation);
            var (due, name) = DueIndex.Place(partition);
            await RewriteAsync(customer, due, KeyRange.All, personal: false, cancellation, row => row.Key.EndsWith("." + name, StringComparison.Ordinal));
        }
    }

    /// <summary>The customer's own rows: what others still look up, such as ended attempts, stays without the name; all else goes, the customer last.</summary>
    private async Task EraseHomeAsync(string customer, string home, CancellationToken cancellation)
    {
        await EraseOwnerAsync(customer, home, cancellation);
        foreach (var row in await store.ReadAllAsync(home, AudienceRows.Memberships, cancellation))
        {
            var audience = new AudienceReference(AudienceRows.AudienceId(row), RowCodec.Decode(row.Body, RowJson.Default.MembershipRow).Generation);
            var (partition, key) = AudienceRows.Place(audience, customer);
            // What leads there goes last, for whoever has to begin again.
            await RemoveAsync(partition, KeyRange.Prefix(key), cancellation);
            await store.CommitAsync(home, [Change.Delete(row.Key, row.ETag)], cancellation);
        }

        await RemoveAsync(home, KeyRange.Prefix("giveaway."), cancellation);
        await RemoveAsync(home, KeyRange.Prefix("event."), cancellation);
        await RemoveAsync(home, KeyRange.Prefix(OwnerRows.Activity), cancellation);
        await RemoveAsync(home, new KeyRange(OwnerRows.Entity, OwnerRows.Entity + "!"), cancellation);
    }

    private async Task RewriteAsync(string customer, string partition, KeyRange range, bool personal, CancellationToken cancellation, Func<Row, bool>? which = null)
    {
        var eraser = new Eraser(customer);
        await foreach (var read in store.StreamAsync(partition, range, cancellation).Where(row => row.Key != OwnerRows.Lease && !LinkRows.Is(row) && !OwnerRows.IsEffects(row) && which?.Invoke(row) != false))
        {
            for (Row? row = read; row is not null; row = await store.ReadAsync(partition, row.Key, cancellation))
            {
                var erased = eraser.Erase(row.Body, personal);
                if (row.Body.Span.SequenceEqual(erased) || (await store.CommitAsync(partition, [Change.Replace(row.Key, erased, row.ETag)], cancellation)).Committed)
                    break;
            }
        }
    }

    private async Task RemoveAsync(string partition, KeyRange range, CancellationToken cancellation, Func<Row, bool>? which = null)
    {
        await foreach (var chunk in store.StreamAsync(partition, range, cancellation).Where(row => which?.Invoke(row) != false).Chunk(StorageLimits.MaxChanges))
        {
            if ((await store.CommitAsync(partition, [.. chunk.Select(row => Change.Delete(row.Key, row.ETag))], cancellation)).Committed)
                continue;
            foreach (var row in chunk)
                await RemoveAsync(partition, row.Key, cancellation);
        }
    }

    private async Task RemoveAsync(string partition, string key, CancellationToken cancellation)
    {
        while (await store.ReadAsync(partition, key, cancellation) is { } row && !(await store.CommitAsync(partition, [Change.Delete(key, row.ETag)], cancellation)).Committed)
        {
        }
    }
}
