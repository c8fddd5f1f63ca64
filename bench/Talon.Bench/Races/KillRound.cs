using System.Collections.Concurrent;
using System.Text.Json;

namespace Talon.Bench;

/// <summary>One kill, and what is looked at after it.</summary>
internal sealed class KillRound(int number, int limit, int clients)
{
    private readonly ConcurrentDictionary<string, string?> _sent = new();
    private readonly string _unlimited = FormattableString.Invariant($"many-{number}");
    private readonly string _limited = FormattableString.Invariant($"few-{number}");
    private volatile bool _killed;

    /// <summary>Closes that were answered before the kill.</summary>
    public int Acknowledged => _sent.Values.Count(effects => effects is not null);

    /// <summary>Closes whose sender never heard.</summary>
    public int Unanswered => _sent.Count - Acknowledged;

    /// <summary>Closes sessions with all clients, and kills the server in the middle of it.</summary>
    public async Task LoadAsync(RaceShop shop, BenchServer server, TimeSpan load)
    {
        await shop.CreateCouponAsync(_unlimited, 0);
        await shop.CreateCouponAsync(_limited, limit);
        var closing = Enumerable.Range(0, clients).Select(client => CloseAsync(shop, client)).ToList();
        await Task.Delay(load);
        _killed = true;
        await server.KillAsync();
        await Task.WhenAll(closing);
    }

    /// <summary>Does what clients do that heard nothing, send again, and compares what stands with what was answered.</summary>
    /// <exception cref="RaceException">It is not the same.</exception>
    public async Task CheckAsync(RaceShop shop)
    {
        var accepted = new List<string>();
        var closed = new Dictionary<string, int>();
        foreach (var (session, answered) in _sent)
        {
            if (answered is null)
                await AgainAsync(shop, session);
            var read = await shop.ReadAsync(session);
            RaceException.Expect("closed", read.GetProperty("customerSession").GetProperty("state").GetString()!, $"{session}, state");
            var effects = read.GetProperty("effects");
            if (answered is not null)
                RaceException.Expect(answered, effects.GetRawText(), $"{session}, effects acknowledged");
            accepted.AddRange(RaceShop.Accepted(effects));
            closed[Customer(session)] = closed.GetValueOrDefault(Customer(session)) + 1;
        }

        RaceException.Expect(_sent.Count, accepted.Count(code => code == _unlimited), $"{_unlimited}, accepted");
        RaceException.Expect(Math.Min(limit, _sent.Count), accepted.Count(code => code == _limited), $"{_limited}, accepted");
        foreach (var code in (string[])[_unlimited, _limited])
            RaceException.Expect(accepted.Count(value => value == code), await shop.RedeemedAsync(code), $"{code}, redemptions counted");
        foreach (var (customer, sessions) in closed)
            RaceException.Expect(sessions, (await shop.CustomerAsync(customer)).GetProperty("closedSessions").GetInt32(), $"{customer}, closed sessions");
    }

    private async Task CloseAsync(RaceShop shop, int client)
    {
        for (var i = 0; !_killed; i++)
        {
            var session = FormattableString.Invariant($"k{number}-{client}-{i}");
            _sent[session] = null;
            try
            {
                _sent[session] = (await CloseAsync(shop, session)).GetRawText();
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private async Task AgainAsync(RaceShop shop, string session)
    {
        try
        {
            await CloseAsync(shop, session);
        }
        catch (InvalidOperationException refused) when (refused.Message.Contains("Invalid state transition", StringComparison.Ordinal))
        {
            // It had been closed before the kill.
        }
    }

    private Task<JsonElement> CloseAsync(RaceShop shop, string session) => shop.CloseAsync(session, Customer(session), _unlimited, _limited);

    private static string Customer(string session) => session[..session.LastIndexOf('-')];
}
