namespace Talon.Server.Tests;

/// <summary>What a server tells after a while: when its queues have applied what was asked for, which the server of the tests does before it answers, or when time has passed.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Asks, another server again and again, until the answer is the expected one.</summary>
    public static async Task EqualAsync<T>(T expected, Func<Task<T>> ask)
    {
        var began = TimeProvider.System.GetTimestamp();
        var answer = await ask();
        while (!ServerFixture.IsOwn && !Equals(answer, expected) && TimeProvider.System.GetElapsedTime(began) < Patience)
        {
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
            answer = await ask();
        }

        Assert.Equal(expected, answer);
    }

    /// <summary>Asks any server again and again until time has brought about what is waited for.</summary>
    public static async Task ComesAsync(Func<Task<bool>> hasCome)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!await hasCome())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Patience, "What was waited for has not come.");
            await Task.Delay(Pause, TestContext.Current.CancellationToken);
        }
    }
}
