using System.Runtime.CompilerServices;
using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Audiences and who is in them, as an Application sees them.</summary>
public sealed class AudienceService
{
    private const int MostSideBySide = 64;
    private const int MostRefused = 1000;

    private readonly ConfigurationStore _configurations;
    private readonly AudienceSetup _setup;
    private readonly AudienceIndex _index;
    private readonly ProfileReader _profiles;
    private readonly ProfileWriter _writer;
    private readonly ChoreRunner _chores;

    internal AudienceService(ConfigurationStore configurations, AudienceSetup setup, AudienceIndex index, ProfileReader profiles, ProfileWriter writer, ChoreRunner chores) =>
        (_configurations, _setup, _index, _profiles, _writer, _chores) = (configurations, setup, index, profiles, writer, chores);

    /// <summary>Creates an audience without members.</summary>
    /// <exception cref="ConflictException">Its platform has it already.</exception>
    public Task<Audience> CreateAsync(AudienceInput input, CancellationToken cancellation) => _setup.CreateAsync(input, cancellation);

    /// <summary>Renames an audience, and says where it exists.</summary>
    /// <exception cref="NotFoundException">The Application has no such audience.</exception>
    public async Task<Audience> UpdateAsync(long applicationId, long id, AudienceInput input, CancellationToken cancellation) =>
        await ShownAsync(await _setup.UpdateAsync(applicationId, id, input, cancellation), cancellation);

    /// <summary>The audience as the API shows it, with the time when its members changed last.</summary>
    public async Task<Audience> ShownAsync(Audience audience, CancellationToken cancellation)
    {
        var changed = await _index.ChangedAsync(audience.Id, cancellation);
        return changed > audience.LastUpdate || audience.LastUpdate is null ? audience with { LastUpdate = changed } : audience;
    }

    /// <summary>Deletes an audience at once; what its members carry of it is taken away in the background where they are many.</summary>
    /// <exception cref="NotFoundException">The Application has no such audience.</exception>
    public Task DeleteAsync(long applicationId, long id, CancellationToken cancellation) =>
        RemoveAsync(applicationId, id, _ => _setup.DeleteAsync(applicationId, id, cancellation), cancellation);

    /// <summary>Empties an audience at once; what its members carry of it is taken away in the background where they are many.</summary>
    /// <exception cref="NotFoundException">The Application has no such audience.</exception>
    public Task EmptyAsync(long applicationId, long id, CancellationToken cancellation) =>
        RemoveAsync(applicationId, id, generation => _setup.EmptyAsync(applicationId, id, generation, cancellation), cancellation);

    /// <summary>Lets customers join and leave audiences, in order. Who joins and is no customer yet becomes one.</summary>
    /// <exception cref="NotFoundException">The Application has not all of the audiences.</exception>
    public async Task MoveAsync(RequestContext context, IReadOnlyList<MembershipAction> actions, CancellationToken cancellation)
    {
        var application = (await _configurations.GetAsync(cancellation)).For(context.ApplicationId);
        foreach (var action in actions)
        {
            if (!application.Audiences.ContainsKey(action.AudienceId))
                throw new NotFoundException($"There is no audience {action.AudienceId}.");
        }

        foreach (var batch in actions.GroupBy(action => action.ProfileIntegrationId).Chunk(MostSideBySide))
            await Task.WhenAll(batch.Select(customer => MoveAsync(context, application, customer.Key, [.. customer], cancellation)));
        await _index.TouchAsync(actions.Select(action => action.AudienceId), context.Now, cancellation);
    }

    /// <summary>Sets attributes of all members of an audience; in the background where they are many.</summary>
    /// <exception cref="NotFoundException">The Application has no such audience.</exception>
    /// <exception cref="InvalidRequestException">An attribute is not defined, or a value is of the wrong type.</exception>
    public async Task SetAttributesAsync(long applicationId, long id, JsonElement attributes, CancellationToken cancellation)
    {
        var configuration = await _configurations.GetAsync(cancellation);
        var audience = configuration.RequireAudience(applicationId, id);
        var problems = new List<Problem>();
        configuration.For(applicationId).Attributes.Check(AttributeEntity.CustomerProfile, attributes, "", problems);
        if (problems.Count > 0)
            throw new InvalidRequestException([.. problems.Take(MostRefused)]);
        var chore = new ChoreRow { Kind = ChoreKind.SetAttributes, Audience = AudienceReference.Of(audience), Attributes = attributes };
        await _chores.RunAsync(await _chores.PlanAsync(chore, AttemptStore.GuardDelay, cancellation), CancellationToken.None);
    }

    /// <summary>How many customers are in an audience.</summary>
    public async Task<long> CountAsync(Audience audience, CancellationToken cancellation)
    {
        var count = 0L;
        await foreach (var _ in _index.ListAsync(AudienceReference.Of(audience), cancellation))
            count++;
        return count;
    }

    /// <summary>A page of the members of an audience, in no order that means anything, and whether there are more.</summary>
    public async Task<(IReadOnlyList<CustomerProfile> Page, bool HasMore)> MembersAsync(Audience audience, string? query, int skip, int take, CancellationToken cancellation)
    {
        var page = new List<CustomerProfile>();
        await foreach (var member in _index.ListAsync(AudienceReference.Of(audience), cancellation))
        {
            if (query is not null && !member.Contains(query, StringComparison.OrdinalIgnoreCase))
                continue;
            if (await _profiles.ReadAsync(member, cancellation) is not { Stored: { } stored } || !stored.Memberships.Any(membership => membership.Audience == AudienceReference.Of(audience)))
                continue;
            if (skip-- > 0)
                continue;
            if (page.Count == take)
                return (page, true);
            page.Add(stored.Profile);
        }

        return (page, false);
    }

    /// <summary>The integration ids of the members of an audience, in no order that means anything.</summary>
    public async IAsyncEnumerable<string> MemberIdsAsync(Audience audience, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reference = AudienceReference.Of(audience);
        await foreach (var batch in _index.ListAsync(reference, cancellation).Chunk(MostSideBySide).WithCancellation(cancellation))
        {
            var profiles = await Task.WhenAll(batch.Select(member => _profiles.ReadAsync(member, cancellation)));
            foreach (var member in profiles.Where(profile => Find(profile, reference) is not null))
                yield return member.IntegrationId;
        }
    }

    /// <summary>Makes some customers the only members of an audience; who is no customer yet becomes one. After a crash in between, a repeat completes it.</summary>
    /// <exception cref="NotFoundException">There is no such audience.</exception>
    public async Task ReplaceMembersAsync(long id, IReadOnlySet<string> members, DateTimeOffset now, CancellationToken cancellation)
    {
        var reference = AudienceReference.Of((await _configurations.GetAsync(cancellation)).RequireAudience(id));
        var leaving = await _index.ListAsync(reference, cancellation).Where(member => !members.Contains(member)).ToListAsync(cancellation);
        foreach (var batch in leaving.Concat(members).Chunk(MostSideBySide))
            await Task.WhenAll(batch.Select(member => SetMemberAsync(member, reference, members.Contains(member), now, cancellation)));
        await _index.TouchAsync([id], now, cancellation);
    }

    private static Membership? Find(ProfileRead profile, AudienceReference audience) =>
        profile.Stored?.Memberships.Where(membership => membership.Audience == audience).Select(membership => (Membership?)membership).FirstOrDefault();

    private async Task SetMemberAsync(string customer, AudienceReference audience, bool inside, DateTimeOffset now, CancellationToken cancellation)
    {
        for (var settled = false; !settled;)
        {
            var read = await _profiles.ReadAsync(customer, cancellation);
            var membership = Find(read, audience);
            settled = inside == membership is not null || await _writer.MoveAsync(read, membership is { } left ? new([], [left]) : new([audience], []), now, cancellation);
        }
    }

    private async Task RemoveAsync(long applicationId, long id, Func<long, Task> takeEffect, CancellationToken cancellation)
    {
        var audience = (await _configurations.GetAsync(cancellation)).RequireAudience(applicationId, id);
        var chore = new ChoreRow { Kind = ChoreKind.RemoveMemberships, Audience = AudienceReference.Of(audience) };
        var planned = await _chores.PlanAsync(chore, AttemptStore.GuardDelay, cancellation);
        await takeEffect(audience.Generation);
        await _chores.RunAsync(planned, CancellationToken.None);
    }

    private async Task MoveAsync(RequestContext context, ApplicationConfiguration application, string customer, IReadOnlyList<MembershipAction> actions, CancellationToken cancellation)
    {
        var last = actions.GroupBy(action => action.AudienceId).Select(audience => audience.Last()).ToList();
        var (adds, deletes) = (last.Where(action => action.Add).Select(action => action.AudienceId).ToList(), last.Where(action => !action.Add).Select(action => action.AudienceId).ToList());
        while (true)
        {
            var read = await _profiles.ReadAsync(customer, cancellation);
            var moves = AudienceMoves.Of(application, read.Stored?.Memberships ?? [], adds, deletes);
            if (moves == AudienceMoves.None || (moves.Joined.Count == 0 && moves.Left.Count == 0))
                return;
            if (await _writer.MoveAsync(read, moves, context.Now, cancellation))
                return;
        }
    }
}

/// <summary>A customer who is to join or leave an audience.</summary>
/// <param name="ProfileIntegrationId">The customer.</param>
/// <param name="AudienceId">The audience.</param>
/// <param name="Add">To join; otherwise to leave.</param>
public sealed record MembershipAction(string ProfileIntegrationId, long AudienceId, bool Add);
