namespace Talon.RuleEngine.Tests.Generated;

/// <summary>Choices that a seed decides.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random _random = new(seed);

    public int Below(int count) => _random.Next(count);

    public bool OneIn(int count) => _random.Next(count) == 0;

    public T Of<T>(params T[] choices) => choices[_random.Next(choices.Length)];

    public decimal Amount(int most, int digits) => new(_random.Next(most * (int)Math.Pow(10, digits)), 0, 0, false, (byte)digits);

    public IEnumerable<T> Shuffled<T>(IEnumerable<T> items)
    {
        var all = items.ToArray();
        _random.Shuffle(all);
        return all;
    }
}
