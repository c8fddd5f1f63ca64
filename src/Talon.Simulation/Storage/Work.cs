namespace Talon.Simulation;

/// <summary>On whose behalf the code at hand runs.</summary>
internal static class Work
{
    private static readonly AsyncLocal<(string Name, Sending? Sending)> Here = new();

    /// <summary>The name of the request or the worker.</summary>
    public static string Name => Here.Value.Name ?? "";

    /// <summary>The request; null for anything else.</summary>
    public static Sending? Current => Here.Value.Sending;

    /// <summary>Says who goes on from here.</summary>
    public static void Begin(string name, Sending? sending = null) => Here.Value = (name, sending);
}
