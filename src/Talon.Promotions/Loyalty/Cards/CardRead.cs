namespace Talon.Promotions;

/// <summary>The loyalty card that a request names, as it was read.</summary>
/// <param name="Identifier">The identifier as it was sent.</param>
/// <param name="Program">Its programme; null when the Application's programmes have no such card.</param>
/// <param name="Account">Its points.</param>
internal sealed record CardRead(string Identifier, LoyaltyProgram? Program, LoyaltyAccount? Account)
{
    /// <summary>The card; null when there is none.</summary>
    public LoyaltyCard? Card => Account?.Card;

    /// <summary>Whether rules may use it.</summary>
    public bool IsUsable => Card is { Active: true };
}
