using Talon.RuleEngine;
using Talon.Storage;

namespace Talon.Promotions;

/// <summary>Creates, finds, edits and deletes referrals.</summary>
public sealed class ReferralService
{
    private const int SideBySide = 100;

    private readonly IdSource _ids;
    private readonly IRandomSource _random;
    private readonly CodeStore<ReferralRow> _codes;
    private readonly ReferralReader _reader;
    private readonly ProfileReader _profiles;
    private readonly ProfileWriter _writer;

    internal ReferralService(ITableStore store, IdSource ids, IRandomSource random, ReferralReader reader, ProfileReader profiles, ProfileWriter writer)
    {
        (_ids, _random, _reader, _profiles, _writer) = (ids, random, reader, profiles, writer);
        _codes = new CodeStore<ReferralRow>(store, random, CodeKinds.Referral);
    }

    /// <summary>Creates a referral for each advocate; every code is new to the Application. Advocates who are no customers yet become some. Budgets are not asked.</summary>
    /// <exception cref="InvalidRequestException">The pattern does not give enough new codes.</exception>
    public async Task<IReadOnlyList<Referral>> CreateAsync(Application application, CodeGeneratorSettings? settings, NewReferrals request, DateTimeOffset now, CancellationToken cancellation)
    {
        var batch = _random.UniqueId();
        var first = await _ids.TakeAsync(IdKinds.Referral, request.Advocates.Count, cancellation);
        var rows = request.Advocates.Select((advocate, i) => new ReferralRow(New(request, first + i, advocate, batch, now))).ToArray();
        await Task.WhenAll(request.Advocates.Distinct().Select(advocate => CreateAdvocateAsync(advocate, now, cancellation)));
        await _codes.InsertAsync(application, rows, Pattern(request, settings), "/referralPattern", cancellation);
        return [.. rows.Select(row => row.Referral)];
    }

    /// <summary>The referral of a code, with its counter and those who redeemed it; null when there is none.</summary>
    public async Task<InventoryReferral?> FindAsync(Application application, string code, CancellationToken cancellation) =>
        (await _reader.ReadAsync(application.Id, code, application.NormalizeCode(code), null, cancellation)).Shown(new Dictionary<LimitKey, decimal>(), null);

    /// <summary>The referral of an id; null when the campaign has none.</summary>
    public async Task<InventoryReferral?> FindAsync(Application application, long campaignId, long referralId, CancellationToken cancellation)
    {
        var code = await _codes.CodeAsync(campaignId, referralId, cancellation);
        return code is not null && await FindAsync(application, code, cancellation) is { } referral && referral.Id == referralId ? referral : null;
    }

    /// <summary>A campaign's referrals in the order of their ids, with their counters.</summary>
    public async IAsyncEnumerable<Referral> ListAsync(Application application, long campaignId, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (id, code) in _codes.ListAsync(campaignId, 0, cancellation))
        {
            if (await FindAsync(application, code, cancellation) is { } referral && referral.Id == id)
                yield return referral;
        }
    }

    /// <summary>Edits a referral; null when the campaign has none of that id.</summary>
    /// <param name="application">The Application.</param>
    /// <param name="campaignId">The campaign.</param>
    /// <param name="referralId">The referral.</param>
    /// <param name="edit">Gives the referral as it shall be; run again when somebody else was faster.</param>
    /// <param name="cancellation">Ends the edit before it is written.</param>
    public async Task<Referral?> EditAsync(Application application, long campaignId, long referralId, Func<Referral, Referral> edit, CancellationToken cancellation) =>
        await _codes.EditAsync(application, campaignId, referralId, row => new ReferralRow(edit(row.Referral), row.Revision + 1), cancellation)
            ? await FindAsync(application, campaignId, referralId, cancellation)
            : null;

    /// <summary>Deletes a referral; false when the campaign has none of that id.</summary>
    public Task<bool> DeleteAsync(Application application, long campaignId, long referralId, CancellationToken cancellation) =>
        _codes.EditAsync(application, campaignId, referralId, static _ => null, cancellation);

    /// <summary>What all referrals of an import have in common.</summary>
    internal async Task<Referral> BlankAsync(long campaignId, DateTimeOffset now, CancellationToken cancellation) => new()
    {
        Id = 0,
        Created = now,
        UsageLimit = 1,
        CampaignId = campaignId,
        AdvocateProfileIntegrationId = "",
        Code = "",
        ImportId = await _ids.NextAsync(IdKinds.Import, cancellation),
    };

    /// <summary>Those of some codes that the Application has already.</summary>
    internal async IAsyncEnumerable<(int Line, string Code)> TakenAsync(
        Application application, IReadOnlyList<(int Line, Referral Referral)> lines, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var chunk in lines.Chunk(SideBySide))
        {
            var exist = await Task.WhenAll(chunk.Select(line => _codes.ExistsAsync(application.Id, line.Referral.Code, cancellation)));
            foreach (var (line, _) in chunk.Zip(exist).Where(pair => pair.Second))
                yield return (line.Line, line.Referral.Code);
        }
    }

    /// <summary>Stores referrals that have their codes; how many of the codes were not taken meanwhile. Their advocates may be no customers yet.</summary>
    internal async Task<int> ImportAsync(Application application, IReadOnlyList<Referral> imported, CancellationToken cancellation)
    {
        if (imported.Count == 0)
            return 0;
        var first = await _ids.TakeAsync(IdKinds.Referral, imported.Count, cancellation);
        var rows = imported.Select((referral, i) => new ReferralRow(referral with { Id = first + i }));
        var stored = 0;
        foreach (var chunk in rows.Chunk(SideBySide))
            stored += (await Task.WhenAll(chunk.Select(row => _codes.InsertAsync(application.Id, row, cancellation)))).Count(inserted => inserted);
        return stored;
    }

    /// <summary>Deletes some referrals of a campaign that is gone; how many there were, 0 once none is left.</summary>
    internal Task<int> RemoveSomeAsync(Application application, long campaignId, int most, CancellationToken cancellation) =>
        _codes.RemoveSomeAsync(application.Id, campaignId, most, cancellation);

    /// <summary>A referral with an id and a code that is not stored yet.</summary>
    internal async Task<NewReferral> NewAsync(Application application, CodeGeneratorSettings? settings, NewReferrals request, DateTimeOffset now)
    {
        var pattern = Pattern(request, settings);
        var referral = New(request, await _ids.NextAsync(IdKinds.Referral), request.Advocates[0], _random.UniqueId(), now);
        return new NewReferral(_codes.Draw(application, new ReferralRow(referral), pattern).Referral, pattern);
    }

    /// <summary>The same with another code; a pattern that gives no other makes way for the default.</summary>
    internal NewReferral Redraw(Application application, NewReferral taken)
    {
        var pattern = taken.Pattern.Bits < 1 ? new CodePattern() : taken.Pattern;
        return new NewReferral(_codes.Draw(application, new ReferralRow(taken.Referral), pattern).Referral, pattern);
    }

    /// <summary>Stores a new referral, and makes its advocate a customer; false when its code is taken.</summary>
    internal async Task<bool> InsertOneAsync(long applicationId, Referral referral)
    {
        await CreateAdvocateAsync(referral.AdvocateProfileIntegrationId, referral.Created, CancellationToken.None);
        return await _codes.InsertAsync(applicationId, new ReferralRow(referral), CancellationToken.None);
    }

    private static CodePattern Pattern(NewReferrals request, CodeGeneratorSettings? settings) =>
        new(request.ReferralPattern ?? settings?.CouponPattern, request.ValidCharacters ?? (request.ReferralPattern is null ? settings?.ValidCharacters : null));

    private async Task CreateAdvocateAsync(string advocate, DateTimeOffset now, CancellationToken cancellation)
    {
        var read = await _profiles.ReadAsync(advocate, cancellation);
        if (read.Stored is null)
            await _writer.CreateAsync(read, now, cancellation);
    }

    private static Referral New(NewReferrals request, long id, string advocate, string batch, DateTimeOffset now) => new()
    {
        Id = id,
        Created = now,
        StartDate = request.StartDate,
        ExpiryDate = request.ExpiryDate,
        UsageLimit = request.UsageLimit,
        CampaignId = request.CampaignId,
        AdvocateProfileIntegrationId = advocate,
        FriendProfileIntegrationId = request.FriendProfileIntegrationId,
        Attributes = request.Attributes,
        Code = "",
        BatchId = batch,
    };
}
