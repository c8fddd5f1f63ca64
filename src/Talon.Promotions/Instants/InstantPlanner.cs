using System.Text.Json;
using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Finds what an evaluation wants done at once, and has not been done before.</summary>
internal sealed class InstantPlanner(RequestContext context, ApplicationConfiguration application, AttemptReference reference, IReadOnlyList<DoneEffect> done)
{
    /// <summary>So many memberships go into one transaction of a customer.</summary>
    private const int MostMoves = 90;

    private readonly OrderedDictionary<(EffectKey Key, string Type), Effect> _done =
        new(done.Select(earlier => KeyValuePair.Create((earlier.Key, earlier.Effect.Props.EffectType), earlier.Effect)));

    private readonly Dictionary<EffectKey, int> _occurrences = [];
    private readonly List<Effect> _effects = [];
    private readonly List<NewCoupon> _coupons = [];
    private readonly List<NewReferral> _referrals = [];
    private readonly List<OutboxRow> _outbox = [];
    private readonly List<AnalyticsChange> _analytics = [];
    private readonly Dictionary<string, Value> _session = [];
    private readonly Dictionary<string, Dictionary<string, Value>> _profiles = [];
    private readonly Dictionary<int, Dictionary<string, Value>> _items = [];
    private readonly List<AudienceChange> _audiences = [];

    /// <summary>The plan. Coupons to create have codes and ids already.</summary>
    /// <param name="effects">What the evaluation gave.</param>
    /// <param name="facts">Whose partitions are meant.</param>
    /// <param name="codes">Makes coupons and referrals that are not stored yet.</param>
    public async Task<InstantPlan> PlanAsync(IReadOnlyList<Effect> effects, InstantTargets facts, InstantCodes codes)
    {
        foreach (var effect in effects)
        {
            Move(effect);
            _effects.Add(IsInstant(effect) ? await OnceAsync(effect, facts, codes) : effect);
        }

        foreach (var (profile, attributes) in _profiles)
            _outbox.Add(Owed(profile, _outbox.Count) with { Attributes = Json(attributes) });
        foreach (var customer in _audiences.GroupBy(change => change.ProfileIntegrationId))
        {
            foreach (var moves in customer.GroupBy(change => change.Audience).Select(changes => changes.Last()).Chunk(MostMoves))
                _outbox.Add(Owed(Partitions.Profile(customer.Key), _outbox.Count) with { Audiences = moves });
        }

        _outbox.AddRange(AnalyticsChange.Owed(reference, "created", OutboxQueues.Redemptions, _analytics));
        return new InstantPlan
        {
            Effects = _effects,
            Done = [.. _done.Select(done => new DoneEffect(done.Key.Key, done.Value))],
            CreatedCoupons = _coupons,
            CreatedReferrals = _referrals,
            SessionAttributes = _session.Count == 0 ? null : Json(_session),
            ItemAttributes = _items.ToDictionary(item => item.Key, item => Json(item.Value)),
            Outbox = _outbox,
        };
    }

    private static bool IsInstant(Effect effect) => effect.Request is CreateCouponRequest or CreateReferralRequest or ReserveCouponRequest or UpdateAttributeRequest;

    /// <summary>Memberships are what they are: a rule that finds another one than it wants changes it, every time.</summary>
    private void Move(Effect effect)
    {
        var (audience, customer, inside) = effect.Props switch
        {
            AddToAudienceProps add => (add.AudienceId, add.ProfileIntegrationId, true),
            RemoveFromAudienceProps remove => (remove.AudienceId, remove.ProfileIntegrationId, false),
            _ => (null, null, false),
        };
        if (customer is not null && application.Audiences.GetValueOrDefault(audience ?? 0) is { } found)
            _audiences.Add(new AudienceChange(customer, AudienceReference.Of(found), inside));
    }

    private async Task<Effect> OnceAsync(Effect effect, InstantTargets facts, InstantCodes codes)
    {
        var plain = EffectKey.Of(effect);
        var occurrence = _occurrences[plain] = _occurrences.GetValueOrDefault(plain, -1) + 1;
        var key = (plain with { Occurrence = occurrence }, effect.Props.EffectType);
        if (_done.TryGetValue(key, out var earlier) && Stands(earlier, effect, facts))
            return earlier;
        var now = effect.Request switch
        {
            CreateCouponRequest creation => Created(effect, creation.CampaignId, await codes.NewAsync(context, application, creation)),
            CreateReferralRequest creation => Created(effect, creation.CampaignId, await codes.NewAsync(context, application, creation)),
            ReserveCouponRequest { CouponId: { } coupon } => Reserved(effect, (ReserveCouponProps)effect.Props, coupon),
            UpdateAttributeRequest update => Updated(effect, update, (UpdateAttributeProps)effect.Props, facts),
            _ => effect,
        };
        if (!Follows(effect))
            _done[key] = now;
        return now;
    }

    /// <summary>Whether the effect is done anew by every evaluation: an attribute of the session or of its lines that is set follows the cart.</summary>
    private static bool Follows(Effect effect) =>
        effect.Request is UpdateAttributeRequest { IsRelative: false, Target: AttributeTarget.Session or AttributeTarget.CartItem };

    /// <summary>Whether what was done earlier is all there is to do. A change of a value that has just been sent starts from that.</summary>
    private static bool Stands(Effect earlier, Effect now, InstantTargets facts)
    {
        if (now.Request is not UpdateAttributeRequest update)
            return true;
        var (before, after) = ((UpdateAttributeProps)earlier.Props, (UpdateAttributeProps)now.Props);
        return before.Path == after.Path && (update.IsRelative ? !facts.Sends(update) : !Follows(now) && AreSame(before.Value, after.Value));
    }

    private static bool AreSame(Value one, Value other) =>
        one.Kind == ValueKind.List && other.Kind == ValueKind.List ? one.List.SequenceEqual(other.List) : one == other;

    private Effect Created(Effect effect, long campaign, NewCoupon created)
    {
        Count(campaign, new CampaignNumbers { CouponsCreated = 1 });
        _coupons.Add(created);
        return effect with { Props = (CouponCreatedProps)effect.Props with { Value = created.Coupon.Value } };
    }

    private Effect Created(Effect effect, long campaign, NewReferral created)
    {
        Count(campaign, new CampaignNumbers { ReferralsCreated = 1 });
        _referrals.Add(created);
        return effect with { Props = (ReferralCreatedProps)effect.Props with { Value = created.Referral.Code } };
    }

    private void Count(long campaign, CampaignNumbers numbers) =>
        _analytics.Add(AnalyticsChange.Of(reference.Owner, campaign, AnalyticsHour.Of(context.Now, application.Settings.TimeZone), numbers));

    private Effect Reserved(Effect effect, ReserveCouponProps props, long coupon)
    {
        if (props.IsNewReservation)
        {
            var partition = Partitions.Coupon(application.Application.Id, application.Application.NormalizeCode(props.CouponValue));
            _outbox.Add(Owed(partition, _outbox.Count) with { Reservation = new ReservationRow(props.ProfileIntegrationId, coupon, context.Now) });
        }

        return effect;
    }

    private Effect Updated(Effect effect, UpdateAttributeRequest update, UpdateAttributeProps props, InstantTargets facts)
    {
        var attributes = update.Target switch
        {
            AttributeTarget.Session => _session,
            AttributeTarget.CartItem => Of(_items, update.CartItemPosition ?? 0),
            AttributeTarget.Profile when facts.Profile is { } profile => Of(_profiles, profile),
            AttributeTarget.AdvocateProfile when facts.Advocate is { } advocate => Of(_profiles, advocate),
            AttributeTarget.Coupon when facts.Coupons.TryGetValue(effect.TriggeredByCoupon ?? 0, out var coupon) => Of(_profiles, coupon),
            AttributeTarget.Referral when facts.Referral is { } referral => Of(_profiles, referral),
            _ => [],
        };
        attributes[update.Name] = props.Value;
        return effect;
    }

    private static Dictionary<string, Value> Of<TKey>(Dictionary<TKey, Dictionary<string, Value>> all, TKey key)
        where TKey : notnull => all.TryGetValue(key, out var attributes) ? attributes : all[key] = [];

    private OutboxRow Owed(string target, int index) => new()
    {
        Id = $"{reference.Id}.instant.{index}",
        Queue = OutboxQueues.Redemptions,
        Target = target,
        Attempt = reference.Id,
    };

    private static JsonElement Json(Dictionary<string, Value> attributes) => JsonSerializer.SerializeToElement(attributes, RowJson.Default.DictionaryStringValue);
}
