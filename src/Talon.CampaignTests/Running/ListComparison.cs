using System.Text.Json.Nodes;

namespace Talon.CampaignTests;

/// <summary>Compares lists, so that one element too many does not make all that follow look different.</summary>
internal static class ListComparison
{
    /// <summary>Compares two lists.</summary>
    /// <param name="where">The path of both.</param>
    /// <param name="expected">What is expected.</param>
    /// <param name="found">What is there.</param>
    /// <param name="findings">Differences are added here.</param>
    /// <param name="matches">Whether an element is as expected.</param>
    /// <param name="compare">Reports how two elements differ.</param>
    public static void Compare(
        string where, IReadOnlyList<JsonNode?> expected, IReadOnlyList<JsonNode?> found, Findings findings,
        Func<JsonNode?, JsonNode?, bool> matches, Action<string, JsonNode?, JsonNode?> compare)
    {
        var start = 0;
        while (start < expected.Count && start < found.Count && matches(expected[start], found[start]))
            start++;
        var (lastExpected, lastFound) = (expected.Count - 1, found.Count - 1);
        while (lastExpected >= start && lastFound >= start && matches(expected[lastExpected], found[lastFound]))
            (lastExpected, lastFound) = (lastExpected - 1, lastFound - 1);

        for (var i = start; i <= Math.Max(lastExpected, lastFound); i++)
        {
            var here = $"{where}[{i}]";
            if (i > lastExpected)
                findings.Add(here, null, JsonComparison.Show(found[i]));
            else if (i > lastFound)
                findings.Add(here, JsonComparison.Show(expected[i]), null);
            else if (!matches(expected[i], found[i]))
                compare(here, expected[i], found[i]);
        }
    }
}
