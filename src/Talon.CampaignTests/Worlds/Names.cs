namespace Talon.CampaignTests;

/// <summary>Gives names their ids, by their place in the vocabulary.</summary>
internal static class Names
{
    /// <summary>The id of a name: its place in the list, from 1; throws <see cref="TestFileException"/> for a name that is not there.</summary>
    public static long IdOf(this IReadOnlyList<string> names, string name, string kind)
    {
        for (var i = 0; i < names.Count; i++)
            if (names[i] == name)
                return i + 1;
        throw new TestFileException($"There is no {kind} called \"{name}\".");
    }
}
