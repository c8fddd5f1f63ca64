using Talon.Bench;

namespace Talon.Server.Tests;

/// <summary>A few of the races that <c>dotnet run --project bench/Talon.Bench -- races</c> runs as often as asked.</summary>
public sealed class RaceTests
{
    private const int Count = 5;

    [Fact]
    public Task A_coupon_of_limit_10_is_accepted_10_times_by_64_clients() => HttpRace.RunAsync(Count, TextWriter.Null);

    [Fact]
    public Task Two_instances_over_one_store_accept_it_10_times_too() => InstanceRace.RunAsync(Count, TextWriter.Null);

    [Fact]
    public Task After_kills_under_load_acknowledged_closes_are_redeemed_once_and_nothing_is_left_without_an_owner() => KillRace.RunAsync(Count, TextWriter.Null);
}
