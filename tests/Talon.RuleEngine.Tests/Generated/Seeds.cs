namespace Talon.RuleEngine.Tests.Generated;

/// <summary>Runs many generated cases and says which seed failed.</summary>
internal static class Seeds
{
    /// <summary>Cases of one property.</summary>
    public const int Cases = 10_000;

    /// <summary>The first seed; <c>TALON_SEED</c> sets another one, to look further or to run one case again.</summary>
    private static readonly int First = int.TryParse(Environment.GetEnvironmentVariable("TALON_SEED"), out var seed) ? seed : 20_260_310;

    /// <summary>Checks a property for every seed; a failure names the seed that gives it again.</summary>
    public static void Check(Func<int, string?> property)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"Seeds {First} to {First + Cases - 1}.");
        for (var seed = First; seed < First + Cases; seed++)
        {
            string? problem;
            try
            {
                problem = property(seed);
            }
            catch (Exception exception)
            {
                problem = exception.ToString();
            }

            Assert.True(problem is null, $"Seed {seed} (TALON_SEED={seed} runs it first):\n{problem}");
        }
    }
}
