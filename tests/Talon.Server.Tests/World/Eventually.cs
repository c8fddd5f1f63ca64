namespace Talon.Server.Tests;

/// <summary>What a server tells when its queues have applied what was asked for; the server of the tests applies it before it answers.</summary>
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
}
