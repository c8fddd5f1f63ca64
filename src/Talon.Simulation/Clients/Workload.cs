using System.Globalization;
using Talon.Promotions;

namespace Talon.Simulation;

/// <summary>Thinks up what clients ask for: mostly what makes sense, now and then what does not.</summary>
internal sealed class Workload(World world, SimulatedShop shop)
{
    private readonly Random _random = world.Stream(7);
    private readonly CartSource _carts = new(world, shop);
    private readonly List<Belief> _sessions = [];
    private long _operations;
    private long _sessionIds;

    /// <summary>The next operation.</summary>
    public Operation Next()
    {
        switch (_random.Next(12))
        {
            case 0:
                return Profile();
            case 1:
                return Event();
        }

        var slot = _random.Next(world.Scenario.Sessions);
        while (slot >= _sessions.Count)
            _sessions.Add(New());
        if (_sessions[slot].State is SessionState.Cancelled || (_sessions[slot].State is SessionState.Closed or SessionState.PartiallyReturned && _random.Next(3) == 0))
            _sessions[slot] = New();
        return OfSession(_sessions[slot]);
    }

    /// <summary>The same operation, as another one.</summary>
    public Operation Again(Operation operation) => operation switch
    {
        UpdateSession update => new UpdateSession { Number = ++_operations, Update = update.Update },
        TrackEvent told => new TrackEvent { Number = ++_operations, Update = told.Update },
        ActivatePoints => new ActivatePoints(shop.Miles, operation.SessionId!) { Number = ++_operations },
        ReturnItems items => new ReturnItems { Number = ++_operations, Request = items.Request },
        _ => Reopen(operation.SessionId!),
    };

    /// <summary>Takes note of an answer.</summary>
    public void Heard(string sessionId, SessionState state)
    {
        var slot = _sessions.FindIndex(session => session.Id == sessionId);
        if (slot >= 0)
            _sessions[slot] = new Belief(sessionId, state);
    }

    /// <summary>An update of a session.</summary>
    public UpdateSession Session(SessionUpdate update, bool keyed = false) => new() { Number = ++_operations, Keyed = keyed, Update = update };

    /// <summary>A reopening.</summary>
    public ReopenSession Reopen(string sessionId) => new(sessionId) { Number = ++_operations, Keyed = _random.Next(3) == 0 };

    /// <summary>A return of some units.</summary>
    public ReturnItems Return(string sessionId) => new()
    {
        Number = ++_operations,
        Keyed = _random.Next(3) == 0,
        Request = new ReturnRequest
        {
            IntegrationId = sessionId,
            Items = [new ReturnedCartItem(_random.Next(4), null, _random.Next(3) == 0 ? null : 1)],
            Include = ResponseContent.CustomerSession,
        },
    };

    /// <summary>An update that is refused whatever the session is like, or changes nothing: it only makes the application look.</summary>
    public Operation Visit(string sessionId, SessionState? state) => state is null or SessionState.Open
        ? Reopen(sessionId)
        : Session(new SessionUpdate { IntegrationId = sessionId, State = SessionState.Open });

    /// <summary>An update of a customer that changes nothing.</summary>
    public UpdateProfile Visit(string profileId) => new() { Number = ++_operations, Update = new ProfileUpdate { IntegrationId = profileId } };

    /// <summary>A reading.</summary>
    public ReadSession Read(string sessionId) => new(sessionId) { Number = ++_operations };

    private Operation OfSession(Belief session)
    {
        if (session.State is SessionState.Closed or SessionState.PartiallyReturned && shop.Campaigns.Any(campaign => campaign.Id == CampaignPlans.Miles) && _random.Next(5) == 0)
            return new ActivatePoints(shop.Miles, session.Id) { Number = ++_operations };
        var dice = _random.Next(100);
        return session.State switch
        {
            null => dice switch
            {
                < 65 => Update(session, SessionState.Open),
                < 92 => Update(session, SessionState.Closed),
                < 95 => Update(session, SessionState.Cancelled),
                < 97 => Reopen(session.Id),
                _ => Dry(session),
            },
            SessionState.Open => dice switch
            {
                < 42 => Update(session, SessionState.Open),
                < 83 => Update(session, SessionState.Closed),
                < 90 => Update(session, SessionState.Cancelled),
                < 93 => Reopen(session.Id),
                < 97 => Read(session.Id),
                _ => Dry(session),
            },
            _ => dice switch
            {
                < 30 => Update(session, SessionState.Cancelled),
                < 56 => Reopen(session.Id),
                < 78 => Return(session.Id),
                < 84 => Update(session, SessionState.Closed),
                < 87 => Update(session, SessionState.Open),
                _ => Read(session.Id),
            },
        };
    }

    private UpdateSession Update(Belief session, SessionState state)
    {
        var update = state is SessionState.Cancelled
            ? new SessionUpdate { IntegrationId = session.Id, State = state, Include = ResponseContent.CustomerSession }
            : _carts.Fill(new SessionUpdate { IntegrationId = session.Id, State = state, Include = ResponseContent.CustomerSession | ResponseContent.Coupons }, session.State is null);
        return Session(update, _random.Next(3) == 0);
    }

    private UpdateSession Dry(Belief session) =>
        Session(_carts.Fill(new SessionUpdate { IntegrationId = session.Id, State = SessionState.Closed, Dry = true }, true));

    private UpdateProfile Profile() => new()
    {
        Number = ++_operations,
        Keyed = _random.Next(3) == 0,
        Update = new ProfileUpdate { IntegrationId = Customers.Id(_random.Next(world.Scenario.Customers)), RunRuleEngine = _random.Next(2) == 0 },
    };

    /// <summary>An event; one with an id of its own is told twice now and then.</summary>
    private TrackEvent Event()
    {
        var hasId = _random.Next(2) == 0;
        return new TrackEvent
        {
            Number = ++_operations,
            Keyed = !hasId && _random.Next(3) == 0,
            Update = new EventUpdate
            {
                Type = SimulatedShop.EventTypes[_random.Next(SimulatedShop.EventTypes.Count)],
                ProfileId = Customers.Id(_random.Next(world.Scenario.Customers)),
                IntegrationId = hasId ? string.Create(CultureInfo.InvariantCulture, $"event-{_operations - _random.Next(2)}") : null,
            },
        };
    }

    private Belief New() => new(string.Create(CultureInfo.InvariantCulture, $"session-{++_sessionIds}"), null);
}
