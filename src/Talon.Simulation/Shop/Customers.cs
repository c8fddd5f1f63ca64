using System.Globalization;

namespace Talon.Simulation;

/// <summary>The customers of the simulated shop.</summary>
internal static class Customers
{
    /// <summary>The integration id of a customer.</summary>
    public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"customer-{number}");
}
